package id.siks.casework;

import java.time.Instant;
import java.util.Locale;

/** Who is told, one after the other, that a task becomes or is late; the names are those of {@code task-deadlines.dmn}. */
public enum Rung {
    REMINDER,
    SUPERVISOR,
    OFFICE_HEAD,
    PROVINCE;

    /** The word the diagrams use: {@code office-head}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Instant in(Deadlines.Ladder ladder) {
        return switch (this) {
            case REMINDER -> ladder.remind();
            case SUPERVISOR -> ladder.supervisor();
            case OFFICE_HEAD -> ladder.officeHead();
            case PROVINCE -> ladder.province();
        };
    }
}
