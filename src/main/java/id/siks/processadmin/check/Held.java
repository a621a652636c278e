package id.siks.processadmin.check;

/** What a variable has to hold where a diagram reads it. */
enum Held {
    TEXT,
    NUMBER,
    YES_OR_NO,
    MOMENT,
    LENGTH_OF_TIME,
    LIST,
    ACCOUNT;

    /** For a condition that {@link Expressions} allows; one that only names a variable asks for yes. */
    static Held comparedIn(String condition) {
        String with = Expressions.comparedWith(condition).orElse("true");
        if (with.startsWith("'")) {
            return TEXT;
        }
        return with.equals("true") || with.equals("false") ? YES_OR_NO : NUMBER;
    }
}
