package id.siks.processadmin.release;

/**
 * One thing that is not the same in two versions of a model.
 *
 * @param kind what happened to it
 * @param part what it is: local name of the element, or the type of the field
 * @param element its id, or where it lies when it has none
 * @param name what people call it; null when it has no name
 * @param property which property of it, or empty for the part itself
 * @param before what it was, or empty
 * @param after what it is, or empty
 */
record Difference(Kind kind, String part, String element, String name, String property, String before, String after) {

    /** What happened. */
    enum Kind {
        ADDED("+"),
        REMOVED("−"),
        CHANGED("~"),
        MOVED("→");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }

        /** What stands for it, also for whoever does not see colours. */
        public String sign() {
            return sign;
        }
    }
}
