package id.siks.register;

import id.siks.area.AreaCode;

/**
 * A family of the register that looks like the one entered.
 *
 * @param kind what is alike
 * @param field the entered field it concerns, for example {@code members[1].nik}
 * @param family the family of the register
 * @param village its village: who may see it is for the caller to decide
 */
public record Duplicate(Kind kind, String field, FamilyRef family, AreaCode village) {

    /** What is alike; only a shared number forbids a proposal. */
    public enum Kind {
        SAME_NIK,
        SAME_FAMILY_CARD,
        SIMILAR_PERSON;

        /** True when a new registration cannot go on. */
        public boolean forbids() {
            return this != SIMILAR_PERSON;
        }
    }
}
