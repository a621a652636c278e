package id.siks.register;

import id.siks.casework.CaseRef;

/**
 * A family that the minister has determined and the register takes over.
 *
 * @param caseRef the case that causes it, never null
 * @param content the family as decided upon
 * @param by account id of whoever acts, or null for the system
 */
public record Activation(CaseRef caseRef, FamilyContent content, Long by) {

    /** The register changes only with a case in its hand. */
    public Activation {
        if (caseRef == null || content == null) {
            throw new IllegalArgumentException("An activation needs a case and a content");
        }
    }
}
