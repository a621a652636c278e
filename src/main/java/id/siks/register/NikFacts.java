package id.siks.register;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * What a person number tells by itself (glossary 9.1). It proves nothing: the number stays when a birth date is corrected
 * or a person moves, and there is no check digit.
 *
 * @param problem why this cannot be a number, or null when it can
 * @param registeredIn district of first registration, six digits; never the domicile
 * @param sex by the day of birth, which is 40 higher for women
 * @param birthDate with the century of glossary 9.1.5
 */
public record NikFacts(Problem problem, String registeredIn, Sex sex, LocalDate birthDate) {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{16}");
    private static final int FEMALE_DAYS = 40;

    /** Why a text cannot be a number; label {@code register.error.nik.<code>}. */
    public enum Problem {
        LENGTH,
        CHARACTERS,
        DATE,
        SERIAL;

        /** Key of the sentence. */
        public String key() {
            return "register.error.nik." + name();
        }
    }

    /**
     * Decodes {@code nik}.
     *
     * @param entered birth date entered beside it, which decides the century; may be null
     * @param today without an entered date the century is the latest that is not after this day
     */
    public static NikFacts decode(String nik, LocalDate entered, LocalDate today) {
        if (nik == null || !SHAPE.matcher(nik).matches()) {
            boolean digitsOnly = nik != null && nik.chars().allMatch(c -> c >= '0' && c <= '9');
            return wrong(nik == null || digitsOnly ? Problem.LENGTH : Problem.CHARACTERS);
        }
        int printedDay = Integer.parseInt(nik.substring(6, 8));
        Sex sex = printedDay > FEMALE_DAYS ? Sex.FEMALE : Sex.MALE;
        int day = sex == Sex.FEMALE ? printedDay - FEMALE_DAYS : printedDay;
        int month = Integer.parseInt(nik.substring(8, 10));
        int year = Integer.parseInt(nik.substring(10, 12));
        // A leap year: the 29th of February is always accepted.
        if (dateOf(2000, month, day) == null) {
            return wrong(Problem.DATE);
        }
        if (nik.endsWith("0000")) {
            return wrong(Problem.SERIAL);
        }
        return new NikFacts(null, nik.substring(0, 6), sex, birthDate(day, month, year, entered, today));
    }

    /** True when the text can be a number. */
    public boolean possible() {
        return problem == null;
    }

    private static NikFacts wrong(Problem problem) {
        return new NikFacts(problem, null, null, null);
    }

    private static LocalDate birthDate(int day, int month, int year, LocalDate entered, LocalDate today) {
        if (entered != null && entered.getYear() % 100 == year) {
            return dateOf(entered.getYear(), month, day);
        }
        int century = today.getYear() / 100 * 100;
        LocalDate latest = dateOf(century + year, month, day);
        boolean future = latest == null ? century + year > today.getYear() : latest.isAfter(today);
        return future ? dateOf(century - 100 + year, month, day) : latest;
    }

    private static LocalDate dateOf(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException impossible) {
            return null;
        }
    }
}
