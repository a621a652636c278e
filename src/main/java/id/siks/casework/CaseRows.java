package id.siks.casework;

import id.siks.area.AreaCode;
import id.siks.identity.Role;
import id.siks.identity.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Summary and timeline in the database. Every write is one statement, however many cases it is about. */
@Repository
class CaseRows {

    private static final String OPEN =
            """
            with opened as (
              insert into casework.case_summary
                (case_ref, kind, area_code, subject, status, holder, since, opened_by, opened_at)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?)
              returning case_ref, status, holder, opened_by, opened_at)
            insert into casework.case_event (case_ref, what, status, holder, actor_id, actor_role, at)
            select case_ref, 'opened', status, holder, opened_by, ?, opened_at from opened""";

    // Who acts is taken to act in the role that held the case; the page looks whether he may.
    private static final String PROGRESS =
            """
            with held as (
              select s.case_ref, %s as holder
              from casework.case_summary s left join casework.case_group g using (group_id)
              where s.case_ref = any (?) order by s.case_ref for update of s),
            moved as (
              update casework.case_summary s set status = ?, holder = ?, since = ?
              from held where s.case_ref = held.case_ref returning s.case_ref)
            insert into casework.case_event
              (case_ref, what, status, holder, actor_id, actor_role, reason_code, reason_text, note, at)
            select held.case_ref, ?, ?, ?, ?, held.holder, ?, ?, ?, ? from held join moved using (case_ref)"""
                    .formatted(Shown.HOLDER);

    // Where nobody acts there is no role he did it in, and whose turn it was need not be asked.
    private static final String PROGRESS_BY_NOBODY =
            """
            with held as (
              select case_ref from casework.case_summary where case_ref = any (?) order by case_ref for no key update),
            moved as (
              update casework.case_summary s set status = ?, holder = ?, since = ?
              from held where s.case_ref = held.case_ref returning s.case_ref)
            insert into casework.case_event (case_ref, what, status, holder, reason_code, reason_text, note, at)
            select case_ref, ?, ?, ?, ?, ?, ?, ? from moved""";

    private static final String NOTE =
            """
            insert into casework.case_event (case_ref, what, status, holder, actor_id, note, at)
            select s.case_ref, ?, %s, %s, ?, ?, ?
            from casework.case_summary s left join casework.case_group g using (group_id)
            where s.case_ref = any (?)"""
                    .formatted(Shown.STATUS, Shown.HOLDER);

    private static final String SUMMARIES =
            """
            select s.case_ref, s.kind, s.area_code, s.subject, s.opened_by, s.opened_at, g.label,
              %s as status, %s as holder, %s as since
            from casework.case_summary s left join casework.case_group g using (group_id)
            where s.case_ref = any (?)"""
                    .formatted(Shown.STATUS, Shown.HOLDER, Shown.SINCE);

    // A group's events count from the moment the case joined until it left.
    private static final String EVENTS =
            """
            with stay as (
              select group_id, event_id as came,
                lead(event_id) over (partition by group_id order by event_id) as went, what
              from casework.case_event where case_ref = ? and group_id is not null)
            select e.*, null as label from casework.case_event e where e.case_ref = ?
            union all
            select e.*, g.label from stay
            join casework.case_event e on e.group_id = stay.group_id and e.case_ref is null
              and e.event_id > stay.came and (stay.went is null or e.event_id < stay.went)
            join casework.case_group g on g.group_id = stay.group_id
            where stay.what = 'batch-joined'
            order by at, event_id""";

    private final JdbcTemplate jdbc;

    CaseRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void open(List<CaseOpened> cases) {
        jdbc.batchUpdate(OPEN, cases.stream().map(CaseRows::opened).toList());
    }

    private static Object[] opened(CaseOpened opened) {
        Role holder = opened.status() == CaseStatus.DRAFT ? Role.VILLAGE_OPERATOR : null;
        Role actorRole = opened.by() == null ? null : Role.VILLAGE_OPERATOR;
        Timestamp at = Timestamp.from(opened.at());
        return new Object[] {
            opened.ref().value(),
            opened.kind(),
            opened.area().value(),
            opened.subject(),
            opened.status().name(),
            name(holder),
            at,
            opened.by(),
            at,
            name(actorRole)
        };
    }

