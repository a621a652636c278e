package id.siks.casework;

import java.time.LocalTime;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * When offices work on one day, in the time of the place.
 *
 * @param breakFrom when the break begins, or null when there is none
 * @param breakUntil when it ends, or null
 */
record OfficeHours(LocalTime opens, LocalTime breakFrom, LocalTime breakUntil, LocalTime closes) {

    boolean hasBreak() {
        return breakFrom != null;
    }

    /** True when everything follows one another, and the break has an end or there is none. */
    boolean isInOrder() {
        boolean whole = (breakFrom == null) == (breakUntil == null);
        LocalTime[] moments = Stream.of(opens, breakFrom, breakUntil, closes)
                .filter(moment -> moment != null)
                .toArray(LocalTime[]::new);
        for (int i = 1; i < moments.length; i++) {
            if (!moments[i - 1].isBefore(moments[i])) {
                return false;
            }
        }
        return whole && opens != null && closes != null;
    }

    /** As people write it: {@code 07.30–12.00, 13.00–16.00}. */
    public String inWords() {
        return hasBreak()
                ? clock(opens) + "–" + clock(breakFrom) + ", " + clock(breakUntil) + "–" + clock(closes)
                : clock(opens) + "–" + clock(closes);
    }

    private static String clock(LocalTime time) {
        return String.format(Locale.ROOT, "%02d.%02d", time.getHour(), time.getMinute());
    }
}
