package id.siks.platform.mail;

import java.util.regex.Pattern;

/** What we take for a mail address: the plain form everybody has, nothing that could be read as more than one. */
public final class MailAddress {

    /** No address is longer (RFC 5321, 4.5.3.1.3). */
    public static final int LONGEST = 254;

    // No quoted names, comments, blanks, line ends or numbers as hosts: whoever has one of those has another address,
    // too.
    private static final Pattern SHAPE =
            Pattern.compile("(?=.{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]");

    private MailAddress() {}

    /** True when mail can be sent to it; null is no address. */
    public static boolean isUsable(String text) {
        return text != null && text.length() <= LONGEST && SHAPE.matcher(text).matches();
    }
}