    /** Moves the cases; answers how many there were. */
    int progress(CaseProgressed progressed) {
        String[] refs = CaseRef.values(progressed.refs());
        String status = progressed.status().name();
        String holder = name(progressed.holder());
        Reason reason = progressed.reason();
        String code = reason == null ? null : reason.code().name();
        String sentence = reason == null ? null : reason.sentence();
        Timestamp at = Timestamp.from(progressed.at());
        String what = progressed.what();
        Long by = progressed.by();
        String note = progressed.note();
        return by == null
                ? jdbc.update(
                        PROGRESS_BY_NOBODY, refs, status, holder, at, what, status, holder, code, sentence, note, at)
                : jdbc.update(PROGRESS, refs, status, holder, at, what, status, holder, by, code, sentence, note, at);
    }

    /** Those of them that are families' cases and have ended. */
    List<CaseRef> ended(Collection<CaseRef> refs) {
        return jdbc.query(
                "select case_ref from casework.ended_case where case_ref = any (?)",
                (row, n) -> new CaseRef(row.getString("case_ref")),
                (Object) CaseRef.values(refs));
    }

    void note(CaseNoted noted) {
        Timestamp at = Timestamp.from(noted.at());
        jdbc.update(NOTE, noted.what(), noted.by(), noted.note(), at, CaseRef.values(noted.refs()));
    }

    Map<CaseRef, CaseSummary> summaries(Collection<CaseRef> refs) {
        return jdbc.query(SUMMARIES, CaseRows::summary, (Object) CaseRef.values(refs)).stream()
                .collect(Collectors.toMap(CaseSummary::ref, Function.identity()));
    }

    /** Those of the cases whose area begins with one of the prefixes; the empty one is the nation. */
    Map<CaseRef, CaseSummary> within(Collection<String> refs, Collection<String> prefixes) {
        return jdbc
                .query(
                        SUMMARIES + " and s.area_code like any (?)",
                        CaseRows::summary,
                        refs.toArray(String[]::new),
                        Scope.patterns(prefixes))
                .stream()
                .collect(Collectors.toMap(CaseSummary::ref, Function.identity()));
    }

    List<TimelineEntry> events(CaseRef ref) {
        return jdbc.query(EVENTS, CaseRows::entry, ref.value(), ref.value());
    }

    /** How many of these there are. */
    Happened happened(CaseRef ref) {
        return jdbc.queryForObject(
                "select count(*) as all_of_it, count(label) as with_list from (" + EVENTS + ") as happened",
                (row, n) -> new Happened(row.getInt("all_of_it"), row.getInt("with_list")),
                ref.value(),
                ref.value());
    }

    /**
     * How much happened to a case.
     *
     * @param withList how much of it with its list
     */
    record Happened(int all, int withList) {}

    static String name(Role role) {
        return role == null ? null : role.name();
    }

    private static CaseSummary summary(ResultSet row, int index) throws SQLException {
        return new CaseSummary(
                new CaseRef(row.getString("case_ref")),
                row.getString("kind"),
                new AreaCode(row.getString("area_code")),
                row.getString("subject"),
                CaseStatus.valueOf(row.getString("status")),
                role(row.getString("holder")),
                instant(row, "since"),
                row.getString("label"),
                row.getObject("opened_by", Long.class),
                instant(row, "opened_at"));
    }

    private static TimelineEntry entry(ResultSet row, int index) throws SQLException {
        String code = row.getString("reason_code");
        return new TimelineEntry(
                instant(row, "at"),
                row.getString("what"),
                CaseStatus.valueOf(row.getString("status")),
                role(row.getString("holder")),
                row.getObject("actor_id", Long.class),
                role(row.getString("actor_role")),
                code == null ? null : new Reason(ReasonCode.valueOf(code), row.getString("reason_text")),
                row.getString("note"),
                row.getString("label"));
    }

    private static Role role(String name) {
        return name == null ? null : Role.valueOf(name);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
