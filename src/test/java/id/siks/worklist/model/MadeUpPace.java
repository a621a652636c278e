package id.siks.worklist.model;

import id.siks.area.AreaCode;
import java.time.YearMonth;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts work that was never done in the sums of one area; {@link TestWork#settle} takes it out again. */
public final class MadeUpPace {

    private MadeUpPace() {}

    /** {@code n} pieces of work of one class of time that were done in time. */
    public static void add(JdbcClient jdbc, AreaCode area, String task, YearMonth month, int took, int n) {
        jdbc.sql(
                        """
                        insert into worklist.work_pace as p (digits, area_code, task_key, month, took, late, n)
                        values (length(:area), :area, :task, :month, :took, false, :n)
                        on conflict (digits, area_code, month, task_key, took, late) do update set n = p.n + excluded.n""")
                .param("area", area.value())
                .param("task", task)
                .param("month", month.atDay(1))
                .param("took", took)
                .param("n", n)
                .update();
    }
}
