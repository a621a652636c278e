package id.siks.casework;

import java.util.Collection;
import java.util.regex.Pattern;

/**
 * Number of a case, the engine's business key and the last part of its URL: kind letters, regency, year, running number,
 * for example {@code USL-1804-26-000123}. It tells nothing about the person.
 */
public record CaseRef(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Z]{3}-\\d{2,4}-\\d{2}-\\d{6,9}");

    /** Refuses anything of another shape with {@link IllegalArgumentException}. */
    public CaseRef {
        if (value == null || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a case reference");
        }
    }

    /** True when {@code text} has the shape of a reference. */
    public static boolean isShaped(String text) {
        return text != null && SHAPE.matcher(text).matches();
    }

    /** Their numbers, as a statement takes them. */
    public static String[] values(Collection<CaseRef> refs) {
        return refs.stream().map(CaseRef::value).toArray(String[]::new);
    }

    @Override
    public String toString() {
        return value;
    }
}
