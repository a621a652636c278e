package id.siks.identity;

import id.siks.platform.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;

/** The six digits that show that somebody reads what is sent to an address. */
final class MailCode {

    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int CODES = 1_000_000;

    private MailCode() {}

    static String fresh() {
        return "%06d".formatted(CHANCE.nextInt(CODES));
    }

    /** What is kept of it: the same digits of another account look different. */
    static String hash(long accountId, String code) {
        return Sha256.hex(accountId + ":" + code);
    }

    /** True when {@code typed} is the code, blanks aside. */
    static boolean matches(String hash, long accountId, String typed) {
        String digits = typed == null ? "" : typed.replaceAll("\\s", "");
        byte[] found = hash(accountId, digits).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(found, hash.getBytes(StandardCharsets.US_ASCII));
    }
}
