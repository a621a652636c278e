package id.siks.platform;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keeps the numbers of persons (NIK) and family cards (KK) out of free words that others read. Both have sixteen digits, which
 * people also write in groups: six of the place, six of a day (of birth, for women with 40 added; of issue), four of a series.
 */
public final class CardNumbers {

    // One kind of gap in all of it: two dates beside each other are no number. It may begin within what looks like one.
    private static final Pattern SIXTEEN =
            Pattern.compile("(?<!\\d)(?=(\\d(?:[ \\u00a0]?\\d){15}|\\d(?:\\.?\\d){15}|\\d(?:-?\\d){15})(?!\\d))");

    // Telephone numbers and years beside each other are written in groups as well, and have no place and no day there.
    private static final Pattern PLACE_AND_DAY =
            Pattern.compile("[1-9]\\d{5}(?:0[1-9]|[12]\\d|3[01]|4[1-9]|[56]\\d|7[01])(?:0[1-9]|1[0-2])\\d{6}");

    private CardNumbers() {}

    /** What is wrong at {@code field} when its words contain such a number. */
    public static Optional<FieldError> fault(String field, String words) {
        return words != null && SIXTEEN.matcher(words).results().anyMatch(found -> isNumber(found.group(1)))
                ? Optional.of(FieldError.of(field, "platform.error.card-number"))
                : Optional.empty();
    }

    // Sixteen digits in a row are hardly anything else, be they made up or mistyped.
    private static boolean isNumber(String written) {
        String digits = written.replaceAll("\\D", "");
        return digits.equals(written) || PLACE_AND_DAY.matcher(digits).matches();
    }

    /** Refuses words with such a number at {@code field}. */
    public static void refuse(String field, String words) {
        fault(field, words).ifPresent(fault -> {
            throw InvalidInput.at(fault.field(), fault.message().key());
        });
    }
}
