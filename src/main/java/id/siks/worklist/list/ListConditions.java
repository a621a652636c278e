package id.siks.worklist.list;

import static id.siks.worklist.list.ListFilter.KIND;
import static id.siks.worklist.list.ListFilter.RETURNED;
import static id.siks.worklist.list.ListFilter.STAGE;
import static id.siks.worklist.list.ListFilter.TASK;
import static id.siks.worklist.list.ListFilter.WHO;

import id.siks.identity.Actor;
import java.sql.Timestamp;

/** What a filter adds to the condition of its tab. */
final class ListConditions {

    private ListConditions() {}

    /**
     * Everything but tab and area, which the tab's own condition knows.
     *
     * @param name what is searched for, or null
     */
    static Condition of(ListFilter filter, DueSpan due, SearchedName name, Actor actor) {
        Condition all = new Condition();
        equal(all, "stage", filter.get(STAGE));
        equal(all, "kind", filter.get(KIND));
        equal(all, "task_key", filter.get(TASK));
        if (due.from() != null) {
            all.and("due_at >= ?", Timestamp.from(due.from()));
        }
        if (due.before() != null) {
            all.and("due_at < ?", Timestamp.from(due.before()));
        }
        if (filter.has(WHO)) {
            who(all, filter.get(WHO), actor);
        }
        if (filter.has(RETURNED)) {
            all.and("returned");
        }
        if (filter.cases() != null) {
            all.and("case_ref = any (?)", (Object) filter.cases().toArray(String[]::new));
        }
        if (name != null) {
            all.and(name.condition());
        }
        return all;
    }

    private static void equal(Condition all, String column, String value) {
        if (value != null) {
            all.and(column + " = ?", value);
        }
    }

    private static void who(Condition all, String who, Actor actor) {
        switch (who) {
            case ListFilter.FREE -> all.and("assignee is null");
            case ListFilter.ME -> all.and("assignee = ?", actor.accountId());
            case ListFilter.OTHERS -> all.and("assignee <> ?", actor.accountId());
            default -> all.and("assignee = ?", Long.valueOf(who));
        }
    }
}
