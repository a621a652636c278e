package id.siks.finalization.model;

import id.siks.area.AreaCode;
import id.siks.casework.CaseFigures;
import id.siks.casework.CaseStatus;
import id.siks.finalization.CutoffNeared;
import id.siks.finalization.Milestone;
import id.siks.finalization.PeriodView;
import id.siks.platform.BusinessTime;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Warns 7, 3 and 1 days before a cut-off (glossary 5), in the morning of that day by the clock of the regency. Each is told
 * once; when the date moves, only what lies after the last warning counts, and of what is behind already only the last.
 */
@Component
public class CutoffWarnings {

    private static final int LAST = 1;
    private static final List<Integer> DAYS = List.of(7, 3, LAST);
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final JdbcClient jdbc;
    private final CaseFigures cases;
    private final Closings closings;
    private final BatchItems items;
    private final BusinessTime time;
    private final ApplicationEventPublisher events;

    CutoffWarnings(
            JdbcClient jdbc,
            CaseFigures cases,
            Closings closings,
            BatchItems items,
            BusinessTime time,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.closings = closings;
        this.items = items;
        this.time = time;
        this.events = events;
    }

    /** When somebody is warned next; the regency's cut-off when everything is told, for it may still be moved. */
    public Instant nextAt(PeriodView period) {
        return pending(period).map(Warning::at).min(Comparator.naturalOrder()).orElse(period.regencyCutoffAt());
    }

    /** True while there is a cut-off to come. */
    public boolean goOn(PeriodView period) {
        return isOpen(period, Milestone.REGENCY_CUTOFF) && time.now().isBefore(period.regencyCutoffAt());
    }

    /** Tells what is due; the caller holds the period. */
    public void warn(PeriodView period) {
        Instant now = time.now();
        pending(period).filter(w -> !w.at().isAfter(now)).toList().forEach(w -> {
            if (note(period, w, now)) {
                events.publishEvent(new CutoffNeared(
                        period.ref(),
                        period.regency(),
                        w.milestone(),
                        period.at(w.milestone()),
                        missing(period, w.milestone()),
                        w.days() == LAST,
                        now));
            }
        });
    }

    private Map<AreaCode, Integer> missing(PeriodView period, Milestone milestone) {
        if (milestone == Milestone.REGENCY_CUTOFF) {
            return items.undecided(period.ref());
        }
        Set<AreaCode> closed = closings.villages(period.ref()).keySet();
        Map<AreaCode, Integer> missing = new HashMap<>();
        cases.waiting(period.regency(), CaseStatus.BEFORE_THE_LIST).forEach((village, waiting) -> {
            if (!closed.contains(village)) {
                missing.put(village, waiting.values().stream().mapToInt(n -> n).sum());
            }
        });
        return missing;
    }

    private Stream<Warning> pending(PeriodView period) {
        return Stream.of(Milestone.VILLAGE_CUTOFF, Milestone.REGENCY_CUTOFF)
                .filter(milestone -> isOpen(period, milestone))
                .flatMap(milestone -> pending(period, milestone).stream());
    }

    private static boolean isOpen(PeriodView period, Milestone milestone) {
        return switch (period.state()) {
            case PLANNED, OPEN -> true;
            case VILLAGES_CLOSED -> milestone == Milestone.REGENCY_CUTOFF;
            default -> false;
        };
    }

    private List<Warning> pending(PeriodView period, Milestone milestone) {
        LocalDate day = day(period, milestone);
        Instant told = lastTold(period, milestone);
        List<Warning> pending = new ArrayList<>();
        for (int days : DAYS) {
            Instant morning =
                    day.minusDays(days).atTime(MORNING).atZone(period.zone()).toInstant();
            Warning warning = new Warning(milestone, days, later(morning, period.opensAt()));
            if (warning.at().isAfter(told) && warning.at().isBefore(period.at(milestone))) {
                if (!warning.at().isAfter(time.now())) {
                    pending.clear();
                }
                pending.add(warning);
            }
        }
        return pending;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate day(PeriodView period, Milestone milestone) {
        return LocalDate.ofInstant(period.at(milestone), period.zone());
    }

    /** When people were warned of it last, whatever its date was then; long ago when never. */
    private Instant lastTold(PeriodView period, Milestone milestone) {
        return jdbc.sql(
                        """
                        select coalesce(max(warned_at), 'epoch') from finalization.cutoff_warning w
                        join finalization.period p using (period_id)
                        where p.case_ref = :period and w.milestone = :milestone""")
                .param("period", period.ref().value())
                .param("milestone", milestone.name())
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    private boolean note(PeriodView period, Warning warning, Instant now) {
        return jdbc.sql(
                                """
                                insert into finalization.cutoff_warning (period_id, milestone, cutoff_day, days, warned_at)
                                select period_id, :milestone, :day, :days, :now
                                from finalization.period where case_ref = :period
                                on conflict do nothing""")
                        .param("period", period.ref().value())
                        .param("milestone", warning.milestone().name())
                        .param("day", day(period, warning.milestone()))
                        .param("days", warning.days())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** So many days before, told at this moment. */
    private record Warning(Milestone milestone, int days, Instant at) {}
}
