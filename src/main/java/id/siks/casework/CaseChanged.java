package id.siks.casework;

/**
 * What an open case is about was changed while work on it waits. A page of that work made before does not show it, so the
 * worklist refuses it and whoever sent it looks again.
 *
 * @param ref the case, whose turn ({@link CaseTurns}) the publisher has
 */
public record CaseChanged(CaseRef ref) {}
