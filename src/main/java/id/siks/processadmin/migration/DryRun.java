package id.siks.processadmin.migration;

import id.siks.processadmin.migration.Mapping.Built;
import id.siks.processadmin.migration.Progress.Stay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a plan would do to all running cases, without doing it. Cases that stand alike are one kind: the engine looks at
 * nothing else. One of each kind is moved for trial.
 */
@Component
class DryRun {

    private static final String STANDING =
            """
            with standing as (
              select e.proc_inst_id_ as instance,
                array_agg(distinct replace(e.act_id_, :body, ''))
                  filter (where e.is_active_ and not e.is_event_scope_ and e.act_id_ is not null) as steps,
                string_agg(distinct concat_ws('/', e.act_id_, e.is_active_, e.is_scope_, e.is_concurrent_,
                  e.is_event_scope_, left(e.act_inst_id_, strpos(e.act_inst_id_ || ':', ':'))), ' '
                ) as tree
              from act_ru_execution e where e.proc_def_id_ = :definition group by 1),
            jobs as (
              select process_instance_id_ as instance, string_agg(distinct handler_type_ || '/' || handler_cfg_, ' ') as tree
              from act_ru_job where process_def_id_ = :definition group by 1),
            own as (
              select v.proc_inst_id_ as instance,
                string_agg(distinct v.name_ || case when v.execution_id_ = v.proc_inst_id_ then '' else '/' end, ' ') as tree
              from act_ru_variable v where v.proc_def_id_ = :definition group by 1),
            kinds as (
              select s.instance, s.steps, md5(jsonb_build_array(s.steps, s.tree, jobs.tree, own.tree)::text) as kind
              from standing s left join jobs using (instance) left join own using (instance))
            """;

    private static final String KINDS =
            """
            select k.steps, k.kind, min(k.instance) as sample, count(*) as n,
              (array_agg(root.business_key_ order by root.business_key_)
                filter (where root.business_key_ is not null))[1: :shown] as refs
            from kinds k join act_ru_execution root on root.id_ = k.instance
            group by k.steps, k.kind order by n desc""";

    // The kinds that stay are handed in, each with the number of its reason.
    private static final String EACH =
            """
            select reason, root.business_key_ as ref
            from kinds k join unnest(:kinds, :reasons) as staying (kind, reason) on staying.kind = k.kind
            join act_ru_execution root on root.id_ = k.instance order by reason, ref""";

    private static final String ALL =
            """
            select count(*) as n,
              (array_agg(business_key_ order by business_key_) filter (where business_key_ is not null))[1: :shown] as refs
            from act_ru_execution where proc_def_id_ = :definition and parent_id_ is null""";

    private static final String EACH_OF_ALL =
            """
            select business_key_ as ref from act_ru_execution
            where proc_def_id_ = :definition and parent_id_ is null order by ref""";

    private static final int NO_REFERENCES = 0;

    private final JdbcClient jdbc;
    private final LongAnswers answers;
    private final Trial trial;

    DryRun(JdbcClient jdbc, LongAnswers answers, Trial trial) {
        this.jdbc = jdbc;
        this.answers = answers;
        this.trial = trial;
    }

    /** Tries the plan; of each reason as many references of cases are told as a page shows. */
    Outlook of(Pair pair, Built built, Set<String> mapped) {
        long moves = 0;
        Map<String, Long> begun = new TreeMap<>();
        Map<Objection, Stay> stays = new LinkedHashMap<>();
        for (Kind kind : kinds(pair.sourceId(), Stay.SHOWN)) {
            Set<String> missing = built.branches().missing(kind.steps());
            Optional<Objection> why = stays(built, mapped, kind, missing);
            if (why.isEmpty()) {
                moves += kind.cases();
                missing.forEach(first -> begun.merge(first, kind.cases(), Long::sum));
            } else {
                stays.merge(why.get(), stay(why.get(), kind), DryRun::together);
            }
        }
        return new Outlook(moves, begun, List.copyOf(stays.values()));
    }

    private Optional<Objection> stays(Built built, Set<String> mapped, Kind kind, Set<String> missing) {
        return Trial.foreseen(built, mapped, kind.steps()).or(() -> trial.of(built.plan(), kind.sample(), missing));
    }

