package id.siks.proposal.model;

import id.siks.register.MemberContent;
import java.text.Normalizer;
import java.util.List;

/** Puts entered text into its stored form: NFC, single spaces, nothing instead of blanks. What is wrong stays wrong. */
final class Tidy {

    private static final int UNIT_DIGITS = 3;

    private Tidy() {}

    static String text(String entered) {
        if (entered == null) {
            return null;
        }
        String tidy = Normalizer.normalize(entered, Normalizer.Form.NFC).strip().replaceAll(" {2,}", " ");
        return tidy.isEmpty() ? null : tidy;
    }

    /** Neighbourhood units are written with three digits. */
    static String unit(String entered) {
        String tidy = text(entered);
        return tidy != null && tidy.matches("[0-9]{1,2}") ? "0".repeat(UNIT_DIGITS - tidy.length()) + tidy : tidy;
    }

    static List<MemberContent> members(List<MemberContent> entered) {
        return entered == null ? List.of() : entered.stream().map(Tidy::member).toList();
    }

    private static MemberContent member(MemberContent m) {
        return new MemberContent(
                text(m.nik()),
                text(m.fullName()),
                text(m.birthPlace()),
                m.birthDate(),
                m.sex(),
                text(m.motherName()),
                m.relationToHead(),
                m.maritalStatus(),
                m.identityPapers(),
                m.pregnant(),
                m.pregnancyDueDate(),
                m.disabilityType(),
                m.disabilitySevere(),
                m.chronicDisease(),
                m.schoolParticipation(),
                m.schoolLevel(),
                m.schoolGrade(),
                m.highestDiploma(),
                m.workedLastWeek(),
                m.industry(),
                m.jobPosition(),
                m.noPapers());
    }
}
