package id.siks.processadmin.check;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A column of a decision table that asks for a variable and turns what it holds into a kind of its own. What cannot be turned
 * stops the case in the engine.
 *
 * @param asks where the column says so
 * @param variable its name
 * @param needed what the variable has to hold
 */
record Column(Part asks, String variable, Held needed) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    /** What is written as text without losing anything. */
    private static final Set<Held> WRITABLE =
            Set.of(Held.TEXT, Held.NUMBER, Held.YES_OR_NO, Held.LENGTH_OF_TIME, Held.ACCOUNT);

    /** That of an input expression; empty when it has no type, or reckons with more than one variable as it is. */
    static Optional<Column> of(Part asks) {
        String variable = DmnContent.words(asks);
        return kind(asks.get("typeRef"))
                .filter(kind -> NAME.matcher(variable).matches())
                .map(kind -> new Column(asks, variable, kind));
    }

    /** What a type of a table holds; empty for none. */
    static Optional<Held> kind(String type) {
        return Optional.ofNullable(
                switch (type) {
                    case "string" -> Held.TEXT;
                    case "boolean" -> Held.YES_OR_NO;
                    case "integer", "long", "double" -> Held.NUMBER;
                    case "date" -> Held.MOMENT;
                    default -> null;
                });
    }

    /** True when the column can ask what is given. */
    boolean takes(Gift gift) {
        return gift.fits(needed) || needed == Held.TEXT && gift.held().stream().anyMatch(WRITABLE::contains);
    }
}
