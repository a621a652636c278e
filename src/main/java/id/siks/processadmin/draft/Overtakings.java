package id.siks.processadmin.draft;

import java.util.Optional;

/** Tells what was released of a model while somebody drew at an earlier version of it. */
public interface Overtakings {

    /** The last such release; empty while the draft is begun from the latest. */
    Optional<Overtaking> of(Draft draft);
}
