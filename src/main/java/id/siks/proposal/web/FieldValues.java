package id.siks.proposal.web;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.ReflectionUtils;

/** The texts of a form by the name of their field, {@code members[0].nik} for example: what pages show and compare. */
final class FieldValues {

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private FieldValues() {}

    /** No field at all. */
    static FieldValues none() {
        return new FieldValues();
    }

    /** All texts in {@code form}, nested records and lists of records included. */
    static FieldValues of(Record form) {
        FieldValues found = new FieldValues();
        found.collect("", form);
        return found;
    }

    /** The text of {@code field}, empty when there is none. */
    public String one(String field) {
        return String.join(", ", all(field));
    }

    /** Every text of {@code field}, for lists of ticks. */
    public List<String> all(String field) {
        return values.getOrDefault(field, List.of());
    }

    private void collect(String prefix, Record part) {
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            Object value = ReflectionUtils.invokeMethod(component.getAccessor(), part);
            put(prefix + component.getName(), value);
        }
    }

    private void put(String name, Object value) {
        if (value instanceof Record nested) {
            collect(name + ".", nested);
        } else if (value instanceof List<?> list && list.stream().allMatch(Record.class::isInstance)) {
            for (int i = 0; i < list.size(); i++) {
                collect(name + "[" + i + "].", (Record) list.get(i));
            }
        } else if (value instanceof List<?> list) {
            values.put(name, list.stream().map(String::valueOf).toList());
        } else if (value != null && !value.toString().isBlank()) {
            values.put(name, List.of(value.toString()));
        }
    }
}
