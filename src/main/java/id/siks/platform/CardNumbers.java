package id.siks.platform;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keeps the numbers of persons (NIK) and family cards (KK) out of free words that others read. Both have sixteen digits, which
 * people also write in groups.
 */
public final class CardNumbers {

    // One kind of gap in all of it: two dates beside each other are no number.
    private static final Pattern SIXTEEN =
            Pattern.compile("(?<!\\d)(?:\\d(?:[ \\u00a0]?\\d){15}|\\d(?:\\.?\\d){15}|\\d(?:-?\\d){15})(?!\\d)");

    private CardNumbers() {}

    /** What is wrong at {@code field} when its words contain such a number. */
    public static Optional<FieldError> fault(String field, String words) {
        return words != null && SIXTEEN.matcher(words).find()
                ? Optional.of(FieldError.of(field, "platform.error.card-number"))
                : Optional.empty();
    }

    /** Refuses words with such a number at {@code field}. */
    public static void refuse(String field, String words) {
        fault(field, words).ifPresent(fault -> {
            throw InvalidInput.at(fault.field(), fault.message().key());
        });
    }
}
