package id.siks.casework;

import id.siks.platform.InvalidInput;

/**
 * A decision against somebody, explained: never without a code and a sentence (glossary 6.1).
 *
 * @param code why
 * @param sentence in words of the one who decides, 10 to 1,000 characters
 */
public record Reason(ReasonCode code, String sentence) {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 1000;

    /** Refuses a missing code or a sentence that says nothing, at the fields {@code reasonCode} and {@code reasonText}. */
    public Reason {
        if (code == null) {
            throw InvalidInput.at("reasonCode", "casework.error.reason-code-missing");
        }
        sentence = sentence == null ? "" : sentence.strip();
        if (sentence.length() < SHORTEST) {
            throw InvalidInput.at("reasonText", "casework.error.reason-too-short", SHORTEST);
        }
        if (sentence.length() > LONGEST) {
            throw InvalidInput.at("reasonText", "casework.error.reason-too-long", LONGEST);
        }
    }
}
