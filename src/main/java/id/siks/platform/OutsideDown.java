package id.siks.platform;

/**
 * An outside system does not answer. Nobody here can mend that and asking again later helps: a job of the engine that ends so
 * is tried for as long as it takes.
 */
public abstract class OutsideDown extends RuntimeException {

    /** Says which system, and nothing about people. */
    protected OutsideDown(String what) {
        this(what, null);
    }

    /** The same with what the code met. */
    protected OutsideDown(String what, Throwable cause) {
        super(what, cause);
    }

    /** What somebody reads who waits for it: that it is down, and what to do. */
    public Message sentence() {
        return Message.of("platform.problem.503");
    }
}
