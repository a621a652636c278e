package id.siks.benchmark;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Puts open tasks into the worklist and into the plain engine set by set: one per case, spread over all villages, for the
 * verifiers of their regencies. Both hold the same cases in the same order.
 */
final class ManyTasks {

    private static final String TABLE =
            """
            create table if not exists public.benchmark_case
              (n bigint, area_code text, regency text, case_ref text, opened_at timestamptz, due_at timestamptz)""";

    private static final String CASES =
            """
            insert into public.benchmark_case
            with village as (
              select area_code, row_number() over (order by area_code) - 1 as i
              from area.area where length(area_code) = 10)
            select g as n, area_code, substr(area_code, 1, 4) as regency,
              'TGS-' || substr(area_code, 1, 4) || '-26-' || lpad(g::text, 8, '0') as case_ref,
              now() - make_interval(hours => (g %% 400)::int) as opened_at,
              date_trunc('day', now() + make_interval(hours => (g %% 700)::int - 200)) + interval '9 hours' as due_at
            from generate_series(%d::bigint, %d) g join village on i = g * 7919 %% (select count(*) from village)""";

    private static final List<String> OURS = List.of(
            """
            insert into casework.case_summary
              (case_ref, kind, area_code, subject, status, holder, since, opened_at)
            select case_ref, 'NEW_REGISTRATION', area_code, 'Warga ' || md5(n::text), 'REGENCY_REVIEW',
              'REGENCY_VERIFIER', opened_at, opened_at from public.benchmark_case where n >= %1$d""",
            """
            insert into worklist.work_item
              (task_id, task_key, process_key, case_ref, kind, role, area_code, team_area, opened_at, due_at, state, stage,
               subject)
            select 'benchmark-' || n, 'decide-proposal', 'proposal-trunk', case_ref, 'NEW_REGISTRATION',
              'REGENCY_VERIFIER', area_code, regency, opened_at, due_at, 'OPEN', 'REGENCY_REVIEW',
              'Warga ' || md5(n::text)
            from public.benchmark_case where n >= %1$d order by n""",
            """
            insert into worklist.work_count as c (role, area_code, task_key, state, n)
            select 'REGENCY_VERIFIER', area_code, 'decide-proposal', 'OPEN', count(*)
            from public.benchmark_case where n >= %1$d group by area_code
            on conflict (role, area_code, task_key, state) do update set n = c.n + excluded.n""");

    private static final List<String> THEIRS = List.of(
            // What is only read needs no guard against faults; with it a million rows take minutes.
            """
            do $$ declare guard record; begin
              for guard in select conrelid::regclass as held, conname from pg_constraint
                where contype = 'f' and connamespace = 'plain'::regnamespace loop
                execute format('alter table %s drop constraint %I', guard.held, guard.conname);
              end loop; end $$""",
            """
            insert into plain.act_ru_execution
              (id_, rev_, root_proc_inst_id_, proc_inst_id_, business_key_, proc_def_id_, act_id_, is_active_,
               is_concurrent_, is_scope_, is_event_scope_, suspension_state_, cached_ent_state_, sequence_counter_)
            select 'e' || n, 1, 'e' || n, 'e' || n, case_ref,
              (select id_ from plain.act_re_procdef where key_ = 'intake'), 'check', true, false, true, false, 1, 16, 1
            from public.benchmark_case""",
            """
            insert into plain.act_ru_task
              (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_, task_def_key_, priority_, create_time_,
               due_date_, suspension_state_)
            select 't' || n, 1, 'e' || n, 'e' || n, (select id_ from plain.act_re_procdef where key_ = 'intake'), 'check',
              'check', 50, opened_at, due_at, 1
            from public.benchmark_case""",
            """
            insert into plain.act_ru_identitylink (id_, rev_, group_id_, type_, task_id_)
            select 'l' || n, 1, 'REGENCY_VERIFIER', 'candidate', 't' || n from public.benchmark_case""",
            """
            insert into plain.act_ru_variable
              (id_, rev_, type_, name_, execution_id_, proc_inst_id_, text_, var_scope_, sequence_counter_,
               is_concurrent_local_)
            select v || n, 1, 'string', name, 'e' || n, 'e' || n, text, 'e' || n, 1, false
            from public.benchmark_case cross join lateral (values
              ('a', 'regency', regency), ('b', 'areaCode', area_code), ('c', 'kind', 'NEW_REGISTRATION'),
              ('d', 'subject', 'Warga ' || md5(n::text)), ('f', 'status', 'REGENCY_REVIEW')) as f (v, name, text)""");

    private static final String[] OUR_TABLES = {"casework.case_summary", "worklist.work_item", "worklist.work_count"};
    private static final String[] THEIR_TABLES = {
        "plain.act_ru_execution", "plain.act_ru_task", "plain.act_ru_identitylink", "plain.act_ru_variable"
    };

    // What a filled table is searched by; keys stay, for they guard what is filled in.
    private static final String INDEXES =
            """
            select format('drop index %I.%I', schemaname, indexname) as away, indexdef as back
            from pg_indexes where schemaname || '.' || tablename = any (?)
              and not exists (select 1 from pg_constraint
                              where conindid = format('%I.%I', schemaname, indexname)::regclass)""";

