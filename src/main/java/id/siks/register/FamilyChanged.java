package id.siks.register;

import id.siks.casework.CaseRef;

/**
 * A family of the register is another than before.
 *
 * @param family which
 * @param caseRef the case that caused it
 * @param kind what changed, as in {@link FamilyView.Change#kind()}
 */
public record FamilyChanged(FamilyRef family, CaseRef caseRef, String kind) {}
