package id.siks.worklist.row;

import id.siks.area.Areas;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseSummary;
import id.siks.casework.SystemWords;
import id.siks.casework.Timeline;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.platform.BusinessTime;
import id.siks.platform.Page;
import id.siks.worklist.forecast.Outlooks;
import id.siks.worklist.model.TaskHandlers;
import id.siks.worklist.model.WorkItem;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes lines people can read of work items: one question to casework per page. Whom they name is written down. */
@Component
public class WorkRows {

    private final TaskHandlers handlers;
    private final Timeline timeline;
    private final Areas areas;
    private final Actors actors;
    private final Outlooks outlooks;
    private final NamesShown shown;
    private final SystemWords words;
    private final BusinessTime time;

    WorkRows(
            TaskHandlers handlers,
            Timeline timeline,
            Areas areas,
            Actors actors,
            Outlooks outlooks,
            NamesShown shown,
            SystemWords words,
            BusinessTime time) {
        this.handlers = handlers;
        this.timeline = timeline;
        this.areas = areas;
        this.actors = actors;
        this.outlooks = outlooks;
        this.shown = shown;
        this.words = words;
        this.time = time;
    }

    /** A page of items as {@code reader} sees it. */
    public Page<WorkRow> of(Page<WorkItem> page, Actor reader) {
        return new Page<>(of(page.items(), reader), page.next());
    }

    /** Items as {@code reader} sees them, in their order. */
    public List<WorkRow> of(List<WorkItem> items, Actor reader) {
        List<WorkRow> rows = unnoted(items, reader);
        shown.rows(rows, reader);
        return rows;
    }

    /** The same for who knows whether and how they are shown, and has it written down. */
    public List<WorkRow> unnoted(List<WorkItem> items, Actor reader) {
        Instant now = time.now();
        Map<CaseRef, CaseSummary> cases =
                timeline.summaries(items.stream().map(WorkItem::ref).toList());
        Map<Long, String> names = new HashMap<>(
                namesOf(items.stream().map(WorkItem::assignee).filter(id -> id != null && id != reader.accountId())));
        names.put(reader.accountId(), reader.displayName());
        return items.stream()
                .map(item -> row(item, cases.get(item.ref()), names, reader, now))
                .toList();
    }

    /** Name of an account, or null for none. */
    public String nameOf(Long account) {
        return account == null ? null : actors.nameOf(account);
    }

    /** Names by account, in one statement; nulls are left out, and may be asked for. */
    public Map<Long, String> namesOf(Stream<Long> accounts) {
        Set<Long> known = accounts.filter(Objects::nonNull).collect(Collectors.toSet());
        return known.isEmpty() ? Collections.emptyMap() : actors.namesOf(known);
    }

    /** One item as {@code reader} sees it. */
    public WorkRow of(WorkItem item, Actor reader) {
        return of(List.of(item), reader).get(0);
    }

    private WorkRow row(WorkItem item, CaseSummary summary, Map<Long, String> names, Actor reader, Instant now) {
        ZoneId zone = areas.zoneOf(item.area());
        String place = areas.path(item.area());
        return new WorkRow(
                item.taskId(),
                item.task(),
                handlers.titleKey(item.task()),
                item.ref().value(),
                summary == null ? null : subject(summary, place),
                summary != null && summary.namesFamily(),
                item.area(),
                place,
                summary == null ? null : summary.status(),
                item.role(),
                Due.of(item.dueAt(), zone, now),
                item.assignee() == null ? null : names.get(item.assignee()),
                item.isOf(reader.accountId()),
                item.doneAt(),
                item.isOpen() ? outlooks.of(item, now) : null);
    }

    // A family is named whatever it is called, even like its village; a meeting called like its place needs no name.
    // The name of an ended case may have been erased.
    private String subject(CaseSummary summary, String place) {
        if (summary.subject().isEmpty()) {
            return null;
        }
        if (summary.namesFamily()) {
            return summary.subject();
        }
        return place.startsWith(summary.subject()) ? null : words.read(summary.subject());
    }
}
