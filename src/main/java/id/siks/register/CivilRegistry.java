package id.siks.register;

import java.time.LocalDate;

/** Port to the civil registry (Dukcapil), which alone knows whether a person exists (glossary 9.1.4, 13). */
public interface CivilRegistry {

    /**
     * Asks about one number. The entered facts go along because the registry answers only to somebody who can tell them.
     *
     * @throws RegistryUnavailable when there is no answer within ten seconds
     */
    Answer ask(Question question);

    /** One person as entered. */
    record Question(String nik, String familyCardNumber, String fullName, LocalDate birthDate, Sex sex) {

        @Override
        public String toString() {
            return "Question";
        }
    }

    /**
     * What the registry knows.
     *
     * @param status whether it knows the number
     * @param familyCardNumber as registered; this and the rest are null unless found
     */
    record Answer(RegistryStatus status, String familyCardNumber, String fullName, LocalDate birthDate, Sex sex) {

        /** An answer without a person. */
        public static Answer without(RegistryStatus status) {
            return new Answer(status, null, null, null, null);
        }

        @Override
        public String toString() {
            return "Answer[" + status + "]";
        }
    }
}
