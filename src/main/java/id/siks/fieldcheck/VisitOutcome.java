package id.siks.fieldcheck;

import java.util.Arrays;

/**
 * What a visitor found (glossary 6.2, question "hasil verivali"). Mapped by label, never by the printed number: the forms
 * of different years number them differently. Labels are {@code fieldcheck.outcome.<code>}.
 */
public enum VisitOutcome {
    VERIFIED(1),
    NOT_FOUND(2),
    MOVED_OR_GONE(3),
    PART_OF_OTHER(4),
    REFUSED(5),
    DUPLICATE(6),
    /** None of the instrument's answers: the door stayed closed, somebody has to come again. */
    NOBODY_HOME(0),
    /** None of the instrument's answers: the village has to mend its data before a visit makes sense. */
    TO_CORRECT(0);

    private final int number;

    VisitOutcome(int number) {
        this.number = number;
    }

    /** Number on the instrument, 1 to 6; 0 when it is none of its answers. */
    public int number() {
        return number;
    }

    /** True when the visitor has to name the other family of the register. */
    public boolean namesOther() {
        return this == PART_OF_OTHER || this == DUPLICATE;
    }

    /** The outcome called {@code code}, or null. */
    public static VisitOutcome of(String code) {
        return Arrays.stream(values())
                .filter(o -> o.name().equals(code))
                .findFirst()
                .orElse(null);
    }
}
