package id.siks.casework;

import java.util.Locale;
import java.util.Optional;

/** Knows the sentences a room has the system write into cases; implemented by that room. */
public interface SystemSentences {

    /**
     * The same sentence in another language.
     *
     * @param official as it was written, in Indonesian
     * @return empty when the room's system has written no such sentence
     */
    Optional<String> in(Locale language, String official);
}
