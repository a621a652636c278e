package id.siks.processadmin.replay;

import id.siks.casework.CaseRef;
import id.siks.finalization.ClosedLists;
import id.siks.identity.Actor;
import id.siks.platform.Csv;
import id.siks.processadmin.CaseFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * All cases of the changes a replay shows, one to a line: of changes that few share there are none. Of periods also the
 * families' cases on their lists.
 */
@Component
public class ReplayFile {

    private static final String NAME = "processadmin-perkara-berubah";

    private static final int AT_ONCE = 1_000;

    private final CaseFiles files;
    private final ReplayRows rows;
    private final ClosedLists lists;
    private final MessageSource messages;

    ReplayFile(CaseFiles files, ReplayRows rows, ClosedLists lists, MessageSource messages) {
        this.files = files;
        this.rows = rows;
        this.lists = lists;
        this.messages = messages;
    }

    /** The file of what was asked about {@code subject}. */
    public ResponseEntity<InputStreamResource> take(Actor actor, Subject subject, Replay replay) {
        return files.take(actor, subject.key(), NAME, () -> lines(subject, replay));
    }

    private Csv lines(Subject subject, Replay replay) {
        List<String> heads = new ArrayList<>(List.of(word("where"), word("before"), word("after"), word("case")));
        if (replay.periods()) {
            heads.add(word("family"));
        }
        Csv file = new Csv().row(heads);
        Stream.concat(replay.groups().stream(), replay.untoldGroups().stream())
                .forEach(group -> lines(file, subject, replay, group.change()));
        return file;
    }

    private void lines(Csv file, Subject subject, Replay replay, Change change) {
        String whole = said("processadmin.replay.whole-case." + (replay.periods() ? "PERIODS" : "CASES"));
        String where = change.about().isEmpty() ? whole : change.about();
        each(last -> rows.refs(subject, change, last, AT_ONCE), ref -> {
            List<String> cells = List.of(where, change.before(), after(change), ref);
            if (replay.periods()) {
                families(file, cells, new CaseRef(ref));
            } else {
                file.row(cells);
            }
        });
    }

    /** Who goes another way with a period is who stands on its list: one to a line, or one line when nobody does. */
    private void families(Csv file, List<String> cells, CaseRef period) {
        boolean any = each(
                last -> lists.listed(period, last, AT_ONCE).stream()
                        .map(CaseRef::value)
                        .toList(),
                family -> file.row(with(cells, family)));
        if (!any) {
            file.row(with(cells, ""));
        }
    }

    private static List<String> with(List<String> cells, String last) {
        return Stream.concat(cells.stream(), Stream.of(last)).toList();
    }

    /** However many there are, few are held at once; answers whether there was any. */
    private static boolean each(Function<String, List<String>> next, Consumer<String> told) {
        String last = "";
        List<String> part;
        do {
            part = next.apply(last);
            part.forEach(told);
            last = part.isEmpty() ? last : part.get(part.size() - 1);
        } while (part.size() == AT_ONCE);
        return !last.isEmpty();
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
