package id.siks.platform;

/** Free words of a small form that others read: tidied, of a fair length, and without numbers of persons or family cards. */
public final class Sentences {

    private static final int SHORTEST = 3;

    private Sentences() {}

    /** The words, or null when there are none; refused at {@code field} beyond {@code longest} characters. */
    public static String optional(String field, String text, int longest) {
        String words = tidy(text);
        if (words.length() > longest) {
            throw InvalidInput.at(field, "platform.error.too-long", longest);
        }
        CardNumbers.refuse(field, words);
        return words.isEmpty() ? null : words;
    }

    /** The words; refused at {@code field} when there are too few or too many. */
    public static String required(String field, String text, int longest) {
        return required(field, text, SHORTEST, longest);
    }

    /** The same where at least {@code shortest} letters and digits make a reason. */
    public static String required(String field, String text, int shortest, int longest) {
        String words = tidy(text);
        if (isShort(words, shortest) || words.length() > longest) {
            throw InvalidInput.at(field, "platform.error.sentence", shortest, longest);
        }
        CardNumbers.refuse(field, words);
        return words;
    }

    /** True when {@code text} has fewer than {@code least} letters and digits: dots and exclamation marks explain nothing. */
    public static boolean isShort(String text, int least) {
        return text.codePoints().filter(Character::isLetterOrDigit).count() < least;
    }

    private static String tidy(String text) {
        return text == null ? "" : text.strip().replace("\r\n", "\n");
    }
}
