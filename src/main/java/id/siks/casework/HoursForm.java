package id.siks.casework;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A week of opening hours as the page sends it. Each weekday has four fields, numbered from 1 for Monday:
 * {@code opens-1}, {@code rests-1}, {@code resumes-1}, {@code closes-1}; all empty is a free day.
 */
record HoursForm(Map<String, String> sent) {

    /** A new week with the hours of another one, without its days; nothing when there is none. */
    static HoursForm like(OfficeWeek week) {
        Map<String, String> values = new HashMap<>();
        if (week != null) {
            values.put("area", week.area());
            values.put("source", week.source());
            week.days().forEach((day, hours) -> {
                List<LocalTime> times =
                        Arrays.asList(hours.opens(), hours.breakFrom(), hours.breakUntil(), hours.closes());
                for (int i = 0; i < times.size(); i++) {
                    values.put(fields(day).get(i), text(times.get(i)));
                }
            });
        }
        return new HoursForm(values);
    }

    /** The week as it is. */
    static HoursForm of(OfficeWeek week) {
        HoursForm form = like(week);
        form.sent.put("id", Long.toString(week.id()));
        form.sent.put("from", text(week.fromDay()));
        form.sent.put("until", text(week.untilDay()));
        return form;
    }

    /** The fields of a weekday in the order of the day. */
    static List<String> fields(DayOfWeek day) {
        return List.of(opens(day), "rests-" + day.getValue(), "resumes-" + day.getValue(), "closes-" + day.getValue());
    }

    static String opens(DayOfWeek day) {
        return "opens-" + day.getValue();
    }

    /** What was typed into a field, or null. */
    public String get(String field) {
        return sent.get(field);
    }

    public String id() {
        return get("id");
    }

    public String area() {
        return get("area");
    }

    public String from() {
        return get("from");
    }

    public String until() {
        return get("until");
    }

    public String source() {
        return get("source");
    }

    /** {@code true} takes it away. */
    String remove() {
        return get("remove");
    }

    /** The change whose effect the page has told. */
    String shown() {
        return get("shown");
    }

    String key() {
        return get("key");
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
