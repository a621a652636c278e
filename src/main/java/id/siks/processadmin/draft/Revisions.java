package id.siks.processadmin.draft;

import id.siks.platform.InvalidInput;
import java.util.Optional;

/** Reads numbers of revisions from requests. */
final class Revisions {

    private Revisions() {}

    /** The number, empty when the text is none. */
    static Optional<Integer> number(String text) {
        return text.matches("[1-9][0-9]{0,8}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /** The revision an author says he has seen; a request that does not say is not ours. */
    static int seen(String text) {
        return number(text).orElseThrow(() -> InvalidInput.at("seen", "processadmin.draft.error.seen"));
    }
}
