package id.siks.proposal.web;

import id.siks.identity.Actor;
import id.siks.proposal.ProposalView;

/** What a page says where the family is an official's own. */
final class OwnFamilyWords {

    private OwnFamilyWords() {}

    /** Key of the sentence: to the official that somebody else hands it in, to others that they do; null for other families. */
    static String of(ProposalView proposal, Actor actor) {
        if (!proposal.ownFamily()) {
            return null;
        }
        return proposal.isOwnFamilyOf(actor) ? "proposal.page.own-family.mine" : "proposal.page.own-family.others";
    }
}
