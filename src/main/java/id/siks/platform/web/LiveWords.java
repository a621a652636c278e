package id.siks.platform.web;

import java.util.Optional;

/** Words that stand in no message file because people of this installation have chosen them. */
public interface LiveWords {

    /** What people read for a message key; empty for keys of others. */
    Optional<String> find(String key);
}
