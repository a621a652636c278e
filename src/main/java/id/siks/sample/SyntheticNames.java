package id.siks.sample;

import id.siks.register.Sex;
import java.util.List;
import java.util.random.RandomGenerator;

/** Names put together from parts; that somebody real is called so is chance. */
final class SyntheticNames {

    private static final List<String> MALE = List.of(
            "Ardan",
            "Barlan",
            "Ceriman",
            "Darsono",
            "Edwar",
            "Farlan",
            "Gunari",
            "Hamdan",
            "Irsan",
            "Jarwanto",
            "Kasmadi",
            "Lukiman",
            "Marsudi",
            "Nurdian",
            "Pairan",
            "Rusmadi",
            "Sarwono",
            "Tarmidi",
            "Usmanto",
            "Wartono",
            "Yasmadi",
            "Zulhadi");
    private static final List<String> FEMALE = List.of(
            "Asmiyah",
            "Bariyah",
            "Cahyani",
            "Darmini",
            "Ermiati",
            "Farlina",
            "Gustiani",
            "Hamidah",
            "Irmawati",
            "Jumariah",
            "Kartinah",
            "Lasmini",
            "Marliana",
            "Nurbaiti",
            "Parsiyah",
            "Rusmini",
            "Sarwati",
            "Tarmini",
            "Umiyati",
            "Wartini",
            "Yusmanita",
            "Zuraidah");
    private static final List<String> LAST = List.of(
            "Adiputra",
            "Bangsawira",
            "Cendana",
            "Dirgamas",
            "Erlangsa",
            "Gumilar",
            "Harjamukti",
            "Indrajaya",
            "Kencanasari",
            "Lestariman",
            "Mahaputra",
            "Nugrahadi",
            "Pancawira",
            "Rajabasa",
            "Sekincau",
            "Tunasjaya",
            "Utamawan",
            "Wirabumi",
            "Yudhamas",
            "Way Seputra");

    private SyntheticNames() {}

    /** A full name of two parts. */
    static String of(Sex sex, RandomGenerator random) {
        List<String> first = sex == Sex.MALE ? MALE : FEMALE;
        return first.get(random.nextInt(first.size())) + " " + LAST.get(random.nextInt(LAST.size()));
    }
}
