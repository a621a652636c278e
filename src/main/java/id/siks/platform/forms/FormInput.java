package id.siks.platform.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

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

    /** The number of {@code key}, or null. */
    public BigDecimal number(String key) {
        Object value = values.get(key);
        return value == null ? null : new BigDecimal(value.toString());
    }

    /** The whole number of {@code key}, or null. */
    public Integer integer(String key) {
        BigDecimal value = number(key);
        return value == null ? null : value.intValueExact();
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
