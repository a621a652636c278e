package id.siks.platform.forms;

import java.util.Optional;

/** Forms in force that may differ from those the application brings. */
public interface FormSource {

    /** The file of the form of {@code task}; empty when the application's own is in force. */
    Optional<byte[]> find(String task);
}
