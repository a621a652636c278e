package id.siks.proposal.model;

import id.siks.identity.Actor;
import id.siks.platform.Refused;

/** An official whose own family is the subject may enter and mend it, but another person hands it in, each time (glossary 4). */
public final class OwnFamilyGoesToSomebodyElse {

    private OwnFamilyGoesToSomebodyElse() {}

    /** True when {@code familyOf}, the official whose own family it is, is {@code actor} or somebody he acts for. */
    public static boolean concerns(Long familyOf, Actor actor) {
        return familyOf != null && actor.persons().contains(familyOf);
    }

    static void check(Proposal proposal, Actor actor) {
        if (concerns(proposal.origin().familyOf(), actor)) {
            throw Refused.because("proposal.error.own-family");
        }
    }
}
