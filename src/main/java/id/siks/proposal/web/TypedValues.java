package id.siks.proposal.web;

import id.siks.platform.FieldError;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns typed texts into values and keeps a fault for each text that is none. An empty text is simply no value. */
final class TypedValues {

    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4})");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,9}(\\.\\d{1,12})?");
    private static final int LONGEST_CHOICE = 40;
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private final List<FieldError> faults = new ArrayList<>();

    /** Every text so far that could not be read, in the order of reading. */
    List<FieldError> faults() {
        return List.copyOf(faults);
    }

    /** The text in Unicode form C without blanks around it, or null. */
    static String text(String typed) {
        if (typed == null) {
            return null;
        }
        String text = Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
        return text.isEmpty() ? null : text;
    }

    /** A number of many digits, without the blanks, dots and dashes people put between groups. */
    static String number(String typed) {
        String text = text(typed);
        return text == null ? null : text.replaceAll("[ .-]", "");
    }

    /** RT or RW with leading zeros. */
    static String unit(String typed) {
        String text = text(typed);
        return text != null && text.matches("[0-9]{1,3}") ? "0".repeat(3 - text.length()) + text : text;
    }

    /** A telephone number with +62 in front when it was typed the way people say it. */
    static String phone(String typed) {
        String text = number(typed);
        if (text == null) {
            return null;
        }
        return text.startsWith("0") ? "+62" + text.substring(1) : text.startsWith("62") ? "+" + text : text;
    }

    /** A choice by its number. */
    Integer choice(String field, String typed) {
        return whole(field, typed, "proposal.page.error.choice");
    }

    /** A count. */
    Integer count(String field, String typed) {
        return whole(field, typed, "proposal.page.error.whole-number");
    }

    /** An amount of rupiah; dots between thousands are fine. */
    Long rupiah(String field, String typed) {
        String text = number(typed);
        return read(field, text, "proposal.page.error.whole-number", t -> {
            if (!t.matches("[0-9]{1,15}")) {
                throw new NumberFormatException();
            }
            return Long.valueOf(t);
        });
    }

    /** A number with decimals after a point or a comma. */
    BigDecimal decimal(String field, String typed) {
        String text = text(typed);
        return read(field, text == null ? null : text.replace(',', '.'), "proposal.page.error.number", t -> {
            if (!DECIMAL.matcher(t).matches()) {
                throw new NumberFormatException();
            }
            return new BigDecimal(t);
        });
    }

    /** A day of the calendar, as browsers send it or with the day first. */
    LocalDate date(String field, String typed) {
        return read(field, text(typed), "proposal.page.error.date", t -> {
            Matcher dayFirst = DAY_FIRST.matcher(t);
            LocalDate date = dayFirst.matches()
                    ? LocalDate.of(
                            Integer.parseInt(dayFirst.group(3)),
                            Integer.parseInt(dayFirst.group(2)),
                            Integer.parseInt(dayFirst.group(1)))
                    : LocalDate.parse(t);
            return nearOurTime(date.getYear(), date);
        });
    }

    /** A moment as devices tell it. */
    Instant moment(String field, String typed) {
        return read(field, text(typed), "proposal.page.error.date", t -> {
            Instant moment = Instant.parse(t);
            return nearOurTime(moment.atOffset(ZoneOffset.UTC).getYear(), moment);
        });
    }

    /** The machine's calendar reaches a thousand million years; no form does, and the database does not either. */
    private static <T> T nearOurTime(int year, T value) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new DateTimeException("year " + year);
        }
        return value;
    }

    /** Yes or no; null when nothing was chosen. */
    Boolean yesNo(String field, String typed) {
        return read(field, text(typed), "proposal.page.error.choice", t -> {
            if (t.equals("true") || t.equals("on")) {
                return true;
            }
            if (t.equals("false")) {
                return false;
            }
            throw new IllegalArgumentException();
        });
    }

    /** A constant of an enum by its name. */
    <E extends Enum<E>> E constant(String field, String typed, Class<E> type) {
        return read(field, text(typed), "proposal.page.error.choice", t -> Enum.valueOf(type, t));
    }

    /** Ticked numbers. */
    Set<Integer> choices(String field, List<String> typed) {
        Set<Integer> found = new LinkedHashSet<>();
        for (String one : ticks(field, typed)) {
            Integer code = choice(field, one);
            if (code != null) {
                found.add(code);
            }
        }
        return found;
    }

    /** Ticked codes. */
    Set<String> ticks(String field, List<String> typed) {
        Set<String> found = new LinkedHashSet<>();
        for (String one : typed == null ? List.<String>of() : typed) {
            String text = text(one);
            if (text != null && text.length() > LONGEST_CHOICE) {
                faults.add(FieldError.of(field, "proposal.page.error.choice"));
            } else if (text != null) {
                found.add(text);
            }
        }
        return found;
    }

    private Integer whole(String field, String typed, String key) {
        return read(field, text(typed), key, t -> {
            if (!WHOLE.matcher(t).matches()) {
                throw new NumberFormatException();
            }
            return Integer.valueOf(t);
        });
    }

    private <T> T read(String field, String text, String key, Function<String, T> reader) {
        if (text == null) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            faults.add(FieldError.of(field, key));
            return null;
        }
    }
}
