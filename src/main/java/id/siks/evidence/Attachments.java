package id.siks.evidence;

import id.siks.casework.CaseRef;
import id.siks.casework.CaseTurns;
import id.siks.evidence.FileCheck.FileType;
import id.siks.evidence.Pictures.Picture;
import id.siks.identity.AccessKind;
import id.siks.identity.AccessLog;
import id.siks.identity.AccessOutcome;
import id.siks.identity.Actor;
import id.siks.identity.Jurisdiction;
import id.siks.identity.Limit;
import id.siks.identity.Limits;
import id.siks.platform.BusinessTime;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.Message;
import id.siks.platform.NotFound;
import id.siks.platform.OnceOnly;
import id.siks.platform.Refused;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;

/** Photos, minutes, statements and letters (glossary 8.5). */
@Service
@Transactional
public class Attachments {

    private static final Logger LOG = LoggerFactory.getLogger(Attachments.class);

    static final int MOST_PER_OWNER = 60;

    /** What a file of a case is looked at for. */
    static final String CASE_WORK = "case-work";

    private static final int LONGEST_OWNER = 40;
    private static final String PATH = "/evidence/";

    private final AttachmentRows rows;
    private final FileStore files;
    private final FileCheck check;
    private final Pictures pictures;
    private final OwnerDirectory owners;
    private final Jurisdiction jurisdiction;
    private final AccessLog accessLog;
    private final Limits limits;
    private final OnceOnly onceOnly;
    private final CaseTurns turns;
    private final BusinessTime time;

    Attachments(
            AttachmentRows rows,
            FileStore files,
            FileCheck check,
            Pictures pictures,
            OwnerDirectory owners,
            Jurisdiction jurisdiction,
            AccessLog accessLog,
            Limits limits,
            OnceOnly onceOnly,
            CaseTurns turns,
            BusinessTime time) {
        this.rows = rows;
        this.files = files;
        this.check = check;
        this.pictures = pictures;
        this.owners = owners;
        this.jurisdiction = jurisdiction;
        this.accessLog = accessLog;
        this.limits = limits;
        this.onceOnly = onceOnly;
        this.turns = turns;
        this.time = time;
    }

    /**
     * Keeps a file. What it is, its bytes tell and not its name; images are drawn anew without their metadata.
     *
     * @throws InvalidInput at field {@code file}, with one sentence per fault, also when it cannot be kept just now
     * @throws id.siks.platform.TooManyRequests when a person uploads too much in a short time
     */
    public AttachmentId add(AttachmentUpload upload, Actor actor) {
        if (upload.owner() == null || upload.owner().isBlank() || upload.owner().length() > LONGEST_OWNER) {
            throw new IllegalArgumentException("An attachment needs an owner of at most 40 characters");
        }
        if (RequestContextHolder.getRequestAttributes() != null) {
            limits.use(Limit.UPLOAD, actor);
        }
        if (rows.count(upload.owner()) >= MOST_PER_OWNER) {
            throw Refused.because("evidence.error.too-many-files", MOST_PER_OWNER);
        }
        FileType type = check.check(upload.content(), upload.kind());
        return rows.insert(upload, keep(upload, type), actor.accountId(), time.now());
    }

    /** Whoever sends a file reads beside it that it could not be kept; whoever watches reads why in the log. */
    private NewAttachment keep(AttachmentUpload upload, FileType type) {
        try {
            return type == FileType.PDF ? document(upload) : photo(upload, type);
        } catch (StoreDown down) {
            LOG.error("A file could not be kept", down);
            throw new InvalidInput(List.of(new FieldError("file", Message.of("evidence.error.not-kept"))));
        }
    }

    /**
     * The same for a file a page sends. The same file sent again from the same page is one attachment: the repeat gets what
     * the first one got (security requirement 26).
     *
     * @param key of the page; null from whoever has none, then every call is a deed of its own
     */
    public AttachmentId add(AttachmentUpload upload, UUID key, Actor actor) {
        if (key == null) {
            return add(upload, actor);
        }
        // The page may have several forms and send several files, each its own deed.
        String deed = String.join(
                "|", key.toString(), upload.owner(), upload.kind().name(), Digests.sha256(upload.content()));
        UUID once = UUID.nameUUIDFromBytes(deed.getBytes(StandardCharsets.UTF_8));
        String path = onceOnly.once(once, actor.accountId(), () -> PATH + add(upload, actor));
        AttachmentId kept = new AttachmentId(Long.parseLong(path.substring(PATH.length())));
        // Taken back since then, it is sent as something new.
        return rows.find(kept).isPresent() ? kept : add(upload, actor);
    }

    /** All attachments of one owner, oldest first. Who may see them is the caller's to check. */
    @Transactional(readOnly = true)
    public List<AttachmentView> of(String owner) {
        return rows.of(owner);
    }

    /** True when the owner has an attachment of this kind. */
    @Transactional(readOnly = true)
    public boolean has(String owner, AttachmentKind kind) {
        return rows.has(owner, kind);
    }

    /** The kinds of attachments each of these owners has, with one statement; an owner without any is absent. */
    @Transactional(readOnly = true)
    public Map<String, Set<AttachmentKind>> kindsOf(Collection<String> owners) {
        return owners.isEmpty() ? Map.of() : rows.kindsOf(owners);
    }

