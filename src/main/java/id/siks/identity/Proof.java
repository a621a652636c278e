package id.siks.identity;

import java.time.Instant;

/**
 * How somebody proved who he is.
 *
 * @param secondFactor true when it was more than a password, or when nothing has to be proven (demo people)
 * @param at when he proved it, by the clock of who asked him; null when the login server does not say
 */
record Proof(boolean secondFactor, Instant at) {

    /** The demo login on this machine asks nobody for anything (requirement 19). */
    static Proof demo() {
        return new Proof(true, Instant.ofEpochMilli(System.currentTimeMillis()));
    }
}
