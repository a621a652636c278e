package id.siks.register;

import id.siks.platform.FieldError;
import java.time.LocalDate;
import java.util.List;

/** What a family must look like (glossary 8.2 to 8.4, 9.1, 9.2). Only impossible values are errors. */
public interface FamilyRules {

    /** One step of entering a family. */
    enum Part {
        CARD,
        MEMBERS,
        HOUSING,
        PLACE
    }

    /** What is missing or impossible in one part of a family that is to be submitted. */
    List<FieldError> errors(FamilyContent content, Part part);

    /** What is impossible in one part of a draft; whatever is still missing is forgiven. */
    List<FieldError> draftErrors(FamilyContent content, Part part);

    /** What is doubtful anywhere in the family; it may be submitted nevertheless. */
    List<FieldError> warnings(FamilyContent content);

    /** What the number tells by itself. */
    NikFacts decode(String nik, LocalDate enteredBirthDate);
}
