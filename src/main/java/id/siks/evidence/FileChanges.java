package id.siks.evidence;

import id.siks.casework.CaseChanges;
import id.siks.casework.CaseRef;
import id.siks.evidence.AttachmentRows.Movement;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which photos and letters of a case, of its visits and of the meetings that spoke about it came and went, by their numbers; what
 * they show is told by the files alone.
 */
@Component
class FileChanges implements CaseChanges {

    private final AttachmentRows rows;
    private final OwnerDirectory owners;
    private final MessageSource messages;

    FileChanges(AttachmentRows rows, OwnerDirectory owners, MessageSource messages) {
        this.rows = rows;
        this.owners = owners;
        this.messages = messages;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Change> of(CaseRef ref, boolean whole) {
        return rows.movements(owners.allOf(ref)).stream().map(this::change).toList();
    }

    private Change change(Movement file) {
        String name = say("evidence.trail.file", file.id().toString());
        return new Change(
                file.at(),
                file.gone() ? gone(file) : "file-added",
                file.by(),
                say("evidence.kind." + file.kind()),
                file.gone() ? name : "",
                file.gone() ? "" : name);
    }

    private static String gone(Movement file) {
        return file.by() == null ? "file-erased" : "file-removed";
    }

    private String say(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
