package id.siks.evidence;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * Serial of a certificate, {@code SK-26-7H3KQ-92MTX}: the year and fifty random bits, so that nobody finds others by
 * counting. Letters that are read as digits are left out.
 */
final class Serials {

    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final Pattern SHAPE = Pattern.compile("SK-[0-9]{2}-[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int GROUP = 5;

    private Serials() {}

    static String next(LocalDate today) {
        return "SK-%02d-%s-%s".formatted(today.getYear() % 100, group(), group());
    }

    static boolean isShaped(String text) {
        return text != null && SHAPE.matcher(text).matches();
    }

    private static String group() {
        StringBuilder group = new StringBuilder();
        for (int i = 0; i < GROUP; i++) {
            group.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return group.toString();
    }
}
