package id.siks;

/** Something long that the application does by itself, in a process that a test kills meanwhile. */
public interface ChildWork {

    /** Makes what it works on. */
    void prepare();

    /** Asks for it, unless time does. */
    default void begin() {}
}
