package id.siks.processadmin.replay;

import id.siks.processadmin.replay.Asking.Asked;
import id.siks.processadmin.replay.Change.Kind;
import id.siks.processadmin.replay.Replay.Group;
import id.siks.processadmin.replay.Replay.State;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What has been counted, kept so that a restart loses none of it. */
@Repository
class ReplayRows {

    private static final int MOST_NUMBERS = 50;
    // A run says something with every batch, which takes seconds at most, and one that waits with the start of each
    // that is done before it, a minute at most.
    private static final String SILENT = "state = 'RUNNING' and at < now() - interval '2 minutes'";

    private final JdbcClient jdbc;

    ReplayRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How it stands; empty when it was never begun. */
    @Transactional(readOnly = true)
    public Optional<Replay> find(Subject subject) {
        return jdbc.sql("select *, " + SILENT + " as silent from processadmin.replay where subject = :subject")
                .param("subject", subject.name())
                .query((row, n) -> replay(row, subject))
                .optional();
    }

    /**
     * Begins anew; empty when it is being done.
     *
     * @param periods true when periods are asked, not cases of families
     */
    @Transactional
    public Optional<UUID> begin(Subject subject, boolean periods) {
        return lock(subject) ? Optional.of(anew(subject, periods)) : Optional.empty();
    }

    /** Goes on with what was stopped or cut off; empty when there is nothing of the kind. */
    @Transactional
    public Optional<UUID> goOn(Subject subject) {
        UUID run = UUID.randomUUID();
        return jdbc.sql(
                                        """
                                update processadmin.replay set run = :run, state = 'RUNNING', at = now()
                                where subject = :subject and (state = 'STOPPED' or %s)"""
                                                .formatted(SILENT))
                                .param("subject", subject.name())
                                .param("run", run)
                                .update()
                        == 1
                ? Optional.of(run)
                : Optional.empty();
    }

