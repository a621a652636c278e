package id.siks.processadmin.draft;

import id.siks.area.AreaCode;
import id.siks.casework.Moments;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.platform.BusinessTime;
import id.siks.platform.Conflict;
import id.siks.platform.NotFound;
import id.siks.platform.Refused;
import id.siks.platform.Sentences;
import id.siks.platform.Sha256;
import id.siks.processadmin.check.ModelCheck;
import id.siks.processadmin.check.ModelKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drafts of diagrams, tables and forms. Saving one changes nothing for any case: the engine never sees a draft.
 */
@Service
@Transactional
public class Drafts {

    /** An open page calls every 20 seconds; who has missed two calls is gone. */
    private static final Duration PRESENT = Duration.ofSeconds(50);

    private static final int LONGEST_NOTE = 300;

    private final DraftRows rows;
    private final Models models;
    private final ModelCheck check;
    private final Actors actors;
    private final Moments moments;
    private final BusinessTime time;

    Drafts(DraftRows rows, Models models, ModelCheck check, Actors actors, Moments moments, BusinessTime time) {
        this.rows = rows;
        this.models = models;
        this.check = check;
        this.actors = actors;
        this.moments = moments;
        this.time = time;
    }

    /** The draft; {@link NotFound} when there is none. */
    @Transactional(readOnly = true)
    public Draft find(long id) {
        return rows.find(id).orElseThrow(() -> new NotFound("draft " + id));
    }

    /** As {@link #find}; nobody else changes it until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Draft lock(long id) {
        return rows.lock(id).orElseThrow(() -> new NotFound("draft " + id));
    }

    /** Says how far it has come: it is proposed, released, or open again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(long id, DraftState state) {
        rows.put(id, state);
    }

    /**
     * Drafts that are neither released nor dropped, without their content, the one changed last first.
     *
     * @param before only those behind the draft of this number, or null
     * @param most so many of them
     */
    @Transactional(readOnly = true)
    public List<Draft> underWay(Long before, int most) {
        return rows.underWay(before, most);
    }

    /** As {@link #underWay(Long, int)}, all of one kind. */
    @Transactional(readOnly = true)
    public List<Draft> underWay(ModelKind kind) {
        return rows.underWay(kind);
    }

    /** What was noted at the last save of each of these drafts. */
    @Transactional(readOnly = true)
    public Map<Long, String> lastNotes(List<Long> ids) {
        return rows.lastNotes(ids);
    }

    /** The saves of a draft, the latest first. */
    @Transactional(readOnly = true)
    public List<DraftRevision> revisions(long id) {
        return rows.revisions(id);
    }

    /** What the draft was at that save; {@link NotFound} when it was never saved so often. */
    @Transactional(readOnly = true)
    public String content(long id, int revision) {
        return rows.content(id, revision).orElseThrow(() -> new NotFound("revision " + revision + " of draft " + id));
    }

    /** The open draft of a model in force, begun from what is in force when there is none yet; answers its key. */
    public long edit(ModelKind kind, String key, String note, Actor by) {
        Model model = models.find(kind, key).orElseThrow(() -> new NotFound("model " + kind));
        rows.lock(kind, key);
        return rows.open(kind, key)
                .orElseGet(
                        () -> add(new NewDraft(kind, key, model.room(), model.content(), model.content(), note), by));
    }

    /**
     * Begins a draft from a file; answers its key. A file called like something in force belongs to its room and is compared
     * with it.
     *
     * @param key name of the file without ending
     */
    public long begin(ModelKind kind, String key, String room, byte[] file, String note, Actor by) {
        String content = DraftFile.read(kind, file);
        Optional<Model> model = models.find(kind, key);
        NewDraft draft = new NewDraft(
                kind,
                key,
                model.map(Model::room).orElse(room),
                model.map(Model::content).orElse(null),
                content,
                Sentences.required("note", note, LONGEST_NOTE));
        return add(draft, by);
    }

    /**
     * Keeps a save; answers its number.
     *
     * @param seen the revision the author began from; {@link Conflict} says who has saved since
     */
    public int save(long id, int seen, byte[] file, String note, Actor by) {
        Draft draft = ready(id, seen);
        String said = Sentences.required("note", note, LONGEST_NOTE);
        String content = DraftFile.read(draft.kind(), file);
        return rows.save(draft, DraftState.OPEN, content, said, by.accountId(), time.now());
    }

    /** Takes up an earlier revision again, as the next one; answers its number. */
    public int restore(long id, int revision, int seen, String note, Actor by) {
        Draft draft = ready(id, seen);
        return rows.save(draft, DraftState.OPEN, content(id, revision), note, by.accountId(), time.now());
    }

    /**
     * Takes out what belongs to another vendor, as the next revision; answers its number.
     *
     * @throws Refused when there is nothing of that kind in it
     */
    public int strip(long id, int seen, String note, Actor by) {
        Draft draft = ready(id, seen);
        String content = check.withoutForeign(draft.kind(), draft.content());
        if (content.equals(draft.content())) {
            throw Refused.because("processadmin.draft.error.nothing-foreign");
        }
        return rows.save(draft, DraftState.OPEN, content, note, by.accountId(), time.now());
    }

    /** Puts a draft away; its saves stay, and the reason is the note of the last one. */
    public void drop(long id, int seen, String reason, Actor by) {
        Draft draft = ready(id, seen);
        String said = Sentences.required("reason", reason, LONGEST_NOTE);
        rows.save(draft, DraftState.DROPPED, draft.content(), said, by.accountId(), time.now());
    }

    /** Notes that somebody has the draft open; answers the names of the others who have. */
    public List<String> visit(long id, Actor by) {
        find(id);
        rows.visit(id, by.accountId(), time.now());
        return rows.others(id, by.accountId(), time.now().minus(PRESENT)).stream()
                .map(actors::nameOf)
                .toList();
    }

    private long add(NewDraft draft, Actor by) {
        String base = draft.base() == null ? null : Sha256.hex(draft.base());
        return rows.add(draft, base, by.accountId(), time.now());
    }

    /** The draft, locked, open and as its author has seen it. */
    private Draft ready(long id, int seen) {
        Draft draft = lock(id);
        if (!draft.isOpen()) {
            throw Conflict.because("processadmin.draft.error.closed." + draft.state());
        }
        if (draft.revision() != seen) {
            throw Conflict.because(
                    "processadmin.draft.error.stale",
                    actors.nameOf(draft.changedBy()),
                    moments.full(draft.changedAt(), AreaCode.CAPITAL),
                    draft.revision());
        }
        return draft;
    }
}
