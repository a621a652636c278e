package id.siks.casework;

import java.time.Instant;
import java.util.List;

/** Tells by which versions of which processes a case was handled; implemented by the room that watches the processes. */
public interface CaseModels {

    /** What the case followed, in the order of time; nothing for a case the engine does not remember. */
    List<Followed> of(CaseRef ref);

    /**
     * A version the case followed for some time.
     *
     * @param process id of the process
     * @param version its number
     * @param from since when
     * @param until when the process ended or the case moved to another version; null while it follows it
     */
    record Followed(String process, int version, Instant from, Instant until) {}
}
