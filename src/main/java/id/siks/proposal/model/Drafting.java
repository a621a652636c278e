package id.siks.proposal.model;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.area.Areas;
import id.siks.casework.CaseChanged;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseRefs;
import id.siks.casework.CaseTurns;
import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import id.siks.proposal.CardPart;
import id.siks.proposal.Saved;
import id.siks.register.FamilyContent;
import id.siks.register.FamilyRules;
import id.siks.register.FamilyRules.Part;
import id.siks.register.HousingSurvey;
import id.siks.register.MemberContent;
import id.siks.register.Place;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Entering a family step by step: incomplete is allowed, impossible is not. */
@Component
public class Drafting {

    private static final String PREFIX = "USL";

    private final ProposalRepository proposals;
    private final FormerContents formers;
    private final ProposalAccess access;
    private final ProposalVersions versions;
    private final FamilyRules rules;
    private final Officials officials;
    private final CaseRefs refs;
    private final Areas areas;
    private final CaseTurns turns;
    private final ApplicationEventPublisher events;
    private final BusinessTime time;

    Drafting(
            ProposalRepository proposals,
            FormerContents formers,
            ProposalAccess access,
            ProposalVersions versions,
            FamilyRules rules,
            Officials officials,
            CaseRefs refs,
            Areas areas,
            CaseTurns turns,
            ApplicationEventPublisher events,
            BusinessTime time) {
        this.proposals = proposals;
        this.formers = formers;
        this.access = access;
        this.versions = versions;
        this.rules = rules;
        this.officials = officials;
        this.refs = refs;
        this.areas = areas;
        this.turns = turns;
        this.events = events;
        this.time = time;
    }

    /** An empty draft for a village the actor works for. */
    public CaseRef begin(Actor actor, AreaCode village) {
        areas.get(village);
        if (village.level() != AreaLevel.VILLAGE || !VillageWork.allowed(actor, village)) {
            throw new NotFound("village " + village + " for account " + actor.id());
        }
        return proposals
                .saveAndFlush(Proposal.draft(number(village), empty(village), actor.accountId(), time.now()))
                .ref();
    }

    /** A family of which nothing is known but its village. */
    static FamilyContent empty(AreaCode village) {
        return new FamilyContent(null, village, null, null, null, null, null, null, null, List.of(), null);
    }

    /** The family card and the address. */
    public Saved card(CaseRef ref, int version, CardPart card, Actor actor) {
        return save(ref, version, Part.CARD, actor, p -> {
            EmergenciesAreDeclaredByTheMinistry.check(card.channel(), p.village(), actor);
            p.classify(card.channel(), whoseFamily(card, p, actor));
            return c -> new FamilyContent(
                    Tidy.text(card.familyCardNumber()),
                    c.village(),
                    Tidy.text(card.address()),
                    Tidy.text(card.hamlet()),
                    Tidy.unit(card.rt()),
                    Tidy.unit(card.rw()),
                    Tidy.text(card.postalCode()),
                    Tidy.text(card.phone()),
                    c.place(),
                    c.members(),
                    c.housing());
        });
    }

    // Whoever ticks it says it of his own; what the drafter said stays so when a colleague saves the step.
    private Long whoseFamily(CardPart card, Proposal proposal, Actor actor) {
        if (card.ownFamily()) {
            long drafter = proposal.authors().draftedBy();
            return Objects.equals(proposal.origin().familyOf(), drafter) ? drafter : actor.accountId();
        }
        boolean known = card.official() == null
                || card.official().equals(proposal.origin().familyOf())
                || officials.includes(proposal.village(), card.official());
        if (!known) {
            throw InvalidInput.at("official", "proposal.error.official-unknown");
        }
        return card.official();
    }

    /** All members. */
    public Saved members(CaseRef ref, int version, List<MemberContent> members, Actor actor) {
        return save(
                ref, version, Part.MEMBERS, actor, p -> c -> with(c, c.place(), Tidy.members(members), c.housing()));
    }

    /** The housing survey. */
    public Saved housing(CaseRef ref, int version, HousingSurvey housing, Actor actor) {
        return save(ref, version, Part.HOUSING, actor, p -> c -> with(c, c.place(), c.members(), housing));
    }

    /** Where the dwelling stands; null when it is not known any more. */
    public Saved place(CaseRef ref, int version, Place place, Actor actor) {
        return save(ref, version, Part.PLACE, actor, p -> c -> with(c, place, c.members(), c.housing()));
    }

    CaseRef number(AreaCode village) {
        return refs.next(PREFIX, village);
    }

    private Saved save(CaseRef ref, int version, Part part, Actor actor, Edit edit) {
        turns.take(ref);
        Proposal proposal = access.workable(ref, actor);
        versions.require(proposal, version);
        FamilyContent before = proposal.family();
        FamilyContent now = edit.of(proposal).apply(before);
        List<FieldError> impossible = rules.draftErrors(now, part);
        if (!impossible.isEmpty()) {
            throw new InvalidInput(impossible);
        }
        Instant at = time.now();
        proposal.change(now, actor.accountId(), at);
        proposals.flush();
        if (proposal.isOpenCase()) {
            if (!now.equals(before)) {
                formers.keep(ref, before, actor.accountId(), at);
            }
            events.publishEvent(new CaseChanged(ref));
        }
        return new Saved(versions.of(proposal), rules.errors(now, part), rules.warnings(now));
    }

    private static FamilyContent with(
            FamilyContent c, Place place, List<MemberContent> members, HousingSurvey housing) {
        return new FamilyContent(
                c.familyCardNumber(),
                c.village(),
                c.address(),
                c.hamlet(),
                c.rt(),
                c.rw(),
                c.postalCode(),
                c.phone(),
                place,
                members,
                housing);
    }

    private interface Edit {
        UnaryOperator<FamilyContent> of(Proposal proposal);
    }
}
