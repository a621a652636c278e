package id.siks.proposal.web;

import id.siks.register.FamilyRules.Part;
import java.util.List;
import java.util.Locale;

/** The steps of entering a proposal, in order. Titles are {@code proposal.page.step.<path>}. */
enum Step {
    FAMILY(List.of(Part.CARD, Part.MEMBERS), List.of("card", "members")),
    HOUSING(List.of(Part.HOUSING), List.of("housing")),
    PHOTOS(List.of(), List.of("photos")),
    PLACE(List.of(Part.PLACE), List.of("place")),
    REVIEW(List.of(), List.of());

    private final List<Part> parts;
    private final List<String> remarks;

    Step(List<Part> parts, List<String> remarks) {
        this.parts = parts;
        this.remarks = remarks;
    }

    /** Last part of the step's address, and its name in message keys. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the rules of the register look at in this step. */
    List<Part> parts() {
        return parts;
    }

    /** Names by which a reviewer remarks on the step as a whole. */
    public List<String> remarks() {
        return remarks;
    }

    /** The step after this one; the last one stays. */
    Step next() {
        return values()[Math.min(ordinal() + 1, values().length - 1)];
    }

    /** The step before this one; the first one stays. */
    Step previous() {
        return values()[Math.max(ordinal() - 1, 0)];
    }

    /** The step on which {@code field} is entered. */
    static Step of(String field) {
        for (Step step : List.of(HOUSING, PHOTOS, PLACE)) {
            if (field.equals(step.path()) || field.startsWith(step.path() + ".")) {
                return step;
            }
        }
        return FAMILY;
    }
}
