package id.siks.register;

import java.time.LocalDate;

/**
 * The civil registry tells that somebody died. Whoever holds an open case about this person listens. The number lives in
 * memory only: it is never logged, stored in the engine or written into a publication log, so {@link #toString()} hides it.
 *
 * @param nik of the deceased
 * @param diedOn date of death, or null when the registry does not say
 */
public record PersonDeceased(String nik, LocalDate diedOn) {

    @Override
    public String toString() {
        return "PersonDeceased";
    }
}
