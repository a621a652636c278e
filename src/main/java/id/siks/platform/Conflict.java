package id.siks.platform;

/** Somebody was faster: the act met a state that is no longer there. Answered with 409 and who won. */
public class Conflict extends RuntimeException {

    private final transient Message reason;

    /** Refuses with the sentence {@code reason}. */
    public Conflict(Message reason) {
        super(reason.key());
        this.reason = reason;
    }

    /** Refuses with the sentence behind {@code key}; the arguments say who won and when. */
    public static Conflict because(String key, Object... args) {
        return new Conflict(Message.of(key, args));
    }

    /** What happened, for people. */
    public Message reason() {
        return reason;
    }
}
