package id.siks.identity;

/** How official numbers are shown to people who need not see them in full (requirement 22). */
public final class Masks {

    private Masks() {}

    /** NIK or KK: the first and the last four digits, {@code 3571********0001}; shorter texts are hidden wholly. */
    public static String number(String number) {
        if (number == null || number.isEmpty()) {
            return "";
        }
        if (number.length() < 12) {
            return "*".repeat(number.length());
        }
        int end = number.length() - 4;
        return number.substring(0, 4) + "*".repeat(end - 4) + number.substring(end);
    }
}
