package id.siks.casework;

import java.time.Instant;

/**
 * How often a rung of one step's tasks was told in a case.
 *
 * @param task id of the user task
 * @param rung which one
 * @param told how often
 * @param unheard how often of it nobody was there to be told
 * @param acted of how much of it something was done afterwards
 * @param last when it was told last
 */
public record RungSum(String task, Rung rung, int told, int unheard, int acted, Instant last) {}