    /**
     * Takes an attachment back, while its owner is changeable: by whoever added it, and by whoever may add such a one now.
     *
     * @throws NotFound for anybody else
     * @throws Refused when it is too late
     */
    public void remove(AttachmentId id, Actor actor) {
        Optional<StoredAttachment> found = rows.find(id);
        StoredAttachment stored =
                found.filter(s -> mayRemove(s.view(), actor)).orElseThrow(() -> refused(id, found, CASE_WORK, actor));
        waitForDeedsOn(stored.view().owner());
        if (!owners.changeable(stored.view().owner())) {
            throw Refused.because("evidence.error.too-late");
        }
        rows.remove(id, actor.accountId(), time.now());
        erase(stored);
    }

    /** Whoever hands a case in or records its visit at this moment has counted its files. */
    private void waitForDeedsOn(String owner) {
        owners.caseOf(owner).ifPresent(turns::take);
    }

    private boolean mayRemove(AttachmentView view, Actor actor) {
        boolean own = Objects.equals(view.uploadedBy(), actor.accountId());
        return jurisdiction.sees(actor, view.area()) && (own || owners.accepts(view.owner(), view.kind(), actor));
    }

    /** Erases everything of these owners, who are erased themselves: the house's own deed, nobody's. */
    public void forget(Collection<String> owners) {
        for (StoredAttachment stored : rows.forget(owners)) {
            erase(stored);
        }
    }

    /**
     * Erases the files of these owners after their time; that they were there, and who added them, stays.
     *
     * @return how many of the owners lost files
     */
    public int erase(Collection<String> owners) {
        List<StoredAttachment> gone = rows.erase(owners, time.now());
        gone.forEach(this::erase);
        return (int) gone.stream().map(one -> one.view().owner()).distinct().count();
    }

    /** True when files of the owner were erased after their time. */
    @Transactional(readOnly = true)
    public boolean wereErased(String owner) {
        return rows.wereErased(owner);
    }

    private void erase(StoredAttachment stored) {
        files.eraseAfterCommit(stored.fileName());
        if (stored.thumbName() != null) {
            files.eraseAfterCommit(stored.thumbName());
        }
    }

    /** The stored file for somebody who wants to look at it; the look is logged, the refused one too. */
    StoredAttachment open(AttachmentId id, Actor actor, String purpose) {
        Optional<StoredAttachment> found = rows.find(id);
        StoredAttachment stored = found.filter(
                        s -> jurisdiction.sees(actor, s.view().area()))
                .orElseThrow(() -> refused(id, found, purpose, actor));
        accessLog.record(actor, AccessKind.READ, subjects(stored.view()), purpose, AccessOutcome.GRANTED);
        return stored;
    }

    /** What somebody hears who may add nothing to {@code owner}; that he tried is noted. */
    NotFound refused(String owner, Actor actor) {
        if (CaseRef.isShaped(owner)) {
            accessLog.record(actor, AccessKind.READ, "casework:" + owner, CASE_WORK, AccessOutcome.REFUSED);
        }
        return new NotFound("owner of attachments for account " + actor.id());
    }

    /** Noted whether there is such a file or not: whoever measures how long it takes learns nothing. */
    private NotFound refused(AttachmentId id, Optional<StoredAttachment> found, String purpose, Actor actor) {
        List<String> subjects = found.map(stored -> subjects(stored.view())).orElseGet(() -> List.of(subject(id)));
        accessLog.record(actor, AccessKind.READ, subjects, purpose, AccessOutcome.REFUSED);
        return new NotFound("attachment " + id + " for account " + actor.id());
    }

    private static String subject(AttachmentId id) {
        return "evidence:" + id;
    }

    /** The file, and the case of the family it shows: who saw them must be told for both. */
    private List<String> subjects(AttachmentView view) {
        List<String> subjects = new ArrayList<>(List.of(subject(view.id())));
        owners.caseOf(view.owner()).ifPresent(ref -> subjects.add("casework:" + ref));
        return subjects;
    }

    private NewAttachment document(AttachmentUpload upload) {
        return new NewAttachment(
                "application/pdf",
                files.write(upload.content()),
                null,
                upload.content().length,
                Digests.sha256(upload.content()),
                null,
                null,
                CameraNotes.NONE);
    }

    private NewAttachment photo(AttachmentUpload upload, FileType type) {
        CameraNotes notes = CameraNotes.of(upload.content());
        Picture picture = pictures.redraw(upload.content(), type, notes.orientation());
        return new NewAttachment(
                "image/jpeg",
                files.write(picture.content()),
                files.write(picture.thumb()),
                picture.content().length,
                Digests.sha256(upload.content()),
                picture.width(),
                picture.height(),
                notes);
    }

    /** What is to be noted of a file that is kept. */
    record NewAttachment(
            String mediaType,
            String fileName,
            String thumbName,
            int bytes,
            String sha256,
            Integer width,
            Integer height,
            CameraNotes notes) {}

    /** An attachment with the names of its files. */
    record StoredAttachment(AttachmentView view, String fileName, String thumbName) {}
}
