package id.siks.processadmin.check;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
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
    private static final int MOST_TIMES = 500;
    private static final Pattern CYCLE = Pattern.compile("R([1-9]\\d{0,2})/(P[0-9TDHMSWY]{1,20})");

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
        try {
            OffsetDateTime.parse(text);
        } catch (DateTimeException notADate) {
            findings.at(time, Rule.TIMER_NOT_USABLE, text);
        }
    }

    private static void duration(Part time, String text, String whole, Findings findings) {
        if (Expressions.isIn(text)) {
            return;
        }
        try {
            if (length(text).compareTo(SHORTEST) < 0) {
                findings.at(time, Rule.TIMER_TOO_SHORT, whole);
            }
        } catch (DateTimeException | ArithmeticException notADuration) {
            findings.at(time, Rule.TIMER_NOT_USABLE, whole);
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

    private static Duration length(String text) {
        return text.contains("T") || !text.matches("P(\\d+[YMWD])+")
                ? Duration.parse(text)
                : Duration.ofDays(Period.parse(text).toTotalMonths() * 28L
                        + Period.parse(text).getDays());
    }
}
