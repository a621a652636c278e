package id.siks.proposal.model;

import id.siks.identity.Actor;
import id.siks.platform.Refused;

/** An official whose own family is the subject may enter and mend it, but another person hands it in, each time (glossary 4). */
public final class OwnFamilyGoesToSomebodyElse {

    private OwnFamilyGoesToSomebodyElse() {}

    /** True when {@code actor}, or somebody he acts for, drafted it and declared it his own family. */
    public static boolean concerns(boolean ownFamily, long draftedBy, Actor actor) {
        return ownFamily && actor.persons().contains(draftedBy);
    }

    static void check(Proposal proposal, Actor actor) {
        if (concerns(proposal.isOwnFamily(), proposal.authors().draftedBy(), actor)) {
            throw Refused.because("proposal.error.own-family");
        }
    }
}
