package id.siks.proposal.model;

import id.siks.identity.Actor;
import id.siks.platform.Refused;

/** An official whose own family is the subject may enter it, but another person hands it in (glossary 4). */
final class OwnFamilyGoesToSomebodyElse {

    private OwnFamilyGoesToSomebodyElse() {}

    static void check(boolean ownFamily, long draftedBy, Actor actor) {
        if (ownFamily && actor.persons().contains(draftedBy)) {
            throw Refused.because("proposal.error.own-family");
        }
    }
}
