package id.siks.casework;

import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.Role;
import id.siks.identity.Scope;
import id.siks.platform.BusinessTime;
import id.siks.platform.Conflict;
import id.siks.platform.Faults;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import id.siks.platform.Sentences;
import id.siks.platform.retention.Hold;
import id.siks.platform.retention.Holds;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds that auditors place on cases of their territory. A case's timeline says that it is held, not why: villages read it,
 * and the reason may be a quarrel about them.
 */
@Component
@Transactional
class CaseHolds {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 1000;

    private final Holds holds;
    private final CaseRows rows;
    private final Actors actors;
    private final ApplicationEventPublisher events;
    private final BusinessTime time;

    CaseHolds(Holds holds, CaseRows rows, Actors actors, ApplicationEventPublisher events, BusinessTime time) {
        this.holds = holds;
        this.rows = rows;
        this.actors = actors;
        this.events = events;
        this.time = time;
    }

    /**
     * Holds in the reader's territory, in force or lifted; the latest first.
     *
     * @param before only those with a smaller key, or null
     */
    @Transactional(readOnly = true)
    public List<HeldCase> page(boolean inForce, Long before, int most, Actor reader) {
        List<Hold> all = holds.all(inForce);
        Map<CaseRef, CaseSummary> seen =
                within(all.stream().map(Hold::caseRef).filter(CaseRef::isShaped).toList(), reader);
        return all.stream()
                .filter(hold -> before == null || hold.id() < before)
                .filter(hold -> CaseRef.isShaped(hold.caseRef()))
                .flatMap(hold -> Optional.ofNullable(seen.get(new CaseRef(hold.caseRef()))).stream()
                        .map(summary -> held(hold, summary)))
                .limit(most)
                .toList();
    }

    /** Holds a case; one outside the territory answers like one that does not exist (requirement 11). */
    public void place(String number, String reason, Actor by) {
        Faults faults = new Faults();
        String asked = number == null ? "" : number.strip();
        if (within(CaseRef.isShaped(asked) ? List.of(asked) : List.of(), by).isEmpty()) {
            faults.add("number", "casework.hold.error.number");
        }
        String sentence = faults.of(() -> Sentences.required("reason", reason, SHORTEST, LONGEST));
        faults.refuse();
        if (!holds.place(asked, sentence, by.accountId())) {
            String first =
                    holds.on(asked).map(Hold::placedBy).map(actors::nameOf).orElse("-");
            throw InvalidInput.at("number", "casework.hold.error.held", first);
        }
        tell(new CaseRef(asked), "hold-placed", by);
    }

    /** Lifts a hold; {@link Conflict} when somebody was faster. */
    public void lift(long id, String reason, Actor by) {
        HeldCase held = find(id, by);
        String sentence = Sentences.required("liftReason", reason, SHORTEST, LONGEST);
        if (!holds.lift(id, sentence, by.accountId())) {
            throw Conflict.because("casework.hold.error.lifted", find(id, by).liftedBy());
        }
        tell(held.ref(), "hold-lifted", by);
    }

    /** One hold of the reader's territory. */
    @Transactional(readOnly = true)
    public HeldCase find(long id, Actor reader) {
        Hold hold = holds.find(id).orElseThrow(() -> new NotFound("hold " + id));
        return within(List.of(hold.caseRef()), reader).values().stream()
                .findFirst()
                .map(summary -> held(hold, summary))
                .orElseThrow(() -> new NotFound("hold " + id + " for account " + reader.id()));
    }

    private Map<CaseRef, CaseSummary> within(Collection<String> refs, Actor reader) {
        return rows.within(
                refs, reader.scopes(Role.AUDITOR).stream().map(Scope::prefix).toList());
    }

    private HeldCase held(Hold hold, CaseSummary summary) {
        return new HeldCase(
                hold,
                summary.ref(),
                summary,
                hold.placedBy() == null ? null : actors.nameOf(hold.placedBy()),
                hold.liftedBy() == null ? null : actors.nameOf(hold.liftedBy()));
    }

    private void tell(CaseRef ref, String what, Actor by) {
        events.publishEvent(new CaseNoted(List.of(ref), what, by.accountId(), null, time.now()));
    }

    /** A hold with the case it is about and the names of those who placed and lifted it; null for the system. */
    record HeldCase(Hold hold, CaseRef ref, CaseSummary summary, String placedBy, String liftedBy) {}
}
