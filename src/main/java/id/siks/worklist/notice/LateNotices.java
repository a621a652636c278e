package id.siks.worklist.notice;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.casework.OverdueTask;
import id.siks.casework.RungNews;
import id.siks.casework.TasksOverdue;
import id.siks.finalization.CutoffNeared;
import id.siks.finalization.Milestone;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.Role;
import id.siks.worklist.model.TaskHandlers;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells people what becomes or is late: a task at a rung of its ladder, cases before a cut-off. Written in the transaction of
 * the rung, so that what is told once there is told once here. Also says who has seen it.
 */
@Component
class LateNotices implements RungNews {

    private final JdbcClient jdbc;
    private final TaskHandlers handlers;
    private final Actors actors;
    private final Arrivals arrivals;

    LateNotices(JdbcClient jdbc, TaskHandlers handlers, Actors actors, Arrivals arrivals) {
        this.jdbc = jdbc;
        this.handlers = handlers;
        this.actors = actors;
        this.arrivals = arrivals;
    }

    @EventListener
    void on(TasksOverdue overdue) {
        List<Line> lines = overdue.tasks().stream()
                .flatMap(task -> task.told().stream().map(account -> new Line(account, task)))
                .toList();
        jdbc.sql(
                        """
                        insert into worklist.notice
                          (what, account_id, case_ref, area_code, task_id, task_key, rung, rung_id, due_at, at)
                        select 'TASK_OVERDUE', account, ref, area, task, key, rung, id, due, at
                        from unnest(:accounts::bigint[], :refs::text[], :areas::text[], :tasks::text[], :keys::text[],
                          :rungs::text[], :ids::bigint[], :dues::timestamptz[], :ats::timestamptz[])
                          as told (account, ref, area, task, key, rung, id, due, at)""")
                .param("accounts", lines.stream().map(Line::account).toArray(Long[]::new))
                .param("refs", column(lines, t -> t.ref().value()))
                .param("areas", column(lines, t -> t.area().value()))
                .param("tasks", column(lines, OverdueTask::taskId))
                .param("keys", column(lines, OverdueTask::task))
                .param("rungs", column(lines, t -> t.rung().name()))
                .param("ids", lines.stream().map(l -> l.task().rungId()).toArray(Long[]::new))
                .param("dues", column(lines, t -> t.dueAt().toString()))
                .param("ats", column(lines, t -> t.at().toString()))
                .update();
    }

    private static String[] column(List<Line> lines, Function<OverdueTask, String> value) {
        return lines.stream().map(line -> value.apply(line.task())).toArray(String[]::new);
    }

    /** The operators of each village with cases that would miss it; before the regency's also those who visit and decide. */
    @EventListener
    void on(CutoffNeared neared) {
        Map<AreaCode, Integer> missing = neared.missing();
        missing.forEach((village, n) ->
                tell(neared, village, n, actors.accountsWithin(Set.of(Role.VILLAGE_OPERATOR), village)));
        if (neared.milestone() == Milestone.REGENCY_CUTOFF && !missing.isEmpty()) {
            sums(missing, AreaLevel.DISTRICT)
                    .forEach((district, n) -> tell(
                            neared, district, n, actors.accountsWithin(Set.of(Role.DISTRICT_SOCIAL_WORKER), district)));
            List<Long> verifiers = actors.holding(Role.REGENCY_VERIFIER, neared.regency()).stream()
                    .map(Actor::accountId)
                    .toList();
            tell(
                    neared,
                    neared.regency(),
                    missing.values().stream().mapToInt(n -> n).sum(),
                    verifiers);
        }
    }

    private static Map<AreaCode, Integer> sums(Map<AreaCode, Integer> missing, AreaLevel level) {
        return missing.entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey().at(level), Map.Entry::getValue, Integer::sum, TreeMap::new));
    }

    private void tell(CutoffNeared neared, AreaCode area, int n, Collection<Long> accounts) {
        jdbc.sql(
                        """
                        insert into worklist.notice (what, account_id, case_ref, area_code, milestone, items, due_at, at)
                        select 'CUTOFF_NEARED', account, :ref, :area, :milestone, :items, :due, :at
                        from unnest(:accounts::bigint[]) as told (account)""")
                .param("ref", neared.period().value())
                .param("area", area.value())
                .param("milestone", neared.milestone().name())
                .param("items", n)
                .param("due", Timestamp.from(neared.cutoffAt()))
                .param("at", Timestamp.from(neared.at()))
                .param("accounts", accounts.toArray(Long[]::new))
                .update();
    }

    @Override
    public String titleKey(String task) {
        return handlers.titleKey(task);
    }

    @Override
    public Map<Long, List<Heard>> heard(Collection<Long> rungs) {
        List<Told> told = jdbc.sql(
                        """
                        select rung_id, notice_id, account_id from worklist.notice
                        where rung_id = any(:rungs) order by notice_id""")
                .param("rungs", rungs.toArray(Long[]::new))
                .query((row, number) ->
                        new Told(row.getLong("rung_id"), row.getLong("notice_id"), row.getLong("account_id")))
                .list();
        Map<Long, Arrival> arrived = arrivals.of(told.stream().map(Told::notice).toList());
        return told.stream()
                .collect(Collectors.groupingBy(
                        Told::rung, Collectors.mapping(t -> heard(t, arrived.get(t.notice())), Collectors.toList())));
    }

    /** Who puts it away has seen it, whatever his browser said. Why he gets no mail is his own affair. */
    private static Heard heard(Told told, Arrival arrival) {
        return new Heard(
                told.account(),
                arrival.seenAt() == null ? arrival.readAt() : arrival.seenAt(),
                "worklist.heard." + arrival.mailWord(),
                arrival.mailAt());
    }

    /** One who is told of a task. */
    private record Line(long account, OverdueTask task) {}

    private record Told(long rung, long notice, long account) {}
}
