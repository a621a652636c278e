package id.siks.worklist.notice;

import java.time.Instant;

/**
 * How a notice reached its person. It stands in the product from the moment it was written; the rest is told here.
 *
 * @param seenAt when he first had it before his eyes, or null; unknown when his browser runs no scripts
 * @param readAt when he put it away, or null
 * @param mail how far the mail has come that takes it along, or null
 * @param mailAt since when the mail is there, or null
 * @param unmailed why no mail takes it along, or null
 */
record Arrival(Instant seenAt, Instant readAt, DeliveryState mail, Instant mailAt, Unmailed unmailed) {

    /** Code of what can be said of its mail: a state, a reason, or that it was not thought of yet. */
    public String mailWord() {
        if (mail != null) {
            return mail.name();
        }
        return unmailed == null ? "SOON" : unmailed.name();
    }
}
