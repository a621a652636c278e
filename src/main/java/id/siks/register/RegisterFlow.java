package id.siks.register;

/**
 * Families of a village that came into the register and that left it.
 *
 * @param added became active
 * @param removed are inactive or merged into another since
 */
public record RegisterFlow(int added, int removed) {}
