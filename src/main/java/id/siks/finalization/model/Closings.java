package id.siks.finalization.model;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.identity.Actors;
import id.siks.identity.Scope;
import id.siks.platform.Conflict;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who closed the list of a period at which level, and when. */
@Component
public class Closings {

    private static final String OF_PERIOD =
            " from finalization.level_closing c join finalization.period p using (period_id) where p.case_ref = :period ";
    private static final String COUNTING = OF_PERIOD + "and c.reopened_at is null ";

    private final JdbcClient jdbc;
    private final Actors actors;

    Closings(JdbcClient jdbc, Actors actors) {
        this.jdbc = jdbc;
        this.actors = actors;
    }

    /** Notes that {@code level} has closed; {@code by} is null when the cut-off did. */
    public void closed(CaseRef period, Level level, AreaCode area, Long by, Instant at, int members) {
        jdbc.sql(
                        """
                        insert into finalization.level_closing (period_id, level, area_code, closed_by, closed_at, members)
                        select period_id, :level, :area, :by, :at, :members
                        from finalization.period where case_ref = :period""")
                .param("period", period.value())
                .param("level", level.name())
                .param("area", area.value())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("members", members)
                .update();
    }

    /** The level has to close again; who closed it before stays written down. */
    public void reopened(CaseRef period, Level level, Instant at) {
        jdbc.sql(
                        """
                        update finalization.level_closing c set reopened_at = :at from finalization.period p
                        where p.period_id = c.period_id and p.case_ref = :period and c.level = :level
                          and c.reopened_at is null""")
                .param("period", period.value())
                .param("level", level.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** How {@code area} closed at {@code level}, if it did. */
    public Optional<Closing> find(CaseRef period, Level level, AreaCode area) {
        return jdbc.sql("select c.level, c.area_code, c.closed_by, c.closed_at, c.members" + COUNTING
                        + "and c.level = :level and c.area_code = :area")
                .param("period", period.value())
                .param("level", level.name())
                .param("area", area.value())
                .query(Closings::closing)
                .optional();
    }

    /** Refuses with {@link Conflict} naming whoever was faster when {@code area} has closed at {@code level} already. */
    public void requireOpen(CaseRef period, Level level, AreaCode area) {
        find(period, level, area).ifPresent(closed -> {
            throw already(closed);
        });
    }

    /** What whoever comes second is told. */
    Conflict already(Closing closed) {
        return Conflict.because("finalization.error.already-closed", actors.nameOf(closed.by()));
    }

    /** Every level above the villages that has closed, in order of time. */
    public List<Closing> aboveVillages(CaseRef period) {
        return jdbc.sql("select c.level, c.area_code, c.closed_by, c.closed_at, c.members" + COUNTING
                        + "and c.level <> 'VILLAGE' order by c.closed_at, c.level_closing_id")
                .param("period", period.value())
                .query(Closings::closing)
                .list();
    }

    /** The villages that have closed, by code. */
    public Map<AreaCode, Closing> villages(CaseRef period) {
        return villages(period, List.of(""));
    }

    /** The same of those in these territories, prefixes of area codes. */
    public Map<AreaCode, Closing> villages(CaseRef period, Collection<String> territories) {
        return jdbc
                .sql("select c.level, c.area_code, c.closed_by, c.closed_at, c.members" + COUNTING
                        + "and c.level = 'VILLAGE' and c.area_code like any (:areas)")
                .param("period", period.value())
                .param("areas", Scope.patterns(territories))
                .query(Closings::closing)
                .list()
                .stream()
                .collect(Collectors.toMap(Closing::area, Function.identity()));
    }

    /** Those of the periods whose lists the village has closed itself. */
    public Set<CaseRef> closedBy(AreaCode village, Collection<CaseRef> periods) {
        return Set.copyOf(jdbc.sql(
                        """
                        select p.case_ref from finalization.level_closing c join finalization.period p using (period_id)
                        where p.case_ref = any(:periods) and c.level = 'VILLAGE' and c.area_code = :village
                          and c.reopened_at is null""")
                .param("periods", CaseRef.values(periods))
                .param("village", village.value())
                .query((row, number) -> new CaseRef(row.getString("case_ref")))
                .list());
    }

    /** True when the account closed another level of this period than {@code level}, also one that had to close again. */
    boolean closedAnotherLevel(CaseRef period, Level level, long account) {
        return jdbc.sql("select exists (select 1" + OF_PERIOD + "and c.closed_by = :account and c.level <> :level)")
                .param("period", period.value())
                .param("account", account)
                .param("level", level.name())
                .query(Boolean.class)
                .single();
    }

    private static Closing closing(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Closing(
                Level.valueOf(row.getString("level")),
                new AreaCode(row.getString("area_code")),
                row.getObject("closed_by", Long.class),
                row.getTimestamp("closed_at").toInstant(),
                row.getInt("members"));
    }

    /** One level, closed; {@code by} is null when the cut-off did it. */
    public record Closing(Level level, AreaCode area, Long by, Instant at, int members) {}
}
