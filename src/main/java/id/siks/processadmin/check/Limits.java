package id.siks.processadmin.check;

import id.siks.platform.forms.FormField.Days;
import id.siks.platform.forms.FormField.Rules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What limits an answer: a form may become stricter than the code was written for, never looser. */
final class Limits {

    private static final int LOWER = -1;
    private static final int HIGHER = 1;

    private Limits() {}

    /** The properties that let answers pass which {@code before} refused, as the form's file calls them. */
    static List<String> loosened(Rules before, Rules after) {
        Map<String, Boolean> looser = new LinkedHashMap<>();
        // Whether one pattern takes less than another nobody can say in general.
        looser.put("pattern", before.pattern() != null && !before.pattern().equals(after.pattern()));
        looser.put("decimalDigits", isLooser(before.decimals(), after.decimals(), HIGHER));
        looser.put("min", isLooser(before.min(), after.min(), LOWER));
        looser.put("max", isLooser(before.max(), after.max(), HIGHER));
        looser.put("minLength", isLooser(before.minLength(), after.minLength(), LOWER));
        looser.put("maxLength", isLooser(before.maxLength(), after.maxLength(), HIGHER));
        looser.put("disallowPassedDates", before.days() == Days.NOT_PAST && after.days() != Days.NOT_PAST);
        looser.put("days", before.days() == Days.NOT_FUTURE && after.days() != Days.NOT_FUTURE);
        return looser.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static <T extends Comparable<T>> boolean isLooser(T before, T after, int direction) {
        return before != null && (after == null || Integer.signum(after.compareTo(before)) == direction);
    }
}
