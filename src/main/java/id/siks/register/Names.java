package id.siks.register;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How names are compared: composed letters, upper case, trimmed, single spaces (glossary 8.3). */
public final class Names {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Names() {}

    /** What two spellings of one name have in common; empty for null. */
    public static String key(String name) {
        if (name == null) {
            return "";
        }
        String composed = Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
        return SPACES.matcher(composed).replaceAll(" ").toUpperCase(Locale.ROOT);
    }
}
