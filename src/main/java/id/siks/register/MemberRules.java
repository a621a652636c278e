package id.siks.register;

import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules of the members (glossary 8.3, 9.1). */
final class MemberRules {

    static final int HEAD = 1;
    static final int SPOUSE = 2;
    static final int MOST_MEMBERS = 40;
    static final int SCHOOL_AGE = 5;

    private static final int OLDEST = 120;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_PLACE = 60;
    private static final int FERTILE_FROM = 10;
    private static final int FERTILE_TO = 54;
    private static final int NO_DISABILITY = 1;
    private static final int NEVER_AT_SCHOOL = 1;
    private static final Pattern TWO_LETTERS = Pattern.compile(".*\\p{L}.*\\p{L}.*");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M} .,'’`/-]*");

    private MemberRules() {}

    static void check(List<MemberContent> members, LocalDate today, Findings findings) {
        if (members == null || members.isEmpty()) {
            findings.required("members", null);
            return;
        }
        if (members.size() > MOST_MEMBERS) {
            findings.add("members", "members.too-many", MOST_MEMBERS);
            return;
        }
        checkHead(members, findings);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < members.size(); i++) {
            Findings inner = findings.within("members[" + i + "].");
            MemberContent member = members.get(i);
            check(member, today, inner);
            if (member.nik() != null && !member.nik().isBlank() && !seen.add(member.nik())) {
                inner.add("nik", "nik.TWICE");
            }
            findings.addAll(inner);
        }
    }

    private static void checkHead(List<MemberContent> members, Findings findings) {
        boolean found = false;
        for (int i = 0; i < members.size(); i++) {
            if (Objects.equals(members.get(i).relationToHead(), HEAD)) {
                if (found) {
                    findings.add("members[" + i + "].relationToHead", "members.second-head");
                }
                found = true;
            }
        }
        if (!found && findings.complete()) {
            findings.add("members", "members.no-head");
        }
    }

    private static void check(MemberContent member, LocalDate today, Findings findings) {
        checkNumber(member, findings);
        if (findings.required("fullName", member.fullName())) {
            checkName("fullName", member.fullName(), findings);
        }
        checkName("motherName", member.motherName(), findings);
        if (findings.required("birthPlace", member.birthPlace())) {
            findings.text("birthPlace", member.birthPlace(), LONGEST_PLACE);
        }
        boolean dated = findings.required("birthDate", member.birthDate()) && checkBirth(member, today, findings);
        findings.required("sex", member.sex());
        findings.requiredCode("relationToHead", member.relationToHead());
        findings.requiredCode("maritalStatus", member.maritalStatus());
        if (member.identityPapers() != null) {
            member.identityPapers().forEach(p -> findings.code("identityPapers", p));
        }
        Integer age = dated ? age(member, today) : null;
        checkPregnancy(member, age, today, findings);
        checkHealth(member, findings);
        checkSchool(member, age, findings);
        checkWork(member, findings);
    }

    private static void checkNumber(MemberContent member, Findings findings) {
        boolean given = member.nik() != null && !member.nik().isBlank();
        if (!given) {
            if (!member.noPapers()) {
                findings.required("nik", null);
            }
            return;
        }
        NikFacts facts = NikFacts.decode(member.nik(), member.birthDate(), LocalDate.of(2000, 1, 1));
        if (!facts.possible()) {
            findings.add("nik", "nik." + facts.problem().name());
        } else if (member.noPapers()) {
            findings.add("noPapers", "no-papers-with-nik");
        }
    }

    private static void checkName(String field, String name, Findings findings) {
        if (!findings.text(field, name, LONGEST_NAME)) {
            return;
        }
        if (name.chars().anyMatch(Character::isDigit)) {
            findings.add(field, "name.digits");
        } else if (!NAME.matcher(name).matches()) {
            findings.add(field, "name.characters");
        } else if (!TWO_LETTERS.matcher(name).matches()) {
            findings.add(field, "name.too-short");
        }
    }

    private static boolean checkBirth(MemberContent member, LocalDate today, Findings findings) {
        if (member.birthDate().isAfter(today)) {
            findings.add("birthDate", "birth-date.future");
            return false;
        }
        if (age(member, today) > OLDEST) {
            findings.add("birthDate", "birth-date.too-old", OLDEST);
            return false;
        }
        return true;
    }

    private static void checkPregnancy(MemberContent member, Integer age, LocalDate today, Findings findings) {
        if (!Boolean.TRUE.equals(member.pregnant())) {
            findings.leftOut("pregnancyDueDate", member.pregnancyDueDate());
            return;
        }
        if (member.sex() == Sex.MALE || age != null && (age < FERTILE_FROM || age > FERTILE_TO)) {
            findings.add("pregnant", "pregnant", FERTILE_FROM, FERTILE_TO);
        }
        if (findings.required("pregnancyDueDate", member.pregnancyDueDate())
                && (member.pregnancyDueDate().isBefore(today.minusMonths(1))
                        || member.pregnancyDueDate().isAfter(today.plusMonths(10)))) {
            findings.add("pregnancyDueDate", "pregnancy-due-date");
        }
    }

    private static void checkHealth(MemberContent member, Findings findings) {
        findings.requiredCode("disabilityType", member.disabilityType());
        if (member.disabilityType() != null && member.disabilityType() > NO_DISABILITY) {
            findings.required("disabilitySevere", member.disabilitySevere());
        } else if (Boolean.TRUE.equals(member.disabilitySevere())) {
            findings.leftOut("disabilitySevere", member.disabilitySevere());
        }
        findings.code("chronicDisease", member.chronicDisease());
    }

    private static void checkSchool(MemberContent member, Integer age, Findings findings) {
        boolean asked = age != null && age >= SCHOOL_AGE;
        if (asked) {
            findings.requiredCode("schoolParticipation", member.schoolParticipation());
        } else if (age != null) {
            findings.leftOut("schoolParticipation", member.schoolParticipation());
        }
        if (age == null) {
            return;
        }
        boolean went = asked && member.schoolParticipation() != null && member.schoolParticipation() > NEVER_AT_SCHOOL;
        findings.skippable("schoolLevel", went, member.schoolLevel());
        findings.skippable("schoolGrade", went, member.schoolGrade());
        findings.skippable("highestDiploma", went, member.highestDiploma());
    }

    private static void checkWork(MemberContent member, Findings findings) {
        // Of the head the work is compared with the first sign of poverty (glossary 10).
        if (Objects.equals(member.relationToHead(), HEAD)) {
            findings.required("workedLastWeek", member.workedLastWeek());
        }
        boolean works = Boolean.TRUE.equals(member.workedLastWeek());
        findings.skippable("industry", works, member.industry());
        findings.skippable("jobPosition", works, member.jobPosition());
    }

    static int age(MemberContent member, LocalDate today) {
        return Period.between(member.birthDate(), today).getYears();
    }
}
