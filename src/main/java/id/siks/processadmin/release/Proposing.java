package id.siks.processadmin.release;

import id.siks.casework.ModelNews;
import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.platform.Conflict;
import id.siks.platform.InvalidInput;
import id.siks.platform.Refused;
import id.siks.platform.Sentences;
import id.siks.platform.Sha256;
import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.draft.Draft;
import id.siks.processadmin.draft.DraftState;
import id.siks.processadmin.draft.Drafts;
import id.siks.processadmin.draft.Overtakings;
import id.siks.processadmin.run.ModelMessages;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts models before a second person: a draft, an earlier version, or that a form or table is used no more. */
@Service
@Transactional
public class Proposing {

    private final Releases releases;
    private final ReleaseRows rows;
    private final ReleaseChanges changes;
    private final ReleaseHands hands;
    private final Drafts drafts;
    private final Overtakings overtakings;
    private final ReleaseCheck check;
    private final Uses uses;
    private final ModelMessages messages;
    private final BusinessTime time;

    Proposing(
            Releases releases,
            ReleaseRows rows,
            ReleaseChanges changes,
            ReleaseHands hands,
            Drafts drafts,
            Overtakings overtakings,
            ReleaseCheck check,
            Uses uses,
            ModelMessages messages,
            BusinessTime time) {
        this.releases = releases;
        this.rows = rows;
        this.changes = changes;
        this.hands = hands;
        this.drafts = drafts;
        this.overtakings = overtakings;
        this.check = check;
        this.uses = uses;
        this.messages = messages;
        this.time = time;
    }

    /**
     * Proposes a draft; answers the number of the proposal. The draft cannot be changed while it waits.
     *
     * @param seen the revision the author means; {@link Conflict} when it was changed or closed since
     * @param comparedWith the version he says he has compared it with, or null
     * @throws InvalidInput at {@code comparedWith} when it was begun from an older version and he does not say that he compared
     *     it with the last one
     * @throws Refused when the check refuses it or it is what is in force
     */
    public long propose(long draftId, int seen, Integer comparedWith, String note, Actor by) {
        Draft drawn = drafts.lock(draftId);
        if (!drawn.isOpen() || drawn.revision() != seen) {
            throw Conflict.because("processadmin.release.error.draft-moved");
        }
        rows.lock(drawn.kind(), drawn.key());
        overtakings
                .of(drawn)
                .filter(overtaking -> !Objects.equals(overtaking.version(), comparedWith))
                .ifPresent(overtaking -> {
                    throw InvalidInput.at(
                            "comparedWith", "processadmin.release.error.begun-earlier", overtaking.version());
                });
        long id = propose(
                drawn.kind(),
                drawn.key(),
                drawn.room(),
                ReleaseSource.DRAFT,
                drawn.id(),
                null,
                drawn.content(),
                note,
                by);
        drafts.put(draftId, DraftState.PROPOSED);
        return id;
    }

    /** Proposes to go back to a version that was released before; answers the number of the proposal. */
    public long takeUpAgain(long id, String note, Actor by) {
        Release was = releases.find(id);
        if (!Releases.wasEverOurs(was)) {
            throw Refused.because("processadmin.release.error.never-released");
        }
        return propose(was.kind(), was.key(), was.room(), ReleaseSource.ROLLBACK, null, id, was.content(), note, by);
    }

    /**
     * Proposes that nobody uses a form or table any more; answers the number of the proposal. What was released of it stays to
     * be read.
     *
     * @param id the release in force
     * @throws InvalidInput at {@code withdrawNote} when a released diagram or a running case uses it
     */
    public long withdraw(long id, String note, Actor by) {
        Release was = releases.find(id);
        String said = Sentences.required("withdrawNote", note, Releases.SHORTEST, Releases.LONGEST);
        rows.lockAll();
        rows.lock(was.kind(), was.key());
        if (rows.inForce(was.kind(), was.key()).filter(now -> now.id() == id).isEmpty()) {
            throw Refused.because("processadmin.withdraw.error.not-in-force");
        }
        uses.requireNone(was.kind(), was.key(), "withdrawNote");
        Long base = rows.newest(was.kind(), was.key()).orElseThrow().id();
        return keep(Proposal.withdrawing(was, base, said), by);
    }

    private long propose(
            ModelKind kind,
            String key,
            String room,
            ReleaseSource source,
            Long draft,
            Long again,
            String content,
            String note,
            Actor by) {
        String said = Sentences.required("note", note, Releases.SHORTEST, Releases.LONGEST);
        rows.lock(kind, key);
        Release base = rows.newest(kind, key).orElse(null);
        if (base != null && base.holds() && base.sha256().equals(Sha256.hex(content))) {
            throw Refused.because("processadmin.release.error.same");
        }
        check.requireSound(kind, key, content);
        Long baseId = base == null ? null : base.id();
        return keep(new Proposal(kind, key, room, source, draft, again, baseId, content, said), by);
    }

    private long keep(Proposal proposal, Actor by) {
        long id = changes.propose(proposal, by.accountId(), time.now());
        Release proposed = releases.find(id);
        messages.waits(ModelNews.Kind.RELEASE_WAITS, proposed.fileName(), hands.of(id));
        return id;
    }
}
