package id.siks.benchmark;

import id.siks.area.AreaCode;
import id.siks.register.FamilyContent;
import id.siks.register.MemberContent;
import id.siks.register.Place;
import id.siks.register.Sex;
import id.siks.register.TestFamilies;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Families without fault, every number given once: four members, as the average household has. */
final class MadeUpFamilies {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("ddMMyy");
    private static final LocalDate FIRST_DAY = LocalDate.of(1965, 1, 1);
    private static final int DAYS = 9_000;
    private static final int GENERATION = 10_957;
    // What the simulated registry treats specially starts above.
    private static final int SERIALS = 8_900;
    private static final List<String> NAMES = List.of("Sari", "Wulan", "Bakti", "Jaya", "Lestari", "Purnama", "Cahaya");

    private int number;

    List<FamilyContent> in(AreaCode village, int count) {
        return IntStream.range(0, count).mapToObj(i -> in(village)).toList();
    }

    private FamilyContent in(AreaCode village) {
        number++;
        return new FamilyContent(
                number(village, FIRST_DAY.plusDays(number % DAYS), number / DAYS + 1, false),
                village,
                "Jalan Melati " + number,
                "Dusun Satu",
                "003",
                "001",
                "34873",
                null,
                new Place(new BigDecimal("-5.030000"), new BigDecimal("104.080000"), 12, Instant.EPOCH),
                List.of(member(village, 1), member(village, 2), member(village, 3), member(village, 3)),
                TestFamilies.housing());
    }

    private MemberContent member(AreaCode village, int relation) {
        number++;
        boolean child = relation == 3;
        Sex sex = relation == 2 ? Sex.FEMALE : Sex.MALE;
        LocalDate born = FIRST_DAY.plusDays(number % DAYS + (child ? GENERATION : 0));
        String name = NAMES.get(number % 7) + " " + NAMES.get(number / 7 % 7) + " " + NAMES.get(number / 49 % 7);
        return new MemberContent(
                number(village, born, number / DAYS % SERIALS + 1, sex == Sex.FEMALE),
                name,
                "Liwa",
                born,
                sex,
                "Aminah",
                relation,
                child ? 1 : 2,
                Set.of(3),
                false,
                null,
                1,
                null,
                1,
                3,
                1,
                8,
                2,
                relation == 1,
                relation == 1 ? 1 : null,
                relation == 1 ? 6 : null,
                false);
    }

    private static String number(AreaCode village, LocalDate day, int serial, boolean female) {
        String digits = DAY.format(day);
        String shown = female ? (Integer.parseInt(digits.substring(0, 2)) + 40) + digits.substring(2) : digits;
        return village.value().substring(0, 6) + shown + "%04d".formatted(serial);
    }
}
