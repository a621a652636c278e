package id.siks.register;

/**
 * Number the register gives to a family or a person: {@code ID-00000127-K}. Its letter catches a mistyped or swapped
 * digit; otherwise it tells nothing.
 */
final class RegisterNumber {

    // Without letters that are read as digits.
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXY";

    private RegisterNumber() {}

    static String of(long number) {
        String digits = String.format("%08d", number);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.length() + 1 - i) * Character.digit(digits.charAt(i), 10);
        }
        return "ID-" + digits + "-" + LETTERS.charAt(sum % LETTERS.length());
    }
}
