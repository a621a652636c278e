package id.siks.platform.forms;

import java.util.Optional;
import java.util.Set;

/** The forms that were released after the house was built. What is not among them stands in the house's own files. */
public interface FormsInForce {

    /** The latest released form of a user task; empty when none was ever released. */
    Optional<Released> find(String task);

    /** Ids of the tasks for which there is one. */
    Set<String> tasks();

    /**
     * A released form.
     *
     * @param id differs for each release
     * @param content the file
     */
    record Released(String id, String content) {}
}