    /** Tries the plan and tells every case that would stay, reason by reason; a reference is null when the case has none. */
    void each(Pair pair, Built built, Set<String> mapped, BiConsumer<Objection, String> told) {
        Map<Objection, List<Kind>> staying = new LinkedHashMap<>();
        for (Kind kind : kinds(pair.sourceId(), NO_REFERENCES)) {
            stays(built, mapped, kind, built.branches().missing(kind.steps()))
                    .ifPresent(why -> staying.computeIfAbsent(why, first -> new ArrayList<>())
                            .add(kind));
        }
        List<String> kinds = new ArrayList<>();
        List<Integer> reasons = new ArrayList<>();
        List<Objection> numbered = List.copyOf(staying.keySet());
        staying.forEach((why, alike) -> alike.forEach(kind -> {
            kinds.add(kind.key());
            reasons.add(numbered.indexOf(why));
        }));
        answers.each(
                STANDING + EACH,
                Map.of(
                        "definition", pair.sourceId(),
                        "body", BpmnParse.MULTI_INSTANCE_BODY_ID_SUFFIX,
                        "kinds", kinds.toArray(String[]::new),
                        "reasons", reasons.toArray(Integer[]::new)),
                row -> told.accept(numbered.get(row.getInt("reason")), row.getString("ref")));
    }

    /** Tells every case of the version; a reference is null when the case has none. */
    void eachOfAll(Pair pair, Consumer<String> told) {
        answers.each(EACH_OF_ALL, Map.of("definition", pair.sourceId()), row -> told.accept(row.getString("ref")));
    }

    /** What would happen if no case could move, for one reason; as many references are told as a page shows. */
    Outlook allStay(Pair pair, Objection why) {
        Stay all = jdbc.sql(ALL)
                .param("definition", pair.sourceId())
                .param("shown", Stay.SHOWN)
                .query((row, n) -> new Stay(why.step(), why.fault(), row.getLong("n"), texts(row, "refs")))
                .single();
        return new Outlook(0, Map.of(), List.of(all));
    }

    private static Stay stay(Objection why, Kind kind) {
        return new Stay(why.step(), why.fault(), kind.cases(), kind.refs());
    }

    private static Stay together(Stay one, Stay other) {
        List<String> refs = Stream.concat(one.refs().stream(), other.refs().stream())
                .sorted()
                .limit(Stay.SHOWN)
                .toList();
        return new Stay(one.step(), one.fault(), one.cases() + other.cases(), refs);
    }

    private List<Kind> kinds(String definition, int shown) {
        return jdbc.sql(STANDING + KINDS)
                .param("definition", definition)
                .param("shown", shown)
                .param("body", BpmnParse.MULTI_INSTANCE_BODY_ID_SUFFIX)
                .query(DryRun::kind)
                .list();
    }

    private static Kind kind(ResultSet row, int index) throws SQLException {
        return new Kind(
                row.getString("kind"),
                texts(row, "steps"),
                row.getString("sample"),
                row.getLong("n"),
                texts(row, "refs"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return row.getArray(column) == null
                ? List.of()
                : Arrays.asList((String[]) row.getArray(column).getArray());
    }

    /**
     * What would happen.
     *
     * @param moves how many cases would move
     * @param begun for how many of them a branch would be begun, by its first step
     * @param stays why the others would stay
     */
    record Outlook(long moves, Map<String, Long> begun, List<Stay> stays) {

        /** The same, with better reasons for steps that have no place in the target because they do not fit one. */
        Outlook because(Map<String, MoveFault> misfits) {
            return new Outlook(
                    moves,
                    begun,
                    stays.stream()
                            .map(stay -> new Stay(
                                    stay.step(),
                                    new Objection(stay.step(), stay.fault())
                                            .because(misfits)
                                            .fault(),
                                    stay.cases(),
                                    stay.refs()))
                            .toList());
        }

        /** How many cases would stay. */
        public long stay() {
            return stays.stream().mapToLong(Stay::cases).sum();
        }
    }

    /** Cases that stand alike: by what they are told, at which steps, one of them, how many, some of their references. */
    private record Kind(String key, List<String> steps, String sample, long cases, List<String> refs) {}
}
