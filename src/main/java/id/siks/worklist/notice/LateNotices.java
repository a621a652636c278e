package id.siks.worklist.notice;

import id.siks.area.AreaCode;
import id.siks.casework.OverdueTask;
import id.siks.casework.RungNews;
import id.siks.casework.TasksOverdue;
import id.siks.finalization.CutoffNeared;
import id.siks.finalization.Milestone;
import id.siks.identity.Posts;
import id.siks.identity.Posts.Post;
import id.siks.identity.Role;
import id.siks.worklist.model.TaskHandlers;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final Posts posts;
    private final Arrivals arrivals;

    LateNotices(JdbcClient jdbc, TaskHandlers handlers, Posts posts, Arrivals arrivals) {
        this.jdbc = jdbc;
        this.handlers = handlers;
        this.posts = posts;
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
                          (what, account_id, case_ref, area_code, task_id, task_key, rung, rung_id, due_at, at, urgent)
                        select 'TASK_OVERDUE', account, ref, area, task, key, rung, id, due, at, rung <> 'REMINDER'
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

    /** Each whose work it is in an area with cases that would miss it is told of how many there; nobody twice of one area. */
    @EventListener
    void on(CutoffNeared neared) {
        Map<Post, Integer> missing = new HashMap<>();
        neared.missing().forEach((village, n) -> warned(neared.milestone())
                .forEach(role -> missing.merge(new Post(role, area(role, village)), n, Integer::sum)));
        Set<Warning> warnings = new LinkedHashSet<>();
        posts.accountsHolding(missing.keySet())
                .forEach((post, accounts) -> accounts.forEach(
                        account -> warnings.add(new Warning(account, post.area().value(), missing.get(post)))));
        warn(neared, warnings);
    }

    /** Who can still do something: before the villages' cut-off write, sign and ask why, before the regency's visit and decide. */
    private static Set<Role> warned(Milestone cutoff) {
        return cutoff == Milestone.VILLAGE_CUTOFF
                ? EnumSet.of(Role.VILLAGE_OPERATOR, Role.VILLAGE_HEAD, Role.REGENCY_VERIFIER)
                : EnumSet.of(Role.VILLAGE_OPERATOR, Role.DISTRICT_SOCIAL_WORKER, Role.REGENCY_VERIFIER);
    }

    private static AreaCode area(Role role, AreaCode village) {
        return new AreaCode(village.value().substring(0, role.digits()));
    }

    private void warn(CutoffNeared neared, Collection<Warning> warnings) {
        jdbc.sql(
                        """
                        insert into worklist.notice
                          (what, account_id, case_ref, area_code, milestone, items, due_at, at, urgent)
                        select 'CUTOFF_NEARED', account, :ref, area, :milestone, items, :due, :at, :last
                        from unnest(:accounts::bigint[], :areas::text[], :items::int[]) as told (account, area, items)""")
                .param("ref", neared.period().value())
                .param("milestone", neared.milestone().name())
                .param("due", Timestamp.from(neared.cutoffAt()))
                .param("at", Timestamp.from(neared.at()))
                .param("last", neared.last())
                .param("accounts", warnings.stream().map(Warning::account).toArray(Long[]::new))
                .param("areas", warnings.stream().map(Warning::area).toArray(String[]::new))
                .param("items", warnings.stream().map(Warning::items).toArray(Integer[]::new))
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

    /** So many cases of an area would miss a cut-off. */
    private record Warning(long account, String area, int items) {}
}
