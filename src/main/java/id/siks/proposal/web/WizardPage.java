package id.siks.proposal.web;

import id.siks.area.Areas;
import id.siks.evidence.AttachmentKind;
import id.siks.evidence.AttachmentView;
import id.siks.evidence.Attachments;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.Role;
import id.siks.platform.FieldError;
import id.siks.proposal.ProposalView;
import id.siks.proposal.Proposals;
import id.siks.proposal.Review;
import id.siks.proposal.model.Officials;
import id.siks.proposal.model.Officials.Official;
import id.siks.register.FamilyReading;
import id.siks.register.FamilyReading.Sight;
import id.siks.register.Persons;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Draws one step of the wizard: as saved, as refused, or beside what somebody else has saved in the meantime. */
@Component
class WizardPage {

    /** Kinds of photos the wizard asks for, the two obligatory ones first. */
    static final List<AttachmentKind> PHOTOS = List.of(
            AttachmentKind.HOUSE_FRONT,
            AttachmentKind.FAMILY_CARD,
            AttachmentKind.HOUSE_INSIDE,
            AttachmentKind.FLOOR_WALL,
            AttachmentKind.TOILET,
            AttachmentKind.ID_CARD,
            AttachmentKind.RESPONDENT_WITH_HOUSE,
            AttachmentKind.OTHER);

    private final Proposals proposals;
    private final Attachments attachments;
    private final Persons persons;
    private final Officials officials;
    private final Areas areas;
    private final Actors actors;
    private final CutoffNotice cutoffs;

    WizardPage(
            Proposals proposals,
            Attachments attachments,
            Persons persons,
            Officials officials,
            Areas areas,
            Actors actors,
            CutoffNotice cutoffs) {
        this.proposals = proposals;
        this.attachments = attachments;
        this.persons = persons;
        this.officials = officials;
        this.areas = areas;
        this.actors = actors;
        this.cutoffs = cutoffs;
    }

    /** The step as saved. */
    ModelAndView saved(Step step, ProposalView proposal, Actor actor) {
        Record form = filled(step, proposal);
        return draw(step, proposal, form, form, List.of(), actor);
    }

    /** The step with what was typed, not saved. */
    ModelAndView typed(Step step, ProposalView proposal, Record form, Actor actor) {
        return unsaved(draw(step, proposal, form, form, List.of(), actor));
    }

    /** The step as refused: what was typed is kept, each fault stands at its field. */
    ModelAndView refused(Step step, ProposalView proposal, Record form, List<FieldError> errors, Actor actor) {
        ModelAndView page = unsaved(draw(step, proposal, form, form, errors, actor));
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    /** The step after somebody else saved it: both are shown, the next press of the button decides for what was typed. */
    ModelAndView stale(Step step, ProposalView proposal, Record form, Actor actor) {
        MemberCards cards = MemberCards.of(form, proposal.content());
        Record saved = cards.inOrder(filled(step, proposal), form);
        ModelAndView page = unsaved(draw(step, proposal, form, saved, List.of(), actor));
        page.addObject("stale", true);
        page.addObject("absent", cards.absent());
        page.addObject("unsavedCards", cards.unsaved());
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    /** Whoever leaves the page is asked first: what stands on it is kept nowhere else. */
    private static ModelAndView unsaved(ModelAndView page) {
        return page.addObject("unsaved", true);
    }

    private ModelAndView draw(
            Step step, ProposalView proposal, Record entered, Record saved, List<FieldError> errors, Actor actor) {
        Review review = proposals.review(proposal.ref(), actor);
        MemberCards cards = MemberCards.of(entered, proposal.content());
        FormView form = new FormView(
                FieldValues.of(entered),
                FieldValues.of(saved),
                errors,
                cards.doubts(review.warnings()),
                StepState.missing(review, step),
                cards.remarks(proposal.remarks()));
        ModelAndView page = new ModelAndView("proposal/" + step.path());
        page.addObject("proposal", proposal);
        page.addObject("review", review);
        page.addObject("step", step);
        page.addObject("steps", StepState.of(review, step));
        page.addObject("form", form);
        page.addObject("errors", errors);
        page.addObject("stale", false);
        page.addObject("unsaved", false);
        page.addObject("village", areas.path(proposal.village()));
        if (entered instanceof FamilyForm family) {
            page.addObject("memberCount", Math.max(1, family.members().size()));
            page.addObject("differing", cards.differing(persons.lastReport(proposal.content())));
            page.addObject("officials", officials(proposal));
            page.addObject(
                    "channels",
                    actor.holds(Role.MINISTRY_OFFICER, proposal.village()) ? "channel-of-ministry" : "channel");
        }
        switch (step) {
            case PHOTOS -> addPhotos(page, proposal);
            case PLACE -> page.addObject("opening", MapOpening.of(proposals.surroundings(proposal.ref(), actor)));
            case REVIEW -> addReview(page, proposal, actor);
            default -> {}
        }
        return page;
    }

    private void addPhotos(ModelAndView page, ProposalView proposal) {
        page.addObject("kinds", PHOTOS);
        page.addObject("photos", photos(proposal));
    }

    private void addReview(ModelAndView page, ProposalView proposal, Actor actor) {
        addPhotos(page, proposal);
        page.addObject("ownFamily", OwnFamilyWords.of(proposal, actor));
        page.addObject("mine", proposal.isOwnFamilyOf(actor));
        // A draft is nobody's task yet.
        if (proposal.submittedAt() != null) {
            page.addObject(
                    "mender",
                    proposals.mender(proposal.ref(), actor).map(actors::nameOf).orElse(null));
        }
        page.addObject("family", FamilyReading.of(proposal.content(), Sight.WHOLE));
        page.addObject("cutoff", cutoffs.next(proposal.village()).orElse(null));
    }

    private List<AttachmentView> photos(ProposalView proposal) {
        return attachments.of(proposal.ref().value());
    }

    /** Whose own family it may be beside the drafter's. */
    private List<Official> officials(ProposalView proposal) {
        return officials.of(proposal.village()).stream()
                .filter(official -> official.account() != proposal.draftedBy())
                .toList();
    }

    private static Record filled(Step step, ProposalView proposal) {
        return switch (step) {
            case FAMILY -> FilledForms.family(proposal);
            case HOUSING -> FilledForms.housing(proposal);
            case PLACE -> FilledForms.place(proposal);
            case PHOTOS, REVIEW -> new SubmitForm(Integer.toString(proposal.version()), null, null, null, null, null);
        };
    }
}
