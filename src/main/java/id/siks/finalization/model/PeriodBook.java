package id.siks.finalization.model;

import id.siks.area.Area;
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseRefs;
import id.siks.finalization.Cadence;
import id.siks.finalization.Milestone;
import id.siks.finalization.PeriodState;
import id.siks.finalization.PeriodView;
import id.siks.identity.Scope;
import id.siks.platform.BusinessTime;
import id.siks.platform.NotFound;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The periods as they are kept. Whatever depends on a date locks the period's row first (security requirement 28). */
@Component
public class PeriodBook {

    private static final String PREFIX = "PRD";
    private static final String UNSEALED = "('PLANNED', 'OPEN', 'VILLAGES_CLOSED')";

    private final PeriodRepository periods;
    private final Calendars calendars;
    private final CaseRefs refs;
    private final Areas areas;
    private final JdbcClient jdbc;
    private final BusinessTime time;

    PeriodBook(
            PeriodRepository periods,
            Calendars calendars,
            CaseRefs refs,
            Areas areas,
            JdbcClient jdbc,
            BusinessTime time) {
        this.periods = periods;
        this.calendars = calendars;
        this.refs = refs;
        this.areas = areas;
        this.jdbc = jdbc;
        this.time = time;
    }

    /** The period with this number. */
    public Optional<PeriodView> find(CaseRef ref) {
        return periods.findByCaseRef(ref.value()).map(Period::view);
    }

    /** The period with this number; {@link NotFound} when there is none. */
    public PeriodView get(CaseRef ref) {
        return find(ref).orElseThrow(() -> new NotFound("period " + ref));
    }

    /** The period with this number, its row locked until the transaction ends; {@link NotFound} when there is none. */
    public PeriodView lock(CaseRef ref) {
        return locked(ref).view();
    }

    /**
     * The present by the database's clock, which is the same whichever node asks. Whoever decides whether a date has passed
     * asks it with the period locked (security requirement 28).
     */
    public Instant now() {
        return time.at(jdbc.sql("select clock_timestamp()")
                .query(Timestamp.class)
                .single()
                .toInstant());
    }

    /** The period of {@code regency} that closes in {@code month}. */
    public Optional<PeriodView> find(AreaCode regency, YearMonth month) {
        return periods.findByRegencyCodeAndMonth(regency.value(), month.atDay(1))
                .map(Period::view);
    }

    /** Writes down a new period with its batch; there is none for that month yet. */
    public PeriodView plan(AreaCode regency, YearMonth month) {
        ZoneId zone = areas.zoneOf(regency);
        Instant previousCutoff =
                latestBefore(regency, month).map(PeriodView::villageCutoffAt).orElse(null);
        Dates dates = calendars.dates(regency, month, zone, previousCutoff);
        Period period = periods.saveAndFlush(new Period(refs.next(PREFIX, regency), regency, dates, zone));
        jdbc.sql("insert into finalization.batch (period_id) values (:period)")
                .param("period", period.id())
                .update();
        return period.view();
    }

    /** Takes a period from one state to the next. */
    public PeriodView progress(CaseRef ref, PeriodState from, PeriodState to) {
        Period period = locked(ref);
        period.progress(from, to);
        return periods.saveAndFlush(period).view();
    }

    /** Gives a milestone another date; {@code now} tells whether it has come. */
    public PeriodView move(CaseRef ref, Milestone milestone, Instant to, Instant now) {
        Period period = locked(ref);
        period.move(milestone, to, now);
        return periods.saveAndFlush(period).view();
    }

