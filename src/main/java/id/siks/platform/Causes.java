package id.siks.platform;

import java.util.Objects;
import java.util.stream.Stream;

/** What lies behind something that was thrown: the engine and the web wrap what our code throws. */
public final class Causes {

    /** Nobody wraps so often; a chain may also lead back into itself. */
    private static final int DEEPEST = 20;

    private Causes() {}

    /** What was thrown and what brought it about, the outermost first. */
    public static Stream<Throwable> of(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
    }
}
