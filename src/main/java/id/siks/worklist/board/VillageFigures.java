package id.siks.worklist.board;

import id.siks.area.Area;
import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.area.Areas;
import id.siks.casework.CaseFigures;
import id.siks.casework.ReasonCode;
import id.siks.finalization.Batches;
import id.siks.finalization.Departure;
import id.siks.identity.Actors;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.DrawnTasks;
import id.siks.proposal.Proposals;
import id.siks.register.Families;
import id.siks.worklist.model.BoardSums;
import id.siks.worklist.model.BoardSums.Done;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How the villages of a regency or district do: in time, sent back, active, meeting. Of the last three months; what was done
 * in time, which is kept by months, of the month these begin in as well.
 */
@Service
class VillageFigures {

    /** For how long the word of a meeting counts, in months (glossary 5). */
    static final int MONTHS = 3;

    /** The roles whose people work for one village. */
    private static final Set<String> PEOPLE = Stream.of(Role.values())
            .filter(role -> role.digits() == AreaLevel.VILLAGE.digits())
            .map(Role::name)
            .collect(Collectors.toUnmodifiableSet());

    private static final CaseFigures.Village NOTHING = new CaseFigures.Village(0, Map.of(), null);

    private final CaseFigures cases;
    private final Families families;
    private final Batches batches;
    private final Proposals proposals;
    private final BoardSums sums;
    private final BoardItems items;
    private final DrawnTasks tasks;
    private final Actors actors;
    private final Areas areas;
    private final BusinessTime time;

    VillageFigures(
            CaseFigures cases,
            Families families,
            Batches batches,
            Proposals proposals,
            BoardSums sums,
            BoardItems items,
            DrawnTasks tasks,
            Actors actors,
            Areas areas,
            BusinessTime time) {
        this.cases = cases;
        this.families = families;
        this.batches = batches;
        this.proposals = proposals;
        this.sums = sums;
        this.items = items;
        this.tasks = tasks;
        this.actors = actors;
        this.areas = areas;
        this.time = time;
    }

    /** Every village within a regency or district, by code. */
    @Transactional(readOnly = true)
    public List<Line> of(AreaCode within) {
        ZoneId zone = areas.zoneOf(within);
        LocalDate today = time.today(zone);
        LocalDate first = today.minusMonths(MONTHS);
        Instant since = first.atStartOfDay(zone).toInstant();
        List<Area> villages = villages(within).toList();
        List<AreaCode> codes = villages.stream().map(Area::code).toList();
        Map<AreaCode, CaseFigures.Village> handedIn = cases.byVillage(within, codes, since);
        Map<AreaCode, Integer> added = families.added(within, since);
        Map<AreaCode, Map<Departure, Integer>> departed = batches.departed(within, since);
        Map<AreaCode, Integer> died = families.died(within, since);
        Map<AreaCode, LocalDate> meetings = proposals.lastMeetings(within);
        Map<AreaCode, Done> done = sums.done(within.value(), doneSince(within), tasks.givenTo(PEOPLE));
        Map<AreaCode, Instant> acted = items.lastDone(codes);
        Map<AreaCode, List<String>> operators = actors.namesWithin(Role.VILLAGE_OPERATOR, within);
        return villages.stream()
                .map(village -> {
                    AreaCode code = village.code();
                    CaseFigures.Village own = handedIn.getOrDefault(code, NOTHING);
                    return new Line(
                            code,
                            village.name(),
                            areas.get(code.at(AreaLevel.DISTRICT)).name(),
                            operators.getOrDefault(code, List.of()),
                            own.handedIn(),
                            own.returned(),
                            done.getOrDefault(code, Done.NOTHING),
                            added.getOrDefault(code, 0),
                            departed.getOrDefault(code, Map.of()),
                            died.getOrDefault(code, 0),
                            days(latest(own.lastOpenedAt(), acted.get(code)), zone, today),
                            days(meetings.get(code), today),
                            !meetings.getOrDefault(code, LocalDate.MIN).isBefore(first));
                })
                .toList();
    }

    /** The day from which what was done is counted. */
    LocalDate doneSince(AreaCode within) {
        return time.today(areas.zoneOf(within)).minusMonths(MONTHS).withDayOfMonth(1);
    }

    private Stream<Area> villages(AreaCode within) {
        List<Area> children = areas.children(within);
        return within.level() == AreaLevel.REGENCY
                ? children.stream().flatMap(district -> areas.children(district.code()).stream())
                : children.stream();
    }

    private static Instant latest(Instant one, Instant other) {
        return Stream.of(one, other)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }

    private static Long days(Instant at, ZoneId zone, LocalDate today) {
        return at == null ? null : days(LocalDate.ofInstant(at, zone), today);
    }

    private static Long days(LocalDate day, LocalDate today) {
        return day == null ? null : ChronoUnit.DAYS.between(day, today);
    }

    /**
     * One village.
     *
     * @param operators names of its operators
     * @param handedIn cases handed in
     * @param returned how often a case was sent back to it, by reason
     * @param done work of its own people that was done, and how much of it late, since {@link #doneSince}
     * @param added families that came into the register
     * @param departed cases that left the village's list before their end, by why
     * @param died persons of registered families whom the civil registry has called dead; they are in the register still
     * @param idle days since its people did anything, null when they never did
     * @param sinceMeeting days since its latest signed meeting or statement, null when it never had one
     * @param hasMet true when that meeting still counts
     */
    record Line(
            AreaCode area,
            String name,
            String district,
            List<String> operators,
            int handedIn,
            Map<ReasonCode, Integer> returned,
            Done done,
            int added,
            Map<Departure, Integer> departed,
            int died,
            Long idle,
            Long sinceMeeting,
            boolean hasMet) {

        private static final long LONG_IDLE = 30;
        private static final int OFTEN = 20;

        public int returns() {
            return returned.values().stream().mapToInt(n -> n).sum();
        }

        public int departures() {
            return departed.values().stream().mapToInt(n -> n).sum();
        }

        /** Returns for each hundred cases handed in; null when none was. */
        public Integer returnRate() {
            return rate(returns());
        }

        /** Why cases were sent back, the most frequent reason first. */
        public List<Returned> reasons() {
            return returned.entrySet().stream()
                    .map(e -> new Returned(e.getKey(), e.getValue(), rate(e.getValue())))
                    .sorted(Comparator.comparingInt(Returned::n).reversed().thenComparing(Returned::reason))
                    .toList();
        }

        private Integer rate(int n) {
            return handedIn == 0 ? null : 100 * n / handedIn;
        }

        public boolean isIdle() {
            return idle == null || idle > LONG_IDLE;
        }

        public boolean isOftenReturned() {
            return returnRate() != null && returnRate() >= OFTEN;
        }
    }

    /** So many returns for one reason, and as many for each hundred cases handed in; null when none was. */
    record Returned(ReasonCode reason, int n, Integer rate) {}
}
