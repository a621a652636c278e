package id.siks.register;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.identity.AccessKind;
import id.siks.identity.AccessLog;
import id.siks.identity.AccessOutcome;
import id.siks.identity.Actor;
import id.siks.identity.Jurisdiction;
import id.siks.platform.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Families as held true now. Every change has a case that causes it. */
@Service
@Transactional
public class Families {

    private static final int LARGEST_PAGE = 100;

    private final Intake intake;
    private final FamilyRows rows;
    private final FamilyHits hits;
    private final Duplicates duplicates;
    private final Jurisdiction jurisdiction;
    private final AccessLog accessLog;
    private final ApplicationEventPublisher events;

    Families(
            Intake intake,
            FamilyRows rows,
            FamilyHits hits,
            Duplicates duplicates,
            Jurisdiction jurisdiction,
            AccessLog accessLog,
            ApplicationEventPublisher events) {
        this.intake = intake;
        this.rows = rows;
        this.hits = hits;
        this.duplicates = duplicates;
        this.jurisdiction = jurisdiction;
        this.accessLog = accessLog;
        this.events = events;
    }

    /**
     * Takes determined families over: family and members become active and get their register ids. Idempotent per case,
     * so a chunk may run twice. A case whose person or family card is active elsewhere is set aside and the rest go on.
     *
     * @param chunk at most some hundred, in the caller's transaction or one of its own
     */
    public ActivationReport activate(List<Activation> chunk) {
        if (chunk.isEmpty()) {
            return new ActivationReport(Map.of(), List.of());
        }
        Intake.Outcome outcome = intake.take(chunk);
        if (!outcome.fresh().isEmpty()) {
            events.publishEvent(outcome.event());
        }
        return outcome.report();
    }

    /** How many families came into the register since a moment, by village; those without are absent. */
    @Transactional(readOnly = true)
    public Map<AreaCode, Integer> added(AreaCode within, Instant since) {
        return rows.added(within, since);
    }

    /**
     * How many persons of registered families the civil registry has called dead since a moment, by village; those without
     * are absent. They stand in the register still: nothing takes a family or a person out that was determined.
     */
    @Transactional(readOnly = true)
    public Map<AreaCode, Integer> died(AreaCode within, Instant since) {
        return rows.died(within, since);
    }

    /** The family with this key, whoever asks: for rooms, not for pages. */
    @Transactional(readOnly = true)
    public Optional<FamilyView> find(long id) {
        return rows.find(id);
    }

    /** True when the register has given this number to a family, wherever it lives. */
    @Transactional(readOnly = true)
    public boolean isRegistered(String registerId) {
        return rows.isRegistered(registerId);
    }

    /** The family with this key if it lies in the actor's territory; the look is logged, the refused one too. */
    public Optional<FamilyView> find(long id, Actor actor, String purpose) {
        Optional<FamilyView> found = rows.find(id);
        boolean visible = found.filter(f -> jurisdiction.sees(actor, f.content().village()))
                .isPresent();
        // What does not exist is written down like what lies elsewhere: whoever measures how long it takes learns
        // nothing.
        accessLog.record(
                actor, AccessKind.READ, subject(id), purpose, visible ? AccessOutcome.GRANTED : AccessOutcome.REFUSED);
        return visible ? found : Optional.empty();
    }

    /** Families of the actor's territory, at most {@code limit} (1 to 100); every hit is logged. */
    public Page<FamilyHit> search(FamilySearch search, Actor actor, int limit) {
        Page<FamilyHit> page = hits.search(search, actor.caseScopes(), Math.max(1, Math.min(limit, LARGEST_PAGE)));
        if (!page.items().isEmpty()) {
            List<String> found = page.items().stream()
                    .map(h -> subject(h.family().id()))
                    .distinct()
                    .toList();
            accessLog.record(actor, AccessKind.SEARCH, found, "register-search", AccessOutcome.GRANTED);
        }
        return page;
    }

    /** Active families that share a number with {@code content}, or a similar name and birth date in the regency. */
    @Transactional(readOnly = true)
    public List<Duplicate> duplicatesOf(FamilyContent content) {
        return duplicates.of(content);
    }

    /**
     * Active families that share a number with each of {@code contents}, in their order and found with one statement.
     * Similar names are looked for by {@link #similarTo}.
     */
    @Transactional(readOnly = true)
    public List<List<Duplicate>> sharingNumbers(List<FamilyContent> contents) {
        return duplicates.sharingNumbers(contents);
    }

    /**
     * Active families with a member of a similar name and the same birth date in the regency of each of {@code contents}, in
     * their order and found with one statement; a few of each name.
     */
    @Transactional(readOnly = true)
    public List<List<Duplicate>> similarTo(List<FamilyContent> contents) {
        return duplicates.similar(contents);
    }

    /** The family this case activated or changed last. */
    @Transactional(readOnly = true)
    public Optional<FamilyRef> familyOf(CaseRef caseRef) {
        return rows.familyOf(caseRef);
    }

    /** What this case changed in the register, oldest first. */
    @Transactional(readOnly = true)
    public List<FamilyView.Change> changesOf(CaseRef caseRef) {
        return rows.changesOf(caseRef);
    }

    /** Under which a family stands in the access log. */
    public static String subject(long familyId) {
        return "register:" + familyId;
    }
}
