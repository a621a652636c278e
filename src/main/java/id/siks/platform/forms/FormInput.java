package id.siks.platform.forms;

import id.siks.platform.InvalidInput;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Checked values of a form: only fields the form shows, each of its declared type (text, number, yes/no, list, date).
 *
 * @param values by key of the field; a field left empty is absent
 */
public record FormInput(Map<String, Object> values) {

    /** The text of {@code key}, or null. */
    public String text(String key) {
        Object value = values.get(key);
        return value == null ? null : value.toString();
    }

    /** The text of {@code key}; refused there with {@link InvalidInput} when the form did not ask for it. */
    public String needed(String key) {
        return needed(key, Function.identity());
    }

    /**
     * What the text of {@code key} means; refused there with {@link InvalidInput} when the form did not ask for it, or let
     * pass what cannot be read.
     *
     * @param meaning says so with {@link IllegalArgumentException} or {@link DateTimeException}
     */
    public <T> T needed(String key, Function<String, T> meaning) {
        String text = text(key);
        if (text == null) {
            throw InvalidInput.at(key, "platform.form.required");
        }
        try {
            return meaning.apply(text);
        } catch (IllegalArgumentException | DateTimeException unread) {
            throw InvalidInput.at(key, "platform.form.pattern");
        }
    }

    /** The number of {@code key}, or null. */
    public BigDecimal number(String key) {
        Object value = values.get(key);
        return value == null ? null : new BigDecimal(value.toString());
    }

    /** The whole number of {@code key}, or null; refused there with {@link InvalidInput} when it is none. */
    public Integer integer(String key) {
        BigDecimal value = number(key);
        try {
            return value == null ? null : value.intValueExact();
        } catch (ArithmeticException broken) {
            throw InvalidInput.at(key, "platform.form.whole-number");
        }
    }

    /** True when {@code key} was answered with yes. */
    public boolean yes(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }

    /** The date of {@code key}, or null. */
    public LocalDate date(String key) {
        Object value = values.get(key);
        return value == null ? null : LocalDate.parse(value.toString());
    }

    /** The ticked options of {@code key}; empty when none. */
    public List<String> options(String key) {
        Object value = values.get(key);
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }
}
