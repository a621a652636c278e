package id.siks.proposal;

import id.siks.casework.CaseRef;
import id.siks.register.Duplicate;
import id.siks.register.FamilyRef;

/**
 * Another family that shares a number with this one, or looks like it.
 *
 * @param field the entered field it concerns, for example {@code members[1].nik}
 * @param kind what is alike
 * @param openCase the open proposal it is in, or null; also null when it lies outside the actor's territory
 * @param family the family of the register, or null; also null when it lies outside the actor's territory
 * @param inScope false when it lies elsewhere: then only that it exists is told
 */
public record LookAlike(String field, Duplicate.Kind kind, CaseRef openCase, FamilyRef family, boolean inScope) {

    /** True when the proposal cannot be submitted because of it. */
    public boolean forbids() {
        return kind.forbids();
    }
}
