package id.siks.platform;

import java.util.List;

/** Input that cannot be accepted; every field's fault is named. Answered with 422, nothing is saved. */
public class InvalidInput extends RuntimeException {

    private final transient List<FieldError> errors;

    /** Refuses the input for all of {@code errors}, at least one. */
    public InvalidInput(List<FieldError> errors) {
        super(errors.stream()
                .map(e -> e.field() + ": " + e.message().key())
                .toList()
                .toString());
        this.errors = List.copyOf(errors);
    }

    /** Refuses the input for one field. */
    public static InvalidInput at(String field, String key, Object... args) {
        return new InvalidInput(List.of(FieldError.of(field, key, args)));
    }

    /** All faults, in the order of the page. */
    public List<FieldError> errors() {
        return errors;
    }
}
