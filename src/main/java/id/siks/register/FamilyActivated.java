package id.siks.register;

import id.siks.casework.CaseRef;
import java.util.List;

/**
 * Families became active in the register, announced once per chunk in the transaction that did it. Families that an
 * earlier run had activated already are not announced again.
 *
 * @param families what was activated
 */
public record FamilyActivated(List<Activated> families) {

    /** One family and the case that caused it. */
    public record Activated(CaseRef caseRef, FamilyRef family) {}
}
