package id.siks.proposal.web;

import java.util.List;

/** One member card as typed; nothing is converted yet, so nothing a person typed can be lost. */
record MemberForm(
        String nik,
        String fullName,
        String birthPlace,
        String birthDate,
        String sex,
        String motherName,
        String relationToHead,
        String maritalStatus,
        List<String> identityPapers,
        String pregnant,
        String pregnancyDueDate,
        String disabilityType,
        String disabilitySevere,
        String chronicDisease,
        String schoolParticipation,
        String schoolLevel,
        String schoolGrade,
        String highestDiploma,
        String workedLastWeek,
        String industry,
        String jobPosition,
        String noPapers) {

    /** An empty card. */
    static MemberForm empty() {
        return new MemberForm(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null);
    }

    /** The same with the identity as the civil registry has it. */
    MemberForm withIdentity(String name, String born, String sexCode) {
        return new MemberForm(
                nik,
                name,
                birthPlace,
                born,
                sexCode,
                motherName,
                relationToHead,
                maritalStatus,
                identityPapers,
                pregnant,
                pregnancyDueDate,
                disabilityType,
                disabilitySevere,
                chronicDisease,
                schoolParticipation,
                schoolLevel,
                schoolGrade,
                highestDiploma,
                workedLastWeek,
                industry,
                jobPosition,
                noPapers);
    }
}
