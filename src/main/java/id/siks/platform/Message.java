package id.siks.platform;

import java.util.List;

/**
 * A sentence for people, still untranslated: a key of the message files and its arguments.
 *
 * @param key first part is the room's word, for example {@code proposal.error.open-case}
 * @param args values for the placeholders; never personal data of strangers
 */
public record Message(String key, List<Object> args) {

    /** A sentence with its arguments in the order of the placeholders. */
    public static Message of(String key, Object... args) {
        return new Message(key, List.of(args));
    }
}
