package id.siks.proposal.web;

import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.platform.InvalidInput;
import id.siks.platform.web.InputFaults;
import id.siks.proposal.CardPart;
import id.siks.proposal.Channel;
import id.siks.proposal.ProposalView;
import id.siks.proposal.Proposals;
import id.siks.proposal.model.Papers;
import id.siks.register.FamilyContent;
import id.siks.register.Persons;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Entering a proposal step by step; every step is saved on its own. */
@Controller
@RequestMapping("/proposal/{ref}")
class WizardPages {

    private static final String ANY = "*/*";

    private final Proposals proposals;
    private final Persons persons;
    private final ProposalDesk desk;
    private final WizardPage page;
    private final StepSaving saving;
    private final TypedNumbers numbers;
    private final BusinessTime time;

    WizardPages(
            Proposals proposals,
            Persons persons,
            ProposalDesk desk,
            WizardPage page,
            StepSaving saving,
            TypedNumbers numbers,
            BusinessTime time) {
        this.proposals = proposals;
        this.persons = persons;
        this.desk = desk;
        this.page = page;
        this.saving = saving;
        this.numbers = numbers;
        this.time = time;
    }

    @GetMapping("/family")
    Object family(@PathVariable String ref, Actor actor) {
        return show(Step.FAMILY, ref, actor);
    }

    @GetMapping("/housing")
    Object housing(@PathVariable String ref, Actor actor) {
        return show(Step.HOUSING, ref, actor);
    }

    @GetMapping("/photos")
    Object photos(@PathVariable String ref, Actor actor) {
        return show(Step.PHOTOS, ref, actor);
    }

    @GetMapping("/place")
    Object place(@PathVariable String ref, Actor actor) {
        return show(Step.PLACE, ref, actor);
    }

    @GetMapping("/review")
    Object review(@PathVariable String ref, Actor actor) {
        return show(Step.REVIEW, ref, actor);
    }

    @PostMapping("/family")
    Object saveFamily(
            @PathVariable String ref,
            FamilyForm form,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = ANY) String accept,
            InputFaults faults,
            Actor actor) {
        ProposalView proposal = desk.changeable(ref, actor);
        if (CardActions.isAskedIn(form) && !wantsJson(accept)) {
            return rearranged(form, proposal, actor);
        }
        TypedFamily family = TypedFamily.read(form, proposal.content());
        return saving.save(
                sent(Step.FAMILY, ref, form, accept, faults),
                proposal,
                family,
                actor,
                content -> numbers.saving(content, proposal.content(), actor),
                (aCase, version, content) -> {
                    int carded = proposals
                            .saveCard(aCase, version, card(form, content), actor)
                            .version();
                    return proposals.saveMembers(aCase, carded, content.members(), actor);
                });
    }

    private ModelAndView rearranged(FamilyForm form, ProposalView proposal, Actor actor) {
        try {
            return page.typed(Step.FAMILY, proposal, new CardActions(persons, proposal).apply(form), actor);
        } catch (InvalidInput refused) {
            return page.refused(Step.FAMILY, proposal, form, refused.errors(), actor);
        }
    }

    @PostMapping("/housing")
    Object saveHousing(
            @PathVariable String ref,
            HousingForm form,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = ANY) String accept,
            InputFaults faults,
            Actor actor) {
        ProposalView proposal = desk.changeable(ref, actor);
        return saving.save(
                sent(Step.HOUSING, ref, form, accept, faults),
                proposal,
                TypedFamily.read(form, proposal.content()),
                actor,
                (aCase, version, content) -> proposals.saveHousing(aCase, version, content.housing(), actor));
    }

    @PostMapping("/place")
    Object savePlace(
            @PathVariable String ref,
            PlaceForm form,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = ANY) String accept,
            InputFaults faults,
            Actor actor) {
        ProposalView proposal = desk.changeable(ref, actor);
        return saving.save(
                sent(Step.PLACE, ref, form, accept, faults),
                proposal,
                TypedFamily.read(form, proposal.content(), time.now()),
                actor,
                (aCase, version, content) -> proposals.savePlace(aCase, version, content.place(), actor));
    }

    /** Families that look like what is being typed; asked while typing, nothing is saved. */
    @PostMapping("/duplicates")
    String duplicates(@PathVariable String ref, FamilyForm form, InputFaults faults, Actor actor, Model model) {
        ProposalView proposal = desk.changeable(ref, actor);
        FamilyContent typed = TypedFamily.read(form, proposal.content()).content();
        numbers.trying(typed, proposal.content(), actor);
        model.addAttribute(
                "lookAlikes",
                proposals.lookAlikes(typed, actor).stream()
                        .filter(l -> !proposal.ref().equals(l.openCase()))
                        .toList());
        return "proposal/parts :: duplicates";
    }

    private Object show(Step step, String ref, Actor actor) {
        ProposalView proposal = desk.readToWork(ref, actor);
        boolean open = proposal.editable() || step == Step.PHOTOS && Papers.takesPhotos(proposal.status());
        return open ? page.saved(step, proposal, actor) : "redirect:/proposal/" + proposal.ref();
    }

    private static CardPart card(FamilyForm form, FamilyContent content) {
        return CardPart.of(
                content,
                new TypedValues().constant("channel", form.channel(), Channel.class),
                "true".equals(form.ownFamily()),
                official(form.official()));
    }

    private static Long official(String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (!typed.matches("[0-9]{1,18}")) {
            throw InvalidInput.at("official", "proposal.error.official-unknown");
        }
        return Long.valueOf(typed);
    }

    private static <F extends Record & StepForm> StepSaving.Sent sent(
            Step step, String ref, F form, String accept, InputFaults faults) {
        return new StepSaving.Sent(
                step, ref, form, form.version(), form.key(), form.action(), wantsJson(accept), faults.errors());
    }

    /** True when the one who asks wants data instead of a page. */
    static boolean wantsJson(String accept) {
        return (accept.contains(MediaType.APPLICATION_JSON_VALUE)
                        || accept.contains(MediaType.APPLICATION_PROBLEM_JSON_VALUE))
                && !accept.contains(MediaType.TEXT_HTML_VALUE);
    }
}
