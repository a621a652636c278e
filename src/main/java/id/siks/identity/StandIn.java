package id.siks.identity;

import java.util.List;

/**
 * Somebody acts for a colleague on leave (Plt.).
 *
 * @param absent account id of the colleague
 * @param duties what he may do only because of that; what he holds himself is left out
 */
public record StandIn(long absent, List<Assignment> duties) {}
