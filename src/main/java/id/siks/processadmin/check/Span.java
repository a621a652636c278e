package id.siks.processadmin.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers, or days by their count, that lie together, as FEEL writes them: {@code 5}, {@code < 5}, {@code [1..5[},
 * {@code >= date("2026-01-31")}.
 *
 * @param days whether it is about days
 * @param from its lower end
 * @param withFrom whether {@code from} belongs to it
 * @param to its upper end
 * @param withTo whether {@code to} belongs to it
 */
record Span(boolean days, BigDecimal from, boolean withFrom, BigDecimal to, boolean withTo) {

    private static final BigDecimal ENDLESS = BigDecimal.TEN.pow(20);
    private static final String POINT = "(-?\\d{1,15}(?:\\.\\d{1,10})?|date\\(\\s*\"\\d{4}-\\d{2}-\\d{2}\"\\s*\\))";
    private static final Pattern COMPARED = Pattern.compile("(<=|>=|<|>|)\\s*" + POINT);
    private static final Pattern RANGE =
            Pattern.compile("([\\[\\](])\\s*" + POINT + "\\s*\\.\\.\\s*" + POINT + "\\s*([\\[\\])])");

    /** Reads one test of a cell; empty when it is something else, or when nothing lies in it. */
    static Optional<Span> read(String test) {
        try {
            return written(test).filter(span -> span.from.compareTo(span.to) < (span.withFrom && span.withTo ? 1 : 0));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static Optional<Span> written(String test) {
        Matcher compared = COMPARED.matcher(test);
        if (compared.matches()) {
            return Optional.of(compared(compared.group(1), compared.group(2)));
        }
        Matcher range = RANGE.matcher(test);
        return range.matches() && isDay(range.group(2)) == isDay(range.group(3))
                ? Optional.of(range(range))
                : Optional.empty();
    }

    private static Span compared(String sign, String point) {
        boolean with = sign.length() != 1;
        return new Span(
                isDay(point),
                sign.startsWith("<") ? ENDLESS.negate() : value(point),
                with,
                sign.startsWith(">") ? ENDLESS : value(point),
                with);
    }

    private static Span range(MatchResult range) {
        return new Span(
                isDay(range.group(2)),
                value(range.group(2)),
                range.group(1).equals("["),
                value(range.group(3)),
                range.group(4).equals("]"));
    }

    private static boolean isDay(String point) {
        return point.startsWith("date");
    }

    private static BigDecimal value(String point) {
        return isDay(point)
                ? BigDecimal.valueOf(LocalDate.parse(point.substring(point.indexOf('"') + 1, point.lastIndexOf('"')))
                        .toEpochDay())
                : new BigDecimal(point);
    }

    /** Whether something lies in both: surely when it is a whole number, for a column may take no others. */
    Meeting with(Span other) {
        if (days != other.days) {
            return Meeting.UNKNOWN;
        }
        if (isBefore(other) || other.isBefore(this)) {
            return Meeting.NEVER;
        }
        return first().max(other.first()).compareTo(last().min(other.last())) > 0 ? Meeting.UNKNOWN : Meeting.SURE;
    }

    private boolean isBefore(Span other) {
        int order = to.compareTo(other.from);
        return order < 0 || order == 0 && !(withTo && other.withFrom);
    }

    private BigDecimal first() {
        return withFrom
                ? from.setScale(0, RoundingMode.CEILING)
                : from.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE);
    }

    private BigDecimal last() {
        return withTo
                ? to.setScale(0, RoundingMode.FLOOR)
                : to.setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE);
    }
}
