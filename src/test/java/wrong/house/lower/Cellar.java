package wrong.house.lower;

import wrong.house.upper.Attic;

/** Uses a room its own sign does not name. */
public record Cellar(Attic attic) {}
