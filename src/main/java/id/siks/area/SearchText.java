package id.siks.area;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What somebody types, in the spelling names are compared in: lower case, no accents or apostrophes, letters and digits
 * parted by single spaces. The database spells the names so with {@code area.comparable}.
 */
public final class SearchText {

    /** How alike a part of a name must be when nothing contains what was typed; 1 is equal. */
    public static final double ALIKE = 0.5;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’\"`]+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern CODE = Pattern.compile("[0-9][0-9. ]*");
    private static final int LONGEST = 100;

    private SearchText() {}

    /** The comparable form of {@code text}; empty for null and for text without a letter or digit. A code loses its dots. */
    public static String of(String text) {
        if (text == null) {
            return "";
        }
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        if (CODE.matcher(cut.strip()).matches()) {
            return cut.replaceAll("[^0-9]", "");
        }
        String plain =
                MARKS.matcher(Normalizer.normalize(cut, Normalizer.Form.NFD)).replaceAll("");
        String joined = APOSTROPHES.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("");
        return OTHERS.matcher(joined).replaceAll(" ").strip();
    }
}
