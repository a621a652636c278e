package wrong.house.upper;

/** What the wrong room reaches for. */
public record Attic(String name) {}
