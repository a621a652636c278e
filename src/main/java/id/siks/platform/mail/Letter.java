package id.siks.platform.mail;

import java.util.Locale;

/**
 * One mail to one person.
 *
 * @param id its Message-ID without the angle brackets; the same whenever it is sent again
 * @param to where to
 * @param subject one line
 * @param text for those who read plain text
 * @param html the same for those who do not
 * @param language the language of all three
 */
public record Letter(String id, String to, String subject, String text, String html, Locale language) {

    /** Refuses what would put lines of its own into the head of the mail. */
    public Letter {
        if (!MailAddress.isUsable(to) || hasControls(subject) || !MailAddress.isUsable(id)) {
            throw new IllegalArgumentException("A letter with a malformed head");
        }
    }

    private static boolean hasControls(String line) {
        return line.chars().anyMatch(Character::isISOControl);
    }
}
