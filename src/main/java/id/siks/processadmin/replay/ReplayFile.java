package id.siks.processadmin.replay;

import id.siks.identity.Actor;
import id.siks.platform.Csv;
import id.siks.processadmin.CaseFiles;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** All cases of the changes a replay shows, one to a line: of changes that few share there are none. */
@Component
public class ReplayFile {

    private static final String NAME = "processadmin-perkara-berubah";

    private final CaseFiles files;
    private final ReplayRows rows;
    private final MessageSource messages;

    ReplayFile(CaseFiles files, ReplayRows rows, MessageSource messages) {
        this.files = files;
        this.rows = rows;
        this.messages = messages;
    }

    /** The file of what was asked about {@code subject}. */
    public ResponseEntity<byte[]> take(Actor actor, Subject subject, Replay replay) {
        return files.take(actor, subject.key(), NAME, () -> lines(subject, replay));
    }

    private Csv lines(Subject subject, Replay replay) {
        Csv file = new Csv().row(List.of(word("where"), word("before"), word("after"), word("case")));
        Stream.concat(replay.groups().stream(), replay.untoldGroups().stream())
                .forEach(group ->
                        rows.refs(subject, group.change()).forEach(ref -> file.row(line(group.change(), ref))));
        return file;
    }

    private List<String> line(Change change, String ref) {
        String where = change.about().isEmpty() ? said("processadmin.replay.whole-case") : change.about();
        return List.of(where, change.before(), after(change), ref);
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
