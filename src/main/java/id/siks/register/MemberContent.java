package id.siks.register;

import java.time.LocalDate;
import java.util.Set;

/**
 * One member of a family as entered (glossary 8.3). Every component may be null while it is a draft; codes are the
 * numbers of the household form.
 *
 * @param relationToHead 1 head, 2 spouse, 3 child, 4 child-in-law, 5 grandchild, 6 parent, 7 servant, 8 other
 * @param maritalStatus 1 single, 2 married, 3 divorced, 4 widowed
 * @param identityPapers codes of papers held
 * @param noPapers true when the member has no papers yet and a follow-up is promised
 */
public record MemberContent(
        String nik,
        String fullName,
        String birthPlace,
        LocalDate birthDate,
        Sex sex,
        String motherName,
        Integer relationToHead,
        Integer maritalStatus,
        Set<Integer> identityPapers,
        Boolean pregnant,
        LocalDate pregnancyDueDate,
        Integer disabilityType,
        Boolean disabilitySevere,
        Integer chronicDisease,
        Integer schoolParticipation,
        Integer schoolLevel,
        Integer schoolGrade,
        Integer highestDiploma,
        Boolean workedLastWeek,
        Integer industry,
        Integer jobPosition,
        boolean noPapers) {

    private static final int PUBLIC_SERVICE = 5;

    /**
     * True when the work speaks against assistance: civil servant, military, police, state firm or legislator (glossary 8.3
     * and 10, Kepmensos 262/HUK/2022). A flag for whoever decides, never a refusal by itself.
     */
    public boolean excludedByWork() {
        return Integer.valueOf(PUBLIC_SERVICE).equals(jobPosition);
    }
}
