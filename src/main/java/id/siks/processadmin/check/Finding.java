package id.siks.processadmin.check;

import id.siks.platform.Message;
import java.util.List;

/**
 * One thing the check has to say.
 *
 * @param severity how bad it is
 * @param element id of the element, key of the form's field, or null when the whole file is meant
 * @param name what people call that element; null when it has no name
 * @param rule code of the rule, as {@code src/docs/refusals.md} lists it
 * @param args what the sentence names; {0} is the element by its name, else by its id, or the name of its
 *     kind where it has neither
 */
public record Finding(Severity severity, String element, String name, String rule, List<Object> args) {

    private static final String PREFIX = "processadmin.check.";

    /** True when it is another vendor's and can be taken out of the file. */
    public boolean isForeign() {
        return Rule.FOREIGN_EXTENSION.code().equals(rule);
    }

    /** True when one press takes it out of the file: another vendor's, or a tie to another table, drawn or not. */
    public boolean isLoose() {
        return isForeign() || Rule.TABLE_TIED.code().equals(rule);
    }

    /** All villages it is about, by regency; mostly none. */
    public List<Villages.Regency> villages() {
        return args.stream()
                .filter(Villages.class::isInstance)
                .flatMap(villages -> ((Villages) villages).regencies().stream())
                .toList();
    }

    /** What is wrong. */
    public Message sentence() {
        return new Message(PREFIX + rule, args);
    }

    /** What to do about it. */
    public Message remedy() {
        return new Message(PREFIX + rule + ".remedy", args);
    }
}
