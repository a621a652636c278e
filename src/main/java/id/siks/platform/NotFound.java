package id.siks.platform;

/** There is nothing here for this person: unknown and out of scope answer alike, with 404 (requirement 11). */
public class NotFound extends RuntimeException {

    /** Nothing of that kind here; {@code what} goes to the log only and carries no personal data. */
    public NotFound(String what) {
        super(what);
    }
}
