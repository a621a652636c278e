package id.siks.register;

import id.siks.area.Areas;
import id.siks.platform.BusinessTime;
import id.siks.platform.FieldError;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What a family must look like (glossary 8.2 to 8.4, 9.1, 9.2). Only impossible values are errors. Fields are named as
 * pages name them: {@code familyCardNumber}, {@code members[0].nik}, {@code housing.floor}, {@code place.latitude}.
 */
@Component
public class FamilyRules {

    /** How many members a family has at most. */
    public static final int MOST_MEMBERS = MemberRules.MOST_MEMBERS;

    // Nobody's birth date is refused because his island's day began before another's.
    private static final ZoneId FIRST_TO_SEE_THE_SUN = ZoneId.of("Asia/Jayapura");

    private final Areas areas;
    private final BusinessTime time;

    FamilyRules(Areas areas, BusinessTime time) {
        this.areas = areas;
        this.time = time;
    }

    /** One step of entering a family. */
    public enum Part {
        CARD,
        MEMBERS,
        HOUSING,
        PLACE
    }

    /** What is missing or impossible in one part of a family that is to be submitted. */
    public List<FieldError> errors(FamilyContent content, Part part) {
        return check(content, part, true, today());
    }

    /** The same as it was on {@code day}: ages and dates to come have changed since. */
    public List<FieldError> errors(FamilyContent content, Part part, LocalDate day) {
        return check(content, part, true, day);
    }

    /** What is impossible in one part of a draft; whatever is still missing is forgiven. */
    public List<FieldError> draftErrors(FamilyContent content, Part part) {
        return check(content, part, false, today());
    }

    /** What is doubtful anywhere in the family; it may be submitted nevertheless. */
    public List<FieldError> warnings(FamilyContent content) {
        Findings doubts = new Findings(true, "");
        Doubts.check(content, today(), areas, doubts);
        return doubts.errors();
    }

    /** What the number tells by itself; {@code enteredBirthDate} decides the century and may be null. */
    public NikFacts decode(String nik, LocalDate enteredBirthDate) {
        return NikFacts.decode(nik, enteredBirthDate, today());
    }

    private List<FieldError> check(FamilyContent content, Part part, boolean complete, LocalDate day) {
        Findings findings =
                switch (part) {
                    case CARD, MEMBERS -> new Findings(complete, "");
                    case HOUSING -> new Findings(complete, "housing.");
                    case PLACE -> new Findings(complete, "place.");
                };
        switch (part) {
            case CARD -> CardRules.check(content, areas, findings);
            case MEMBERS -> MemberRules.check(content.members(), day, findings);
            case HOUSING -> HousingRules.check(content.housing(), findings);
            case PLACE -> PlaceRules.check(content.place(), findings);
        }
        return findings.errors();
    }

    private LocalDate today() {
        return time.today(FIRST_TO_SEE_THE_SUN);
    }
}
