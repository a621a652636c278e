package id.siks.register;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** What is doubtful but possible (glossary 9.1.3): shown as a warning, never an obstacle. */
final class Doubts {

    private static final int ADULT = 17;
    private static final int MARRIED = 2;

    private Doubts() {}

    static void check(FamilyContent content, LocalDate today, Areas areas, Findings doubts) {
        String card = content.familyCardNumber();
        if (card != null && CardRules.numberProblem(card) == null && unknown(card.substring(0, 6), areas)) {
            doubts.add("familyCardNumber", "doubt.prefix");
        }
        List<MemberContent> members = content.members() == null ? List.of() : content.members();
        for (int i = 0; i < members.size(); i++) {
            Findings inner = doubts.within("members[" + i + "].");
            checkNumber(members.get(i), today, areas, inner);
            checkPerson(members.get(i), today, inner);
            doubts.addAll(inner);
        }
        Place place = content.place();
        if (place != null
                && place.accuracyMetres() != null
                && place.accuracyMetres() > PlaceRules.GOOD_ACCURACY_METRES) {
            doubts.add("place.accuracyMetres", "doubt.accuracy", PlaceRules.GOOD_ACCURACY_METRES);
        }
        checkEarner(content, members, doubts);
    }

    private static void checkNumber(MemberContent member, LocalDate today, Areas areas, Findings doubts) {
        NikFacts facts = NikFacts.decode(member.nik(), member.birthDate(), today);
        if (!facts.possible()) {
            return;
        }
        if (unknown(facts.registeredIn(), areas)) {
            doubts.add("nik", "doubt.prefix");
        }
        if (member.sex() != null && member.sex() != facts.sex()) {
            doubts.add("sex", "doubt.sex");
        }
        if (member.birthDate() != null && !member.birthDate().equals(facts.birthDate())) {
            doubts.add("birthDate", "doubt.birth-date");
        }
    }

    private static void checkPerson(MemberContent member, LocalDate today, Findings doubts) {
        boolean dated = member.birthDate() != null && !member.birthDate().isAfter(today);
        if (dated
                && Objects.equals(member.relationToHead(), MemberRules.HEAD)
                && MemberRules.age(member, today) < ADULT) {
            doubts.add("birthDate", "doubt.young-head", ADULT);
        }
        if (Objects.equals(member.relationToHead(), MemberRules.SPOUSE)
                && member.maritalStatus() != null
                && member.maritalStatus() != MARRIED) {
            doubts.add("maritalStatus", "doubt.spouse");
        }
        if (member.excludedByWork()) {
            doubts.add("jobPosition", "doubt.excluded-work");
        }
    }

    private static void checkEarner(FamilyContent content, List<MemberContent> members, Findings doubts) {
        if (content.housing() == null || content.housing().earnerWorks() == null) {
            return;
        }
        boolean headWorks = members.stream()
                .filter(m -> Objects.equals(m.relationToHead(), MemberRules.HEAD))
                .anyMatch(m -> Boolean.TRUE.equals(m.workedLastWeek()));
        if (headWorks && !content.housing().earnerWorks()) {
            doubts.add("housing.earnerWorks", "doubt.earner");
        }
    }

    private static boolean unknown(String prefix, Areas areas) {
        return areas.find(new AreaCode(prefix)).isEmpty();
    }
}
