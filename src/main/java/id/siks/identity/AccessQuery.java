package id.siks.identity;

import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is asked of the access log; components are null where nothing is asked.
 *
 * @param subject whom, as it stands in the log ({@code <room>:<key>}) or the number of a case
 * @param account who
 * @param from since when
 * @param until before when
 */
record AccessQuery(String subject, Long account, AccessKind kind, Instant from, Instant until) {

    private static final Duration LONGEST = Duration.ofDays(92);
    private static final int LAST_YEAR = 2999;

    private static final Pattern CASE = Pattern.compile("[A-Z]{3}-\\d{2,4}-\\d{2}-\\d{6,9}");

    /** A key as rooms give them out; sixteen digits are the number of a person or a family card, which stand in no address. */
    private static final Pattern KEY = Pattern.compile("[a-z]{2,20}:(?!.*\\d{16})[\\w.-]{1,60}");

    /**
     * Reads what was typed; the moments are those of the wall clock in {@code zone}, a day without time is its beginning.
     * {@link InvalidInput} at the field for what is none, and for a span that is none or longer than 92 days.
     */
    static AccessQuery of(String subject, String account, String kind, String from, String until, ZoneId zone) {
        List<FieldError> faults = new ArrayList<>();
        String whom = subject(subject, faults);
        Long who = account(account, faults);
        AccessKind wanted = kind(kind, faults);
        Instant first = moment("from", from, zone, faults);
        Instant last = moment("until", until, zone, faults);
        if (faults.isEmpty() && (first == null) != (last == null)) {
            faults.add(FieldError.of(first == null ? "from" : "until", "identity.log.error.both"));
        }
        if (faults.isEmpty() && first != null) {
            span(first, last, faults);
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return new AccessQuery(whom, who, wanted, first, last);
    }

    /** True when the question is narrow enough to be answered. */
    boolean narrow() {
        return subject != null || account != null || from != null;
    }

    private static void span(Instant first, Instant last, List<FieldError> faults) {
        if (!first.isBefore(last)) {
            faults.add(FieldError.of("until", "identity.log.error.order"));
        } else if (Duration.between(first, last).compareTo(LONGEST) > 0) {
            faults.add(FieldError.of("until", "identity.log.error.long", LONGEST.toDays()));
        }
    }

    private static String subject(String text, List<FieldError> faults) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String typed = text.strip();
        if (!CASE.matcher(typed).matches() && !KEY.matcher(typed).matches()) {
            faults.add(FieldError.of("subject", "identity.log.error.subject"));
        }
        return typed;
    }

    private static Long account(String text, List<FieldError> faults) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException noNumber) {
            faults.add(FieldError.of("account", "identity.log.error.account"));
            return null;
        }
    }

    private static AccessKind kind(String text, List<FieldError> faults) {
        if (text == null || text.isBlank()) {
            return null;
        }
        for (AccessKind kind : AccessKind.values()) {
            if (kind.name().equals(text)) {
                return kind;
            }
        }
        faults.add(FieldError.of("kind", "identity.log.error.kind"));
        return null;
    }

    private static Instant moment(String field, String text, ZoneId zone, List<FieldError> faults) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            String typed = text.strip();
            LocalDateTime moment = typed.length() == "2026-11-29".length()
                    ? LocalDate.parse(typed).atStartOfDay()
                    : LocalDateTime.parse(typed);
            if (moment.getYear() > 0 && moment.getYear() <= LAST_YEAR) {
                return moment.atZone(zone).toInstant();
            }
        } catch (DateTimeParseException shapeless) {
            // Said at the field below.
        }
        faults.add(FieldError.of(field, "identity.log.error.moment"));
        return null;
    }
}
