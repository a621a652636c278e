package id.siks.casework;

import java.time.Instant;

/**
 * Steps of processes failed for good, and somebody is to look after them. Which they are stands where he looks after them: no
 * case is named here.
 *
 * @param account account id of whoever looks after them
 * @param steps how many
 * @param at when it was known
 */
public record StepsFailed(long account, int steps, Instant at) {}
