package id.siks.platform;

/** An act the rules do not allow now. Answered with 422 and the sentence; nothing is saved. */
public class Refused extends RuntimeException {

    private final transient Message reason;

    /** Refuses with the sentence {@code reason}. */
    public Refused(Message reason) {
        super(reason.key());
        this.reason = reason;
    }

    /** Refuses with the sentence behind {@code key}. */
    public static Refused because(String key, Object... args) {
        return new Refused(Message.of(key, args));
    }

    /** Why, for people. */
    public Message reason() {
        return reason;
    }
}
