package id.siks.worklist.mail;

import id.siks.worklist.notice.DeliveryState;
import java.time.Instant;

/**
 * One mail to one person, from the moment something is to be in it.
 *
 * @param id its number
 * @param account whom it is for
 * @param messageId its Message-ID, the same however often it is sent
 * @param urgent true when it does not wait for the morning
 * @param sealed true when nothing more comes into it
 * @param attempts how often it was tried
 * @param cause what went wrong last, or null
 * @param changedAt since when it is in its state
 * @param notices how many notices it takes along
 */
record Delivery(
        long id,
        long account,
        Kind kind,
        DeliveryState state,
        String messageId,
        boolean urgent,
        boolean sealed,
        int attempts,
        Cause cause,
        Instant changedAt,
        int notices) {

    enum Kind {
        /** What happened. */
        NOTICES,
        /** The digits that show that somebody reads what is sent to an address. */
        CODE
    }

    /** Why a mail did not go out. */
    enum Cause {
        ADDRESS_REFUSED,
        LETTER_REFUSED,
        NOT_NOW,
        UNREACHABLE,
        NOT_ADMITTED,
        /** It was under way when the line broke or the application ended. */
        BROKEN_OFF,
        /** It could not be written: a fault of ours. */
        NOT_WRITTEN
    }
}
