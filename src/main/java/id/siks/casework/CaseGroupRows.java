package id.siks.casework;

import id.siks.identity.Role;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Groups and their members in the database: one statement each, however many members there are. */
@Repository
class CaseGroupRows {

    private static final String JOIN =
            """
            with moved as (
              update casework.case_summary set group_id = ? where case_ref = any (?) and group_id is distinct from ?
              returning case_ref, group_id, status, holder)
            insert into casework.case_event (case_ref, group_id, what, status, holder, at)
            select case_ref, group_id, 'batch-joined', status, holder, ? from moved""";

    private static final String LEAVE =
            """
            with member as (
              select s.case_ref, s.group_id, %s as status, %s as holder, %s as since
              from casework.case_summary s join casework.case_group g using (group_id)
              where s.case_ref = any (?) and s.group_id is distinct from ? order by s.case_ref for update of s),
            moved as (
              update casework.case_summary s
              set group_id = null, status = member.status, holder = member.holder, since = member.since
              from member where s.case_ref = member.case_ref returning s.case_ref)
            insert into casework.case_event (case_ref, group_id, what, status, holder, at)
            select case_ref, group_id, 'batch-left', status, holder, ? from member join moved using (case_ref)"""
                    .formatted(Shown.STATUS, Shown.HOLDER, Shown.SINCE);

    private static final String PROGRESS =
            """
            with held as (select group_id, holder from casework.case_group where group_id = ? for update),
            moved as (
              update casework.case_group g set status = ?, holder = ?, since = ?
              from held where g.group_id = held.group_id returning g.group_id)
            insert into casework.case_event
              (group_id, what, status, holder, actor_id, actor_role, reason_code, reason_text, note, at)
            select held.group_id, ?, ?, ?, ?, case when ?::bigint is null then null else held.holder end, ?, ?, ?, ?
            from held join moved using (group_id)""";

    private static final long NO_GROUP = 0;

    private final JdbcTemplate jdbc;

    CaseGroupRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    long open(String label, CaseStatus status, Role holder, Instant at) {
        return jdbc.queryForObject(
                """
                insert into casework.case_group (label, status, holder, since) values (?, ?, ?, ?)
                returning group_id""",
                Long.class,
                label,
                status.name(),
                CaseRows.name(holder),
                Timestamp.from(at));
    }

    void join(long group, List<CaseRef> members, Instant at) {
        String[] refs = CaseRef.values(members);
        // Leaving first writes the end of the stay in another group.
        jdbc.update(LEAVE, refs, group, Timestamp.from(at));
        jdbc.update(JOIN, group, refs, group, Timestamp.from(at));
    }

    void leave(List<CaseRef> members, Instant at) {
        jdbc.update(LEAVE, CaseRef.values(members), NO_GROUP, Timestamp.from(at));
    }

    void progress(
            long group, String what, CaseStatus status, Role holder, Long by, Reason reason, String note, Instant at) {
        int moved = jdbc.update(
                PROGRESS,
                group,
                status.name(),
                CaseRows.name(holder),
                Timestamp.from(at),
                what,
                status.name(),
                CaseRows.name(holder),
                by,
                by,
                reason == null ? null : reason.code().name(),
                reason == null ? null : reason.sentence(),
                note,
                Timestamp.from(at));
        if (moved != 1) {
            throw new IllegalArgumentException("There is no group " + group);
        }
    }
}
