package id.siks.casework;

import id.siks.platform.InvalidInput;
import id.siks.platform.Sentences;

/**
 * A decision against somebody, explained: never without a code and a sentence (glossary 6.1).
 *
 * @param code why
 * @param sentence in words of the one who decides, 10 to 1,000 characters; what somebody writes now goes through {@link #given}
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

    /**
     * The reason somebody gives now: at least ten letters and digits, for dots explain nothing. What was kept before that
     * was asked can still be read.
     */
    public static Reason given(ReasonCode code, String sentence) {
        Reason reason = new Reason(code, sentence);
        if (Sentences.isShort(reason.sentence, SHORTEST)) {
            throw InvalidInput.at("reasonText", "casework.error.reason-too-short", SHORTEST);
        }
        return reason;
    }
}
