package id.siks.casework;

import java.util.Optional;

/** Foretells how an open case goes on; implemented by the worklist. */
public interface CaseForecasts {

    /** What is foretold of the case; empty when it is over or of a kind nothing is known of. */
    Optional<Outlook> of(CaseSummary summary);
}
