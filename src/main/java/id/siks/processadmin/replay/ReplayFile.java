package id.siks.processadmin.replay;

import id.siks.identity.Actor;
import id.siks.platform.Csv;
import id.siks.processadmin.CaseFiles;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** All cases of the changes a replay shows, one to a line: of changes that few share there are none. */
@Component
public class ReplayFile {

    private static final String NAME = "processadmin-perkara-berubah";

    private static final int AT_ONCE = 1_000;

    private final CaseFiles files;
    private final ReplayRows rows;
    private final MessageSource messages;

    ReplayFile(CaseFiles files, ReplayRows rows, MessageSource messages) {
        this.files = files;
        this.rows = rows;
        this.messages = messages;
    }

    /** The file of what was asked about {@code subject}. */
    public ResponseEntity<InputStreamResource> take(Actor actor, Subject subject, Replay replay) {
        return files.take(actor, subject.key(), NAME, () -> lines(subject, replay));
    }

    private Csv lines(Subject subject, Replay replay) {
        Csv file = new Csv().row(List.of(word("where"), word("before"), word("after"), word("case")));
        Stream.concat(replay.groups().stream(), replay.untoldGroups().stream())
                .forEach(group -> lines(file, subject, replay, group.change()));
        return file;
    }

    /** However many cases share the change, few are held at once. */
    private void lines(Csv file, Subject subject, Replay replay, Change change) {
        String whole = said("processadmin.replay.whole-case." + (replay.periods() ? "PERIODS" : "CASES"));
        String where = change.about().isEmpty() ? whole : change.about();
        String last = "";
        List<String> part;
        do {
            part = rows.refs(subject, change, last, AT_ONCE);
            part.forEach(ref -> file.row(List.of(where, change.before(), after(change), ref)));
            last = part.isEmpty() ? last : part.get(part.size() - 1);
        } while (part.size() == AT_ONCE);
    }

    private String after(Change change) {
        return switch (change.kind()) {
            case NEW_STEP -> said("processadmin.replay.kind.NEW_STEP", change.after());
            case LEFT_STEP -> said("processadmin.replay.kind.LEFT_STEP");
            case UNTOLD -> said("processadmin.replay.untold." + change.after());
            case ANSWER, WAY -> change.after();
        };
    }

    private String word(String column) {
        return said("processadmin.cases.column." + column);
    }

    private String said(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
