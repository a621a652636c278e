package id.siks.register;

import id.siks.platform.Message;
import id.siks.register.FamilyReading.Member;
import id.siks.register.FamilyReading.Sight;
import id.siks.register.FamilyView.PersonFacts;
import java.util.List;
import java.util.stream.IntStream;

/** The members of a family in words (glossary 8.3). */
final class MemberReading {

    private static final int AT_SCHOOL = 2;

    private MemberReading() {}

    /** In the order of the card; {@code people} is null for a family that is only proposed. */
    static List<Member> of(List<MemberContent> members, List<PersonFacts> people, Sight sight) {
        return members == null
                ? List.of()
                : IntStream.range(0, members.size())
                        .mapToObj(i -> read(members.get(i), people == null ? null : people.get(i), sight))
                        .toList();
    }

    private static Member read(MemberContent member, PersonFacts register, Sight sight) {
        ReadFacts facts = new ReadFacts(sight);
        person(member, facts);
        schoolAndWork(member, facts);
        health(member, facts);
        return new Member(
                member.fullName(),
                FamilyReading.number(member.nik(), sight),
                member.noPapers(),
                member.relationToHead() == null
                        ? null
                        : Message.of("register.code.relationToHead." + member.relationToHead()),
                member.sex() == null ? null : Message.of("register.code.sex." + member.sex()),
                sight.covers(Sight.CASE) ? member.birthDate() : null,
                member.birthDate() == null ? null : member.birthDate().getYear(),
                sight.covers(Sight.CASE) && member.excludedByWork(),
                register,
                facts.gist(),
                facts.all());
    }

    private static void person(MemberContent member, ReadFacts facts) {
        facts.text(Sight.CASE, "birthPlace", member.birthPlace());
        facts.text(Sight.WHOLE, "motherName", member.motherName());
        facts.telling(Sight.CASE, "maritalStatus", member.maritalStatus());
        facts.list(Sight.CASE, "identityPapers", member.identityPapers());
    }

    private static void schoolAndWork(MemberContent member, ReadFacts facts) {
        if (Integer.valueOf(AT_SCHOOL).equals(member.schoolParticipation())) {
            facts.telling(Sight.CASE, "schoolParticipation", member.schoolParticipation());
        } else {
            facts.code(Sight.CASE, "schoolParticipation", member.schoolParticipation());
        }
        facts.code(Sight.CASE, "schoolLevel", member.schoolLevel());
        facts.code(Sight.CASE, "schoolGrade", member.schoolGrade());
        facts.code(Sight.CASE, "highestDiploma", member.highestDiploma());
        facts.yes(Sight.CASE, "workedLastWeek", member.workedLastWeek());
        facts.code(Sight.CASE, "industry", member.industry());
        facts.telling(Sight.CASE, "jobPosition", member.jobPosition());
    }

    private static void health(MemberContent member, ReadFacts facts) {
        facts.yes(Sight.WHOLE, "pregnant", member.pregnant());
        facts.day(Sight.WHOLE, "pregnancyDueDate", member.pregnancyDueDate());
        facts.code(Sight.WHOLE, "disabilityType", member.disabilityType());
        facts.yes(Sight.WHOLE, "disabilitySevere", member.disabilitySevere());
        facts.code(Sight.WHOLE, "chronicDisease", member.chronicDisease());
    }
}
