package id.siks.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Gathers the faults of a form's fields, so that whoever sent it learns of all of them at once. */
public final class Faults {

    private final List<FieldError> found = new ArrayList<>();

    /** What {@code read} makes of a field; null when it refuses it with {@link InvalidInput}, whose faults are kept. */
    public <T> T of(Supplier<T> read) {
        try {
            return read.get();
        } catch (InvalidInput invalid) {
            found.addAll(invalid.errors());
            return null;
        }
    }

    /** The same for a check that makes nothing of the field. */
    public void check(Runnable check) {
        of(() -> {
            check.run();
            return null;
        });
    }

    /** Keeps this fault of a field as well. */
    public void add(String field, String key, Object... args) {
        found.add(FieldError.of(field, key, args));
    }

    /** True while none was kept. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Refuses the input with all faults kept until now, in the order they were found; goes on when there are none. */
    public void refuse() {
        if (!found.isEmpty()) {
            throw new InvalidInput(found);
        }
    }
}
