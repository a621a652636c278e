package id.siks.processadmin.check;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Timers stay within bounds (security requirement 5): a quarter of an hour at least, 500 times at most. What begins by a timer
 * begins at a time that is written down (security requirement 3), but for what the application itself begins with.
 */
@Component
class BpmnTimers implements BpmnRule {

    private static final Duration SHORTEST = Duration.ofMinutes(15);
    /** The database knows no day that lies as far ahead as the engine can count. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private static final int MOST_TIMES = 500;
    /** How the engine reads a length of time: weeks alone, or the other units in their order, in capitals and without signs. */
    private static final Pattern LENGTH = Pattern.compile("P(?:(?<weeks>\\d{1,6})W"
            + "|(?=.)(?:(?<years>\\d{1,6})Y)?(?:(?<months>\\d{1,6})M)?(?:(?<days>\\d{1,6})D)?"
            + "(?:T(?=.)(?:(?<hours>\\d{1,6})H)?(?:(?<minutes>\\d{1,6})M)?(?:(?<seconds>\\d{1,6})S)?)?)");
    /** The least each of them lasts. */
    private static final Map<String, Duration> UNITS = Map.of(
            "weeks", Duration.ofDays(7),
            "years", Duration.ofDays(365),
            "months", Duration.ofDays(28),
            "days", Duration.ofDays(1),
            "hours", Duration.ofHours(1),
            "minutes", Duration.ofMinutes(1),
            "seconds", Duration.ofSeconds(1));

    private static final Pattern CYCLE = Pattern.compile("R([1-9]\\d{0,2})/(P[0-9TDHMSWY]{1,40})");
    private static final Pattern DATE =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?(Z|[+-]\\d\\d:\\d\\d)");

    private final Shipped shipped;

    BpmnTimers(Shipped shipped) {
        this.shipped = shipped;
    }

    @Override
    public void check(Bpmn diagram, Findings findings) {
        starts(diagram.root())
                .filter(time -> Expressions.isIn(time.text()))
                .filter(time -> !shippedStarts(diagram.key()).contains(time.text()))
                .forEach(time -> findings.at(time, Rule.TIMER_START_NOT_CONSTANT, time.text()));
        diagram.root()
                .all()
                .filter(part -> part.name().equals("timerEventDefinition"))
                .forEach(timer -> timer(timer, findings));
    }

    private Set<String> shippedStarts(String key) {
        return shipped.find(ModelKind.BPMN, key).stream()
                .flatMap(file -> starts(XmlReader.read(PlainText.xml(file.content()))))
                .map(Part::text)
                .collect(Collectors.toSet());
    }

    /** The times at which something begins. */
    private static Stream<Part> starts(Part root) {
        return root.all()
                .filter(part -> part.name().equals("startEvent"))
                .flatMap(start -> Graph.definitions(start).stream())
                .filter(definition -> definition.name().equals("timerEventDefinition"))
                .flatMap(timer -> timer.children().stream());
    }

    private static void timer(Part timer, Findings findings) {
        List<Part> times = timer.children().stream()
                .filter(c -> c.name().startsWith("time"))
                .toList();
        if (times.size() != 1) {
            findings.at(timer, Rule.TIMER_NOT_USABLE, "");
            return;
        }
        Part time = times.get(0);
        String text = time.text();
        switch (time.name()) {
            case "timeDate" -> date(time, text, findings);
            case "timeDuration" -> duration(time, text, text, findings);
            default -> cycle(time, text, findings);
        }
    }

    private static void date(Part time, String text, Findings findings) {
        if (Expressions.isIn(text)) {
            return;
        }
        if (!isDate(text)) {
            findings.at(time, Rule.TIMER_NOT_USABLE, text);
        }
    }

    /** A day there is, written as the engine reads it. */
    private static boolean isDate(String text) {
        try {
            return DATE.matcher(text).matches() && OffsetDateTime.parse(text) != null;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    /** True for a length of time that a timer may have. */
    static boolean isLength(String text) {
        Matcher length = LENGTH.matcher(text);
        return length.matches()
                && least(length).compareTo(LONGEST) <= 0
                && least(length).compareTo(SHORTEST) >= 0;
    }

    private static void duration(Part time, String text, String whole, Findings findings) {
        if (Expressions.isIn(text)) {
            return;
        }
        Matcher length = LENGTH.matcher(text);
        if (!length.matches() || least(length).compareTo(LONGEST) > 0) {
            findings.at(time, Rule.TIMER_NOT_USABLE, whole);
        } else if (least(length).compareTo(SHORTEST) < 0) {
            findings.at(time, Rule.TIMER_TOO_SHORT, whole);
        }
    }

    // How often is part of it, and both are written down: nobody can look into a variable beforehand.
    private static void cycle(Part time, String text, Findings findings) {
        Matcher cycle = CYCLE.matcher(text);
        if (!cycle.matches() || Integer.parseInt(cycle.group(1)) > MOST_TIMES) {
            findings.at(time, Rule.TIMER_NOT_USABLE, text);
        } else {
            duration(time, cycle.group(2), text, findings);
        }
    }

    private static Duration least(Matcher length) {
        return UNITS.entrySet().stream()
                .filter(unit -> length.group(unit.getKey()) != null)
                .map(unit -> unit.getValue().multipliedBy(Long.parseLong(length.group(unit.getKey()))))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