    /** Notes that and why a date was moved. */
    public void moved(
            CaseRef ref, Milestone milestone, Instant from, Instant to, String sentence, long by, Instant at) {
        jdbc.sql(
                        """
                        insert into finalization.cutoff_move
                          (period_id, milestone, from_at, to_at, sentence, moved_by, moved_at)
                        select period_id, :milestone, :from, :to, :sentence, :by, :at
                        from finalization.period where case_ref = :period""")
                .param("period", ref.value())
                .param("milestone", milestone.name())
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("sentence", sentence)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Every time a date of the period was moved, latest first. */
    public List<Move> moves(CaseRef ref) {
        return jdbc.sql(
                        """
                        select m.* from finalization.cutoff_move m join finalization.period p using (period_id)
                        where p.case_ref = :period order by m.cutoff_move_id desc limit 100""")
                .param("period", ref.value())
                .query((row, number) -> new Move(
                        Milestone.valueOf(row.getString("milestone")),
                        row.getTimestamp("from_at").toInstant(),
                        row.getTimestamp("to_at").toInstant(),
                        row.getString("sentence"),
                        row.getLong("moved_by"),
                        row.getTimestamp("moved_at").toInstant()))
                .list();
    }

    /**
     * Periods of these regencies, latest month first.
     *
     * @param prefixes codes or parts of codes of regencies
     * @param after mark of the page before, {@code month/regency}, or null
     */
    public List<PeriodView> list(List<String> prefixes, String after, int most) {
        String[] mark = after == null || !after.matches("[0-9]{4}-(0[1-9]|1[0-2])/[0-9]{4}")
                ? new String[] {"9999-12", ""}
                : after.split("/");
        return jdbc.sql(
                        """
                        select * from finalization.period
                        where regency_code like any(:prefixes::text[])
                          and (month < :month or (month = :month and regency_code > :regency))
                        order by month desc, regency_code limit :most""")
                .param("prefixes", Scope.patterns(prefixes))
                .param("month", java.sql.Date.valueOf(YearMonth.parse(mark[0]).atDay(1)))
                .param("regency", mark[1])
                .param("most", most)
                .query(PeriodBook::view)
                .list();
    }

    private static PeriodView view(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new PeriodView(
                new CaseRef(row.getString("case_ref")),
                new AreaCode(row.getString("regency_code")),
                YearMonth.from(row.getDate("month").toLocalDate()),
                Cadence.valueOf(row.getString("cadence")),
                row.getString("calendar"),
                PeriodState.valueOf(row.getString("state")),
                row.getTimestamp("opens_at").toInstant(),
                row.getTimestamp("village_cutoff_at").toInstant(),
                row.getTimestamp("regency_cutoff_at").toInstant(),
                row.getTimestamp("determination_planned_at").toInstant(),
                ZoneId.of(row.getString("zone")),
                row.getLong("version"));
    }

    /** The period of {@code regency} in this state with the earliest cut-off. */
    public Optional<PeriodView> earliest(AreaCode regency, PeriodState state) {
        return first("regency_code = :regency and state = :state", "month", regency, state.name(), null);
    }

    /** The earliest period of {@code regency} whose list can still grow. */
    public Optional<PeriodView> earliestUnsealed(AreaCode regency) {
        return first("regency_code = :regency and state in " + UNSEALED, "month", regency, null, null);
    }

    /** The periods of {@code regency} that are planned or under way, the earliest first. */
    public List<PeriodView> unfinished(AreaCode regency) {
        return jdbc.sql("select * from finalization.period"
                        + " where regency_code = :regency and state not in ('DETERMINED', 'EMPTY') order by month")
                .param("regency", regency.value())
                .query(PeriodBook::view)
                .list();
    }

    /** The earliest period after this one whose list can still grow. */
    public Optional<PeriodView> successor(PeriodView period) {
        return first(
                "regency_code = :regency and state in " + UNSEALED + " and month > :month",
                "month",
                period.regency(),
                null,
                period.month());
    }

    /** Every district of a regency, by code. */
    public List<AreaCode> districts(AreaCode regency) {
        return areas.children(regency).stream().map(Area::code).toList();
    }

    /** Every village of a district, by code. */
    public List<AreaCode> villagesOf(AreaCode district) {
        return areas.children(district).stream().map(Area::code).toList();
    }

    /** Every village of a regency, by code. */
    public List<AreaCode> villages(AreaCode regency) {
        return districts(regency).stream()
                .flatMap(district -> villagesOf(district).stream())
                .toList();
    }

    /** The month in which the last planned period of {@code regency} closes; there is one. */
    public YearMonth lastMonth(AreaCode regency) {
        return jdbc.sql("select max(month) from finalization.period where regency_code = :regency")
                .param("regency", regency.value())
                .query((row, number) -> YearMonth.from(row.getDate(1).toLocalDate()))
                .single();
    }

    /** The period of {@code regency} that closes last of all that are planned. */
    Optional<PeriodView> last(AreaCode regency) {
        return first("regency_code = :regency", "month desc", regency, null, null);
    }

    private Optional<PeriodView> latestBefore(AreaCode regency, YearMonth month) {
        return first("regency_code = :regency and month < :month", "month desc", regency, null, month);
    }

    private Optional<PeriodView> first(
            String condition, String order, AreaCode regency, String state, YearMonth month) {
        return jdbc.sql("select * from finalization.period where " + condition + " order by " + order + " limit 1")
                .param("regency", regency.value())
                .param("state", state)
                .param("month", month == null ? null : java.sql.Date.valueOf(month.atDay(1)))
                .query(PeriodBook::view)
                .optional();
    }

    private Period locked(CaseRef ref) {
        return periods.lockByCaseRef(ref.value()).orElseThrow(() -> new NotFound("period " + ref));
    }

    /** One move of a date. */
    public record Move(Milestone milestone, Instant from, Instant to, String sentence, long by, Instant at) {}
}
