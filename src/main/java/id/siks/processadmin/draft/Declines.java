package id.siks.processadmin.draft;

import java.util.Optional;

/** Tells who draws why the last proposal of the draft was declined. */
public interface Declines {

    /** Empty when the draft was never proposed, or something else became of it last. */
    Optional<Declined> last(Draft draft);
}
