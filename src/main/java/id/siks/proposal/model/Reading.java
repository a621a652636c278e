package id.siks.proposal.model;

import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.identity.Actor;
import id.siks.platform.FieldError;
import id.siks.platform.Page;
import id.siks.proposal.LookAlike;
import id.siks.proposal.ProposalLine;
import id.siks.proposal.ProposalView;
import id.siks.proposal.Review;
import id.siks.proposal.Surroundings;
import id.siks.register.FamilyContent;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What others may read of proposals. */
@Component
public class Reading {

    private final ProposalAccess access;
    private final ProposalVersions versions;
    private final ProposalRows rows;
    private final SurroundingRows surroundings;
    private final Submission submission;
    private final Completeness completeness;
    private final LookAlikes lookAlikes;
    private final Advice advice;

    Reading(
            ProposalAccess access,
            ProposalVersions versions,
            ProposalRows rows,
            SurroundingRows surroundings,
            Submission submission,
            Completeness completeness,
            LookAlikes lookAlikes,
            Advice advice) {
        this.access = access;
        this.versions = versions;
        this.rows = rows;
        this.surroundings = surroundings;
        this.submission = submission;
        this.completeness = completeness;
        this.lookAlikes = lookAlikes;
        this.advice = advice;
    }

    /** One proposal. */
    public ProposalView view(CaseRef ref, Actor actor) {
        return seen(access.visible(ref, actor));
    }

    /** The same for those who work on it. */
    public ProposalView workable(CaseRef ref, Actor actor) {
        return seen(access.workable(ref, actor));
    }

    private ProposalView seen(Proposal proposal) {
        return proposal.view(versions.of(proposal));
    }

    /** The proposal with everything that still forbids handing it in; families alike are looked for while it may be handed in. */
    public Review review(CaseRef ref, Actor actor) {
        ProposalView proposal = view(ref, actor);
        FamilyContent content = proposal.content();
        List<LookAlike> alike = proposal.editable() ? lookAlikes.of(content, ref, actor) : List.of();
        return new Review(
                proposal,
                submission.faults(ref, content, proposal.submittedAt() != null, alike),
                completeness.warnings(ref, content),
                alike,
                advice.of(content));
    }

    /** What is doubtful in a proposal but possible. */
    public List<FieldError> doubts(CaseRef ref, Actor actor) {
        return completeness.warnings(ref, access.visible(ref, actor).family());
    }

    /** Families alike to a proposal's. */
    public List<LookAlike> lookAlikes(CaseRef ref, Actor actor) {
        return lookAlikes.of(access.visible(ref, actor).family(), ref, actor);
    }

    /** Families alike to what is being entered. */
    public List<LookAlike> lookAlikes(FamilyContent content, Actor actor) {
        return lookAlikes.of(content, null, actor);
    }

    /** Where the map of a proposal may open. */
    public Surroundings surroundings(CaseRef ref, Actor actor) {
        return surroundings.of(ref, access.visible(ref, actor).village());
    }

    /** A page of proposals; while a case travels in a batch its status is the batch's. */
    public Page<ProposalLine> list(Set<CaseStatus> statuses, String after, Actor actor) {
        return rows.list(statuses, after, actor);
    }

    /** How many drafts of the actor's territory nobody has handed in yet. */
    public int unfinished(Actor actor) {
        return rows.drafts(actor);
    }

    /** Officials' own families that wait for the actor to hand them in. */
    public List<ProposalLine> ownFamilies(Actor actor) {
        return rows.ownFamilies(actor);
    }
}
