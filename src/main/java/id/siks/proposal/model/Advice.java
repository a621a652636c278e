package id.siks.proposal.model;

import id.siks.casework.CaseRef;
import id.siks.fieldcheck.FieldCheckConcluded.Result;
import id.siks.fieldcheck.FieldChecks;
import id.siks.platform.FieldError;
import id.siks.platform.Sentences;
import id.siks.program.PovertySigns;
import id.siks.program.SignsAdvice;
import id.siks.register.FamilyContent;
import org.springframework.stereotype.Component;

/**
 * What signs and visits advise. People decide; who agrees to a family against the advice writes down why (glossary 10:
 * the meeting and Dinsos may decide otherwise with a written reason).
 */
@Component
public class Advice {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 1000;

    private final PovertySigns signs;
    private final FieldChecks fieldChecks;

    Advice(PovertySigns signs, FieldChecks fieldChecks) {
        this.signs = signs;
        this.fieldChecks = fieldChecks;
    }

    /** The signs the family's survey shows. */
    SignsAdvice of(FamilyContent family) {
        return signs.advise(ContentJson.orEmpty(family.housing()), family.village());
    }

    /** True when the survey indicates no poverty. */
    boolean indicatesNothing(FamilyContent family) {
        return of(family).level() == SignsAdvice.Level.NOT_INDICATED;
    }

    /** True when the survey indicates no poverty, or the last visit did not confirm the claim. */
    public boolean speaksAgainst(CaseRef ref, FamilyContent family) {
        return indicatesNothing(family)
                || fieldChecks
                        .latest(ref)
                        .filter(check -> check.result() == Result.NOT_CONFIRMED)
                        .isPresent();
    }

    /** True when {@code entered} is no written reason, 10 letters to 1,000 characters. */
    static boolean isUnexplained(String entered) {
        String text = Tidy.text(entered);
        return text == null || Sentences.isShort(text, SHORTEST) || text.length() > LONGEST;
    }

    /** What is said of a missing reason beside {@code field}. */
    static FieldError unexplained(String field) {
        return FieldError.of(field, "proposal.error.despite-length", SHORTEST, LONGEST);
    }
}
