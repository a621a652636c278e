package id.siks.area;

import java.util.regex.Pattern;

/**
 * Code of an area: 2, 4, 6 or 10 digits, no dots; the parent is the prefix (glossary 8.1). Whether such an area exists
 * only {@link Areas} knows.
 */
public record AreaCode(String value) implements Comparable<AreaCode> {

    private static final Pattern SHAPE = Pattern.compile("\\d{2}(\\d{2}(\\d{2}(\\d{4})?)?)?");

    /** Jakarta: its clock is the nation's. Stands below the shape it is checked by. */
    public static final AreaCode CAPITAL = new AreaCode("31");

    /** Refuses anything but 2, 4, 6 or 10 ASCII digits with {@link IllegalArgumentException}. */
    public AreaCode {
        if (value == null || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an area code");
        }
    }

    /** The code in {@code text}, with or without dots. */
    public static AreaCode of(String text) {
        return new AreaCode(text == null ? null : text.replace(".", ""));
    }

    /** True when {@code text} has the shape of a code. */
    public static boolean isShaped(String text) {
        return text != null && SHAPE.matcher(text).matches();
    }

    /** The level its length tells. */
    public AreaLevel level() {
        return AreaLevel.ofDigits(value.length());
    }

    /** The area of {@code level} this one lies in; itself when it is of that level. */
    public AreaCode at(AreaLevel level) {
        return new AreaCode(value.substring(0, level.digits()));
    }

    /** True when this area is {@code other} or lies in it. */
    public boolean isWithin(AreaCode other) {
        return value.startsWith(other.value);
    }

    /** The first text after every code in this area, so that codes from its own up to this, compared byte by byte, lie in it. */
    public String past() {
        return value + ':';
    }

    /** As officials write it: {@code 18.04.01.2001}. */
    public String display() {
        return value.replaceFirst("^(\\d{2})(\\d{2})?(\\d{2})?(\\d{4})?$", "$1.$2.$3.$4")
                .replaceFirst("\\.+$", "");
    }

    @Override
    public int compareTo(AreaCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
