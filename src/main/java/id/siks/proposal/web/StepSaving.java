package id.siks.proposal.web;

import id.siks.casework.CaseRef;
import id.siks.identity.Actor;
import id.siks.platform.Conflict;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.OnceOnly;
import id.siks.platform.web.FormVersion;
import id.siks.proposal.ProposalView;
import id.siks.proposal.Proposals;
import id.siks.proposal.Saved;
import id.siks.register.FamilyContent;
import id.siks.register.FamilyRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Saves one step: everything in it or nothing, once however often the browser sends it, and never over a newer state. */
@Component
class StepSaving {

    private static final Set<String> LEADING_ON = Set.of("next", "save", "back");

    private final Proposals proposals;
    private final FamilyRules rules;
    private final OnceOnly onceOnly;
    private final WizardPage page;

    StepSaving(Proposals proposals, FamilyRules rules, OnceOnly onceOnly, WizardPage page) {
        this.proposals = proposals;
        this.rules = rules;
        this.onceOnly = onceOnly;
        this.page = page;
    }

    /**
     * Saves {@code family} and answers with the next page, or with this one when it cannot be taken.
     *
     * @param sent the form as typed
     * @param deed saves, and is only called with values without fault
     */
    Object save(Sent sent, ProposalView proposal, TypedFamily family, Actor actor, Deed deed) {
        return save(sent, proposal, family, actor, content -> {}, deed);
    }

    /**
     * The same.
     *
     * @param door is asked before anything is saved and outside the transaction, with values without fault; may refuse
     */
    Object save(
            Sent sent,
            ProposalView proposal,
            TypedFamily family,
            Actor actor,
            Consumer<FamilyContent> door,
            Deed deed) {
        List<FieldError> errors = new ArrayList<>(sent.faults());
        if (!sent.leadsOn()) {
            errors.add(FieldError.of("action", "proposal.page.error.action"));
        }
        errors.addAll(family.faults());
        sent.step().parts().forEach(part -> errors.addAll(rules.draftErrors(family.content(), part)));
        if (!errors.isEmpty()) {
            return refused(sent, proposal, errors, actor);
        }
        door.accept(family.content());
        try {
            String path = "/proposal/" + proposal.ref() + "/" + sent.then().path();
            int version = onceOnly.version(OnceOnly.key(sent.key()), actor.accountId(), path, () -> deed.save(
                            proposal.ref(), FormVersion.of(sent.version()), family.content())
                    .version());
            return sent.json() ? ResponseEntity.ok(saved(proposal.ref(), version, path)) : "redirect:" + path;
        } catch (InvalidInput refused) {
            return refused(sent, proposal, refused.errors(), actor);
        } catch (Conflict conflict) {
            return stale(sent, conflict, actor);
        }
    }

    private Object refused(Sent sent, ProposalView proposal, List<FieldError> errors, Actor actor) {
        if (sent.json()) {
            throw new InvalidInput(errors);
        }
        return page.refused(sent.step(), proposal, sent.form(), errors, actor);
    }

    private Object stale(Sent sent, Conflict conflict, Actor actor) {
        ProposalView now = proposals.view(ProposalDesk.ref(sent.ref()), actor);
        if (sent.json() || !now.editable() || now.version() == FormVersion.of(sent.version())) {
            throw conflict;
        }
        return page.stale(sent.step(), now, sent.form(), actor);
    }

    private static Map<String, Object> saved(CaseRef ref, int version, String path) {
        return Map.of("ref", ref.value(), "version", version, "next", path);
    }

    /** Saves one part of a family. */
    interface Deed {
        Saved save(CaseRef ref, int version, FamilyContent content);
    }

    /**
     * A form that came in.
     *
     * @param action what the pressed button asks
     * @param json true when the one who asks wants data instead of a page
     * @param faults texts with characters no form takes, or far too long
     */
    record Sent(
            Step step,
            String ref,
            Record form,
            String version,
            String key,
            String action,
            boolean json,
            List<FieldError> faults) {

        /** True for a button that saves and leads to a step; without one the next step is meant. */
        boolean leadsOn() {
            return action == null || LEADING_ON.contains(action);
        }

        /** Where to go afterwards. */
        Step then() {
            if ("back".equals(action)) {
                return step.previous();
            }
            return "save".equals(action) ? step : step.next();
        }
    }
}
