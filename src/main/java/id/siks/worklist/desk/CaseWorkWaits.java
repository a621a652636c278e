package id.siks.worklist.desk;

import id.siks.casework.CaseSummary;
import id.siks.casework.CaseWaits;
import id.siks.identity.Actor;
import id.siks.identity.Scope;
import id.siks.worklist.model.DueMoves;
import id.siks.worklist.model.TaskHandlers;
import id.siks.worklist.model.WorkItem;
import id.siks.worklist.model.WorkItems;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the timeline page which work is open in a case. All villages of a regency share the case of its period. */
@Component
class CaseWorkWaits implements CaseWaits {

    /** Most tasks that are shown of one case. */
    static final int SHOWN = 5;

    private static final String OPEN = "from worklist.work_item where case_ref = :ref and state = 'OPEN'";

    private static final String SEEN = "select " + DueMoves.COLUMNS + ", " + WorkItems.COLUMNS + OPEN
            + " and (area_code = :area or area_code like any(:seen)) order by due_at, item_id limit :most";

    private final JdbcClient jdbc;
    private final TaskHandlers handlers;

    CaseWorkWaits(JdbcClient jdbc, TaskHandlers handlers) {
        this.jdbc = jdbc;
        this.handlers = handlers;
    }

    @Override
    public Waits of(CaseSummary summary, Actor reader) {
        int all = jdbc.sql("select count(*) " + OPEN)
                .param("ref", summary.ref().value())
                .query(Integer.class)
                .single();
        List<Wait> shown = jdbc.sql(SEEN)
                .param("ref", summary.ref().value())
                .param("area", summary.area().value())
                .param("seen", Scope.patternsOf(reader.caseScopes()))
                .param("most", SHOWN)
                .query(this::waiting)
                .list();
        return new Waits(shown, all - shown.size());
    }

    private Wait waiting(ResultSet row, int index) throws SQLException {
        WorkItem item = WorkItems.item(row, index);
        return new Wait(
                item.task(),
                handlers.titleKey(item.task()),
                item.role(),
                item.area(),
                item.assignee(),
                item.openedAt(),
                item.dueAt(),
                DueMoves.move(row)
                        .map(move -> new Moved(move.by(), move.from(), move.why()))
                        .orElse(null));
    }
}
