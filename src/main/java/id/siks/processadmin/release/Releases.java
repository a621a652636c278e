package id.siks.processadmin.release;

import id.siks.area.AreaCode;
import id.siks.casework.ModelNews;
import id.siks.casework.Moments;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import id.siks.platform.Conflict;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import id.siks.platform.Refused;
import id.siks.platform.Sentences;
import id.siks.platform.Sha256;
import id.siks.processadmin.check.JudgingVersion;
import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.draft.Draft;
import id.siks.processadmin.draft.DraftState;
import id.siks.processadmin.draft.Drafts;
import id.siks.processadmin.release.Release.Act;
import id.siks.processadmin.run.ModelMessages;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Releases what was {@linkplain Proposing proposed}, or declines it: never by one person alone, never unchecked, one at a time
 * (security requirement 7). Whoever comes second is told by a {@link Conflict} who was first.
 */
@Service
@Transactional
public class Releases {

    /** Letters of a note or a reason. */
    static final int SHORTEST = 10;

    /** As {@link #SHORTEST}. */
    static final int LONGEST = 1000;

    private final ReleaseRows rows;
    private final ReleaseChanges changes;
    private final ReleaseEntries entries;
    private final ReleaseHands hands;
    private final Drafts drafts;
    private final ReleaseCheck check;
    private final DueReleases due;
    private final NextOpening opening;
    private final JudgingVersion judging;
    private final Offers offers;
    private final Uses uses;
    private final Actors actors;
    private final Moments moments;
    private final ModelMessages messages;
    private final BusinessTime time;

    Releases(
            ReleaseRows rows,
            ReleaseChanges changes,
            ReleaseEntries entries,
            ReleaseHands hands,
            Drafts drafts,
            ReleaseCheck check,
            DueReleases due,
            NextOpening opening,
            JudgingVersion judging,
            Offers offers,
            Uses uses,
            Actors actors,
            Moments moments,
            ModelMessages messages,
            BusinessTime time) {
        this.rows = rows;
        this.changes = changes;
        this.entries = entries;
        this.hands = hands;
        this.drafts = drafts;
        this.check = check;
        this.due = due;
        this.opening = opening;
        this.judging = judging;
        this.offers = offers;
        this.uses = uses;
        this.actors = actors;
        this.moments = moments;
        this.messages = messages;
        this.time = time;
    }

    /** The release; {@link NotFound} when there is none. */
    @Transactional(readOnly = true)
    public Release find(long id) {
        return rows.find(id).orElseThrow(() -> new NotFound("release " + id));
    }

    /** What happened to a release, in turn: what was proposed, decided, moved, given to the engine. */
    @Transactional(readOnly = true)
    public List<Release.Entry> history(long id) {
        return entries.of(id);
    }

    /**
     * What waits for a second person, the oldest first.
     *
     * @param after only those behind the release of this number, or null
     * @param most so many of them
     */
    @Transactional(readOnly = true)
    public List<Release> waiting(Long after, int most) {
        return rows.waiting(after, most);
    }

    /** The newest release of each model, by room and name. */
    @Transactional(readOnly = true)
    public List<Release> newest() {
        return rows.newest();
    }

    /** What new cases follow of every model, by room and name. */
    @Transactional(readOnly = true)
    public List<Release> allInForce() {
        return rows.newest().stream()
                .flatMap(newest -> inForce(newest.kind(), newest.key()).stream())
                .toList();
    }

    /** What is in force and no longer fits this version of the application, as far as its last start has told. */
    @Transactional(readOnly = true)
    public List<Release> unfit() {
        Set<Long> unfit = rows.unfit(judging.code());
        return unfit.isEmpty()
                ? List.of()
                : allInForce().stream()
                        .filter(release -> unfit.contains(release.id()))
                        .toList();
    }

    /** True for a form or table in force that was made here: what the application brings, its code needs. */
    @Transactional(readOnly = true)
    public boolean isWithdrawable(Release release) {
        return uses.isMadeHere(release.kind(), release.key()) && isInForce(release);
    }

    /**
     * True for what was released once, or brought by the application and declined, unless new cases follow it now and no newer
     * release is ahead; to return to what is in force is to call off what is ahead.
     */
    @Transactional(readOnly = true)
    public boolean canReturnTo(Release release) {
        return wasEverOurs(release)
                && rows.last(release.kind(), release.key())
                        .filter(last -> last.id() == release.id())
                        .isEmpty();
    }

    /** True for what was released once, or brought by the application and declined. */
    static boolean wasEverOurs(Release release) {
        return !release.withdraws() && (release.version() != null || release.source() == ReleaseSource.SHIPPED);
    }

    private boolean isInForce(Release release) {
        return inForce(release.kind(), release.key())
                .filter(now -> now.id() == release.id())
                .isPresent();
    }

    /** What took the place of a release that was in force, be it its withdrawal; empty unless something has. */
    @Transactional(readOnly = true)
    public Optional<Release> replacedBy(Release release) {
        return release.deployedAt() == null
                ? Optional.empty()
                : rows.lastDeployed(release.kind(), release.key()).filter(last -> last.version() > release.version());
    }

    /** What was released while the proposal waited, so that it cannot be released any more; empty unless something was. */
    @Transactional(readOnly = true)
    public Optional<Release> overtakenBy(Release proposed) {
        return rows.newest(proposed.kind(), proposed.key())
                .filter(newest ->
                        proposed.state() == ReleaseState.PROPOSED && !Objects.equals(newest.id(), proposed.baseId()));
    }