    /** True unless somebody is at it. */
    private boolean lock(Subject subject) {
        return jdbc.sql("select state <> 'RUNNING' or " + SILENT
                        + " from processadmin.replay where subject = :subject for update")
                .param("subject", subject.name())
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    private UUID anew(Subject subject, boolean periods) {
        UUID run = UUID.randomUUID();
        jdbc.sql("delete from processadmin.replay where subject = :subject")
                .param("subject", subject.name())
                .update();
        jdbc.sql(
                        """
                        insert into processadmin.replay (subject, run, state, periods)
                        values (:subject, :run, 'RUNNING', :periods) on conflict do nothing""")
                .param("subject", subject.name())
                .param("periods", periods)
                .param("run", run)
                .update();
        return run;
    }

    /** Says that these wait for their turn. */
    @Transactional
    public void waiting(Collection<UUID> runs) {
        jdbc.sql("update processadmin.replay set at = now() where run = any(:runs) and state = 'RUNNING'")
                .param("runs", runs.toArray(UUID[]::new))
                .update();
    }

    /** Where the run stands; empty when another has taken its place. */
    @Transactional(readOnly = true)
    public Optional<Mark> mark(UUID run) {
        return jdbc.sql("select month, last_ref from processadmin.replay where run = :run and state = 'RUNNING'")
                .param("run", run)
                .query((row, n) -> new Mark(month(row), row.getString("last_ref")))
                .optional();
    }

    /** Says that it begins with the cases of a month. */
    @Transactional
    public void month(UUID run, YearMonth month) {
        jdbc.sql("update processadmin.replay set month = :month, at = now() where run = :run")
                .param("month", Date.valueOf(month.atDay(1)))
                .param("run", run)
                .update();
    }

    /**
     * Counts a batch; false when another run has taken the place of this one, which then counts nothing.
     *
     * @param last number of the last case of the batch
     * @param numbered whether numbers of cases may be kept
     */
    @Transactional
    public boolean count(Subject subject, UUID run, String last, List<Asked> batch, boolean numbered) {
        int counted = jdbc.sql(
                        """
                        update processadmin.replay set last_ref = :last, at = now(), cases = cases + :cases,
                          differing = differing + :differing, untold = untold + :untold
                        where run = :run and state = 'RUNNING'""")
                .param("last", last)
                .param("cases", batch.size())
                .param("differing", having(batch, true))
                .param("untold", having(batch, false))
                .param("run", run)
                .update();
        if (counted == 1) {
            byChange(batch).forEach((change, refs) -> add(subject, change, refs, numbered));
        }
        return counted == 1;
    }

    private static int having(List<Asked> batch, boolean told) {
        return (int) batch.stream()
                .filter(asked -> asked.changes().stream().anyMatch(change -> change.isTold() == told))
                .count();
    }

    private static Map<Change, List<String>> byChange(List<Asked> batch) {
        Map<Change, List<String>> byChange = new LinkedHashMap<>();
        batch.forEach(
                asked -> asked.changes().forEach(change -> byChange.computeIfAbsent(change, c -> new ArrayList<>())
                        .add(asked.ref())));
        return byChange;
    }

    private void add(Subject subject, Change change, List<String> refs, boolean numbered) {
        long id = jdbc.sql(
                        """
                        insert into processadmin.replay_change as c
                          (subject, kind, about, before, after, cases, refs)
                        values (:subject, :kind, :about, :before, :after, :cases, :refs)
                        on conflict (subject, kind, about, before, after) do update
                          set cases = c.cases + excluded.cases, refs = (c.refs || excluded.refs)[1: %d]
                        returning change_id"""
                                .formatted(MOST_NUMBERS))
                .param("subject", subject.name())
                .param("kind", change.kind().name())
                .param("about", change.about())
                .param("before", change.before())
                .param("after", change.after())
                .param("cases", refs.size())
                .param("refs", numbered ? refs.stream().limit(MOST_NUMBERS).toArray(String[]::new) : new String[0])
                .query(Long.class)
                .single();
        if (numbered) {
            jdbc.sql(
                            """
                            insert into processadmin.replay_case (change_id, case_ref)
                            select :id, ref from unnest(:refs) as ref on conflict do nothing""")
                    .param("id", id)
                    .param("refs", refs.toArray(String[]::new))
                    .update();
        }
    }

    /**
     * Numbers of cases with that change, in their order; none where they may not be kept.
     *
     * @param last number behind which to begin; empty for the beginning
     * @param limit at most so many
     */
    @Transactional(readOnly = true)
    public List<String> refs(Subject subject, Change change, String last, int limit) {
        return jdbc.sql(
                        """
                        select r.case_ref from processadmin.replay_change c
                        join processadmin.replay_case r using (change_id)
                        where c.subject = :subject and c.kind = :kind and c.about = :about and c.before = :before
                          and c.after = :after and r.case_ref > :last order by r.case_ref limit :limit""")
                .param("last", last)
                .param("limit", limit)
                .param("subject", subject.name())
                .param("kind", change.kind().name())
                .param("about", change.about())
                .param("before", change.before())
                .param("after", change.after())
                .query(String.class)
                .list();
    }

    /** It is over, one way or another. */
    @Transactional
    public void end(UUID run, State how) {
        jdbc.sql("update processadmin.replay set state = :state, at = now() where run = :run and state = 'RUNNING'")
                .param("state", how.name())
                .param("run", run)
                .update();
    }

    private Replay replay(ResultSet row, Subject subject) throws SQLException {
        return new Replay(
                row.getBoolean("silent") ? State.CUT_OFF : State.valueOf(row.getString("state")),
                row.getBoolean("periods"),
                month(row),
                row.getInt("cases"),
                row.getInt("differing"),
                row.getInt("untold"),
                groups(subject));
    }

    private List<Group> groups(Subject subject) {
        return jdbc.sql("select * from processadmin.replay_change where subject = :subject order by change_id")
                .param("subject", subject.name())
                .query((row, n) -> new Group(
                        new Change(
                                Kind.valueOf(row.getString("kind")),
                                row.getString("about"),
                                row.getString("before"),
                                row.getString("after")),
                        row.getInt("cases"),
                        Arrays.asList((String[]) row.getArray("refs").getArray())))
                .list();
    }

    private static YearMonth month(ResultSet row) throws SQLException {
        Date month = row.getDate("month");
        return month == null ? null : YearMonth.from(month.toLocalDate());
    }

    /**
     * Where a run stands.
     *
     * @param month null before it has begun
     * @param last number of the last case that was asked; empty before the first
     */
    record Mark(YearMonth month, String last) {}
}
