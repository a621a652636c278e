package id.siks.register;

import id.siks.casework.CaseRef;

/** Persons and what the civil registry says of them. */
public interface Persons {

    /**
     * Asks the civil registry about every member with papers; answers are kept for 30 days.
     *
     * @throws RegistryUnavailable when the registry does not answer; the members asked before keep their answer, so a
     *     repetition goes on where it stopped
     */
    MatchReport match(FamilyContent content, CaseRef caseRef);

    /** What is known from earlier answers; nobody is asked. */
    MatchReport lastReport(FamilyContent content);
}
