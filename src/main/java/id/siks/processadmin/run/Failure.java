package id.siks.processadmin.run;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may be shown of an exception: kinds and places, never its words, which may tell of people.
 *
 * @param classes names of the exceptions, the outermost first
 * @param places where in this program it happened, the innermost first
 */
record Failure(List<String> classes, List<String> places) {

    private static final int MOST_PLACES = 8;
    private static final Pattern CLASS = Pattern.compile("^(?:Caused by: )?((?:[a-z_]\\w*\\.)+[A-Z][\\w$]*)(?::.*)?$");
    private static final Pattern PLACE =
            Pattern.compile("^\\s+at (?:[\\w.]+//?)?(id\\.siks\\.[\\w.$]+\\(\\w+\\.java:\\d+\\))$");

    /** Reads a printed stack; null when there is none. */
    static Failure in(String stack) {
        List<String> classes = new ArrayList<>();
        List<String> places = List.of();
        List<String> own = new ArrayList<>();
        String[] lines = stack == null ? new String[0] : stack.split("\\R");
        for (int i = 0; i < lines.length; i++) {
            Matcher kind = CLASS.matcher(lines[i]);
            // Words of a message may stand on lines of their own; only the first line and causes are exceptions.
            if ((i == 0 || lines[i].startsWith("Caused by: ")) && kind.matches()) {
                classes.add(kind.group(1));
                // What a cause has in common with the exception around it is not printed again.
                places = own.isEmpty() ? places : own;
                own = new ArrayList<>();
            }
            Matcher place = PLACE.matcher(lines[i]);
            if (place.matches() && own.size() < MOST_PLACES) {
                own.add(place.group(1));
            }
        }
        places = own.isEmpty() ? places : own;
        return new Failure(List.copyOf(classes), List.copyOf(places));
    }

    /** Why, in the words of this house. */
    IncidentCause cause() {
        return IncidentCause.of(classes);
    }
}
