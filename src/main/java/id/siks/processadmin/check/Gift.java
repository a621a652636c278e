package id.siks.processadmin.check;

import java.util.Set;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * What an element of a diagram gives a variable.
 *
 * @param by the element
 * @param held all that it can be taken for; empty when the file does not tell
 */
record Gift(Part by, Set<Held> held) {

    /** True unless it is known to be something else. */
    boolean fits(Held needed) {
        return held.isEmpty() || held.contains(needed);
    }

    /** Id of whom a sentence names. */
    String giver() {
        return by.owner().id();
    }

    /** Key of the table, form or process that gives it; empty when it is none of the element itself. */
    String model() {
        return switch (by.name()) {
            case "businessRuleTask" -> by.engine("decisionRef");
            case "userTask" -> by.id();
            case "out" -> by.owner().get("calledElement");
            default -> "";
        };
    }

    /** What it is, for a sentence; only when it is known. */
    MessageSourceResolvable kind() {
        return word(held.stream().sorted().findFirst().orElseThrow());
    }

    /** A kind, for a sentence. */
    static MessageSourceResolvable word(Held kind) {
        return new DefaultMessageSourceResolvable("processadmin.check.kind." + kind);
    }
}