    private static final String PLAIN_BOARD =
            """
            select %s as part, count(*) as open, count(*) filter (where t.due_date_ < now()) as late,
              min(t.due_date_) as oldest,
              percentile_disc(0.5) within group (order by t.due_date_) filter (where t.due_date_ < now()) as median
            from plain.act_ru_task t join plain.act_ru_variable v
              on v.proc_inst_id_ = t.proc_inst_id_ and v.name_ = 'regency'
            group by part""";

    private static final String TAKEN =
            """
            update worklist.work_item set assignee = (?::bigint[])[1 + item_id % ?]
            where state = 'OPEN' and assignee is null and team_area = any (?) and item_id % 10 < 3""";

    private static final String PUT_OFF =
            """
            update worklist.work_item set follow_up_at = now() + interval '3 days'
            where state = 'OPEN' and assignee is not null and team_area = any (?) and item_id % 100 < 3""";

    private static final String REMEMBERED =
            """
            insert into worklist.work_pace (digits, area_code, task_key, month, took, late, n)
            select length(area), area, task, date_trunc('month', now() - make_interval(months => ago))::date, took, late,
              7 + took
            from unnest(?::text[]) area, generate_series(0, 11) ago, generate_series(0, 30) took,
              unnest(array[true, false]) late,
              unnest(array['decide-proposal', 'record-visit', 'record-meeting', 'correct-proposal']) task""";

    private final JdbcTemplate owner;

    ManyTasks(JdbcTemplate owner) {
        this.owner = owner;
    }

    /** Fills the worklist up to {@code tasks} open items, due at the end of a working day as real ones are. */
    void open(int tasks) {
        owner.execute(TABLE);
        int next = owner.queryForObject("select count(*) from public.benchmark_case", Integer.class) + 1;
        if (next <= tasks) {
            owner.execute(CASES.formatted(next, tasks));
            fill(OURS.stream().map(statement -> statement.formatted(next)).toList(), OUR_TABLES);
        }
    }

    /** Fills the plain engine with the same tasks. */
    void openPlainly() {
        fill(THEIRS, THEIR_TABLES);
    }

    // An index is built in one go for a fraction of what a million single entries cost.
    private void fill(List<String> statements, String[] tables) {
        List<Map<String, Object>> indexes = owner.queryForList(INDEXES, (Object) tables);
        indexes.forEach(index -> owner.execute((String) index.get("away")));
        statements.forEach(owner::execute);
        indexes.forEach(index -> owner.execute((String) index.get("back")));
        for (String table : tables) {
            owner.execute("vacuum analyze " + table);
        }
    }

    /**
     * Lets the accounts, each a verifier of the regency of the same place in the list, work: three tenths of what is open there
     * is taken, by all of them in turn, and of that a tenth put off.
     */
    void take(List<String> regencies, List<Long> accounts) {
        String[] where = regencies.toArray(String[]::new);
        owner.update(TAKEN, accounts.toArray(Long[]::new), accounts.size(), where);
        owner.update(PUT_OFF, (Object) where);
        owner.execute("vacuum analyze worklist.work_item");
    }

    /** A year in which much was done, in the sums of these areas; empty is the nation. */
    void remember(List<String> areas) {
        owner.update(REMEMBERED, (Object) areas.toArray(String[]::new));
        owner.execute("vacuum analyze worklist.work_pace");
    }

    /** The newest case of a regency. */
    Known known(String regency) {
        return owner.queryForObject(
                "select case_ref, md5(n::text) from public.benchmark_case where regency = ? order by n desc limit 1",
                (row, index) -> new Known(row.getString(1), row.getString(2)),
                regency);
    }

    /**
     * A case somebody looks for.
     *
     * @param name the part of its subject nobody else has
     */
    record Known(String ref, String name) {}

    /** What somebody who knows the plain engine adds. */
    void indexPlainly() {
        owner.execute("create index plain_by_variable on plain.act_ru_variable (name_, text_)");
        owner.execute("analyze plain.act_ru_variable");
    }

    /**
     * What the country's board shows of open work, asked of the plain engine's tables: by province, by step and by distance
     * from the due date.
     */
    void boardPlainly() {
        for (String by : List.of("left(v.text_, 2)", "t.task_def_key_", "now()::date - t.due_date_::date")) {
            owner.queryForList(PLAIN_BOARD.formatted(by));
        }
    }

    /** How many open items of an area are late, counted one by one. */
    int recount(String prefix) {
        return owner.queryForObject(
                "select count(*) from worklist.work_item where state = 'OPEN' and due_at < now() and area_code like ?",
                Integer.class,
                prefix + '%');
    }

    /** Regencies with tasks, spread over the country. */
    List<String> regencies(int most) {
        return owner.queryForList(
                """
                select regency from (select distinct regency from public.benchmark_case) as r
                order by md5(regency) limit ?""",
                String.class,
                most);
    }
}