    /**
     * What was proposed of a model: what waits first, then the latest version first.
     *
     * @param before only those behind the release of this number, or null
     * @param most so many of them
     */
    @Transactional(readOnly = true)
    public List<Release> ofModel(ModelKind kind, String key, Long before, int most) {
        return rows.ofModel(kind, key, before, most);
    }

    /** What new cases follow now; empty for a model that was never released. */
    @Transactional(readOnly = true)
    public Optional<Release> inForce(ModelKind kind, String key) {
        return rows.inForce(kind, key);
    }

    /** What a draft would be if it were proposed as it was saved last; it has no number and nobody has proposed it. */
    @Transactional(readOnly = true)
    public Release asProposed(Draft drawn) {
        Long base = rows.newest(drawn.kind(), drawn.key()).map(Release::id).orElse(null);
        return new Release(
                0,
                drawn.kind(),
                drawn.key(),
                drawn.room(),
                ReleaseSource.DRAFT,
                drawn.id(),
                null,
                base,
                drawn.content(),
                Sha256.hex(drawn.content()),
                ReleaseState.PROPOSED,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /**
     * Releases a proposal: it is checked once more and given to the engine, now or when the next period opens.
     *
     * @param reason why, 10 to 1,000 characters
     * @throws Refused for whoever proposed it or had a hand in its draft, or in the version it brings back, in whichever role;
     *     when the check refuses it; when no period is planned
     * @throws Conflict when it was decided about or overtaken; says by whom
     */
    public void release(long id, Effect effect, String reason, Actor by) {
        String said = Sentences.required("reason", reason, SHORTEST, LONGEST);
        rows.lockAll();
        Release proposed = decidable(id, by);
        Release newest = rows.newest(proposed.kind(), proposed.key()).orElse(null);
        overtakenBy(proposed).ifPresent(later -> {
            throw Conflict.because(
                    "processadmin.release.error.overtaken",
                    later.version(),
                    actors.nameOf(later.decision().by()),
                    moment(later.decision().at()));
        });
        requireReleasable(proposed, effect);
        Instant now = time.now();
        Start start = effect == Effect.NOW
                ? Start.at(now)
                : opening.after(now).orElseThrow(() -> Refused.because("processadmin.release.error.no-period"));
        int version = newest == null ? 1 : newest.version() + 1;
        changes.release(proposed, version, start, new Act(by.accountId(), now, said), by.persons());
        if (proposed.withdraws()) {
            // The engine keeps what it has: there is nothing to give it.
            changes.deployed(proposed, null, now);
        } else if (effect == Effect.NOW) {
            due.deployNow(find(id));
        }
        settleDraft(proposed, DraftState.RELEASED);
        messages.tell(ModelNews.Kind.RELEASE_DONE, proposed.fileName(), hands.of(id).stream(), by);
        offers.follow(find(id));
    }

    /** Says no to a proposal; its draft can be changed again. As {@link #release}, never by whoever made or proposed it. */
    public void decline(long id, String reason, Actor by) {
        String said = Sentences.required("reason", reason, SHORTEST, LONGEST);
        Release proposed = decidable(id, by);
        changes.decline(proposed, new Act(by.accountId(), time.now(), said), by.persons());
        settleDraft(proposed, DraftState.OPEN);
        messages.tell(ModelNews.Kind.RELEASE_DECLINED, proposed.fileName(), hands.of(id).stream(), by);
    }

    /** Not every proposal began as a draft. */
    private void settleDraft(Release proposed, DraftState state) {
        if (proposed.draftId() != null) {
            drafts.put(proposed.draftId(), state);
        }
    }

    /** The proposal, with its model locked, still waiting, not the actor's own, and he still one who releases. */
    private Release decidable(long id, Actor by) {
        Release asked = find(id);
        rows.lock(asked.kind(), asked.key());
        Release proposed = find(id);
        if (proposed.state() != ReleaseState.PROPOSED) {
            throw Conflict.because(
                    "processadmin.release.error.decided." + proposed.state(),
                    actors.nameOf(proposed.decision().by()),
                    moment(proposed.decision().at()));
        }
        if (isOwn(proposed, by)) {
            throw Refused.because("processadmin.release.error.own");
        }
        if (!actors.again(by).holds(Role.PROCESS_RELEASER)) {
            throw new NotFound("release " + id + " for account " + by.id());
        }
        return proposed;
    }

    /**
     * True for whoever proposed it and for everybody who saved the draft it was made from, whoever proposed that. Of a roll-back
     * the same holds for what it brings back.
     */
    @Transactional(readOnly = true)
    public boolean isOwn(Release release, Actor actor) {
        return !Collections.disjoint(hands.of(release.id()), actor.persons());
    }

    /** How many proposals wait that are not {@link #isOwn}. */
    @Transactional(readOnly = true)
    public int waitingFor(Actor actor) {
        return hands.waitingFor(actor.persons());
    }

    private void requireReleasable(Release proposed, Effect effect) {
        if (!proposed.withdraws()) {
            check.requireSound(proposed.kind(), proposed.key(), proposed.content());
        } else if (effect == Effect.NOW) {
            uses.requireNone(proposed.kind(), proposed.key(), "reason");
        } else {
            throw InvalidInput.at("effect", "processadmin.withdraw.error.now");
        }
    }

    private String moment(Instant at) {
        return moments.full(at, AreaCode.CAPITAL);
    }
}
