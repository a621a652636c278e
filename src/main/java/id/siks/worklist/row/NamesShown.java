package id.siks.worklist.row;

import id.siks.casework.CaseRef;
import id.siks.identity.AccessKind;
import id.siks.identity.AccessLog;
import id.siks.identity.AccessOutcome;
import id.siks.identity.Actor;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes down which families the pages of work named to whom, and to whom they did not (requirement 23). */
@Component
public class NamesShown {

    private static final String LIST = "worklist";

    private final AccessLog log;

    NamesShown(AccessLog log) {
        this.log = log;
    }

    /** The page of one task showed the case and the names of others. */
    public void page(CaseRef ref, List<CaseRef> others, String task, Actor reader) {
        List<String> subjects = Stream.concat(Stream.of(ref), others.stream())
                .map(NamesShown::subject)
                .distinct()
                .toList();
        log.record(reader, AccessKind.READ, subjects, task, AccessOutcome.GRANTED);
    }

    /** The page of one task was not shown to somebody whose work it is not. */
    public void refused(CaseRef ref, String task, Actor stranger) {
        log.record(stranger, AccessKind.READ, subject(ref), task, AccessOutcome.REFUSED);
    }

    /** A list showed these lines. */
    public void rows(Collection<WorkRow> rows, Actor reader) {
        list(named(rows), AccessKind.READ, reader);
    }

    /**
     * A list showed these cases.
     *
     * @param kind whether the list was drawn for a name somebody searched
     */
    public void list(Collection<CaseRef> cases, AccessKind kind, Actor reader) {
        List<String> subjects = cases.stream().map(NamesShown::subject).toList();
        log.listed(reader, kind, subjects, LIST);
    }

    /** The cases of the lines that name a family. */
    public static List<CaseRef> named(Collection<WorkRow> rows) {
        return rows.stream()
                .filter(WorkRow::namesFamily)
                .map(row -> new CaseRef(row.ref()))
                .toList();
    }

    private static String subject(CaseRef ref) {
        return "casework:" + ref;
    }
}
