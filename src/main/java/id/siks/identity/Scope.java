package id.siks.identity;

import id.siks.area.AreaCode;
import java.util.Collection;

/**
 * The territory of an assignment. The nation is an explicit grant, never an empty code (requirement 10).
 *
 * @param area the area, or null for the nation
 */
public record Scope(AreaCode area) {

    private static final Scope NATION = new Scope(null);

    /** All of Indonesia. */
    public static Scope nation() {
        return NATION;
    }

    /** One area and everything in it. */
    public static Scope of(AreaCode area) {
        if (area == null) {
            throw new IllegalArgumentException("A scope without an area must be granted as the nation");
        }
        return new Scope(area);
    }

    /** True when {@code code} lies in this territory. */
    public boolean covers(AreaCode code) {
        return area == null || code.isWithin(area);
    }

    /** Patterns for a query with {@code like any}, of the areas that begin with one of the prefixes. */
    public static String[] patterns(Collection<String> prefixes) {
        return prefixes.stream().map(prefix -> prefix + "%").toArray(String[]::new);
    }

    /** The same of the areas of these territories. */
    public static String[] patternsOf(Collection<Scope> territories) {
        return patterns(territories.stream().map(Scope::prefix).toList());
    }

    /** Prefix for a query with {@code like prefix || '%'}: digits only, empty for the nation. */
    public String prefix() {
        return area == null ? "" : area.value();
    }
}
