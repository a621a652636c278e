package id.siks.casework;

import java.time.Instant;
import java.util.List;

/**
 * Families' cases were unsuccessful: they ended without leading into the register. Rooms that erase what belongs to such a case
 * note the day where they keep it: these cases are few, so a determination writes nothing for it.
 *
 * @param refs the cases; not empty
 * @param at when they ended
 */
public record CasesEndedUnsuccessfully(List<CaseRef> refs, Instant at) {}
