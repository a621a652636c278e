package id.siks.platform;

/**
 * What is wrong with one field.
 *
 * @param field name of the input as the page knows it, for example {@code members[2].nik}
 * @param message the sentence shown beside it
 */
public record FieldError(String field, Message message) {

    /** An error at {@code field}. */
    public static FieldError of(String field, String key, Object... args) {
        return new FieldError(field, Message.of(key, args));
    }
}
