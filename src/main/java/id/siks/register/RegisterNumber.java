package id.siks.register;

/**
 * Number the register gives to a family or a person: {@code ID-00000127-B}. Its letter catches a mistyped or swapped
 * digit; otherwise it tells nothing.
 */
final class RegisterNumber {

    // Without letters that are read as digits.
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXY";
    private static final int DIGITS = 8;

    private RegisterNumber() {}

    static String of(long number) {
        String given = Long.toString(number);
        // By hand: a decree numbers everybody it reaches, and a format is read anew each time.
        String digits = "0".repeat(Math.max(0, DIGITS - given.length())) + given;
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.length() + 1 - i) * Character.digit(digits.charAt(i), 10);
        }
        return "ID-" + digits + "-" + LETTERS.charAt(sum % LETTERS.length());
    }
}
