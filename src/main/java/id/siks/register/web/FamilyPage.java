package id.siks.register.web;

import id.siks.identity.Masks;
import id.siks.platform.Message;
import id.siks.register.FamilyView;
import id.siks.register.FamilyView.PersonFacts;
import id.siks.register.MemberContent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A family as the page shows it. Numbers are masked and protected facts left out unless they were revealed.
 *
 * @param place coordinates as text, or null while hidden
 */
record FamilyPage(
        long id,
        String registerId,
        String status,
        String head,
        String familyCardNumber,
        String address,
        String area,
        String phone,
        String place,
        Instant since,
        List<MemberLine> members,
        List<Fact> housing,
        List<ChangeLine> changes,
        boolean revealed) {

    private static final String NO_PAPERS = "";

    static FamilyPage of(FamilyView family, String area, List<ChangeLine> changes, boolean revealed) {
        return new FamilyPage(
                family.ref().id(),
                family.ref().registerId(),
                family.status().name(),
                family.head().fullName(),
                shown(family.content().familyCardNumber(), revealed),
                address(family),
                area,
                revealed ? family.content().phone() : null,
                revealed && family.content().place() != null
                        ? family.content().place().latitude() + ","
                                + family.content().place().longitude()
                        : null,
                family.since(),
                members(family, revealed),
                HousingFacts.of(family.content().housing(), revealed),
                changes,
                revealed);
    }

    private static String address(FamilyView family) {
        StringBuilder address = new StringBuilder(family.content().address());
        if (family.content().rt() != null && family.content().rw() != null) {
            address.append(", RT ").append(family.content().rt());
            address.append("/RW ").append(family.content().rw());
        }
        if (family.content().hamlet() != null) {
            address.append(", ").append(family.content().hamlet());
        }
        return address.toString();
    }

    private static List<MemberLine> members(FamilyView family, boolean revealed) {
        List<MemberLine> lines = new ArrayList<>();
        for (int i = 0; i < family.content().members().size(); i++) {
            lines.add(line(family.content().members().get(i), family.people().get(i), revealed));
        }
        return lines;
    }

    private static MemberLine line(MemberContent member, PersonFacts facts, boolean revealed) {
        return new MemberLine(
                member.fullName(),
                member.nik() == null ? NO_PAPERS : shown(member.nik(), revealed),
                facts.registerId(),
                facts.lifeStatus().name(),
                code("relationToHead", member.relationToHead()),
                member.sex() == null ? null : Message.of("register.code.sex." + member.sex()),
                revealed ? member.birthDate() : null,
                member.birthDate() == null ? null : member.birthDate().getYear(),
                revealed ? member.motherName() : null,
                revealed ? code("disabilityType", member.disabilityType()) : null,
                revealed ? code("chronicDisease", member.chronicDisease()) : null);
    }

    private static Message code(String field, Integer code) {
        return code == null ? null : Message.of("register.code." + field + "." + code);
    }

    private static String shown(String number, boolean revealed) {
        return revealed ? number : Masks.number(number);
    }

    /** One member. */
    record MemberLine(
            String name,
            String nik,
            String registerId,
            String lifeStatus,
            Message relation,
            Message sex,
            LocalDate birthDate,
            Integer birthYear,
            String mother,
            Message disability,
            Message disease) {}

    /** One answer of the housing survey: its field's name and either words or a number. */
    record Fact(String field, Message words, Object number) {}

    /** One change and the case behind it. */
    record ChangeLine(String caseRef, String kind, String by, Instant at) {}
}
