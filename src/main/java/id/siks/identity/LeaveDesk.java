package id.siks.identity;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.platform.BusinessTime;
import id.siks.platform.Conflict;
import id.siks.platform.Faults;
import id.siks.platform.NotFound;
import id.siks.platform.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters leaves and ends them. One may name a colleague who holds all of one's own duties; whoever keeps the accounts may
 * name anybody of his territory, who then holds the absent one's duties for that time.
 */
@Service
@Transactional
class LeaveDesk {

    /** How many leaves a page shows. */
    static final int PAGE = 25;

    private final LeaveRows rows;
    private final LeaveHandover handover;
    private final LeaveParties parties;
    private final Actors actors;
    private final Areas areas;
    private final BusinessTime time;

    LeaveDesk(
            LeaveRows rows,
            LeaveHandover handover,
            LeaveParties parties,
            Actors actors,
            Areas areas,
            BusinessTime time) {
        this.rows = rows;
        this.handover = handover;
        this.parties = parties;
        this.actors = actors;
        this.areas = areas;
        this.time = time;
    }

    /**
     * Leaves that are not over: the actor's own, those in which he is the deputy, and all of the territory he keeps.
     *
     * @param after {@link Page#next()} of the page before; null and anything else is the first page
     */
    @Transactional(readOnly = true)
    public Page<Leave> open(Actor actor, String after) {
        Long place = after != null && after.matches("\\d{1,18}") ? Long.valueOf(after) : null;
        return Page.of(rows.open(actor, time.now(), place, PAGE + 1), PAGE, Leave::id);
    }

    /**
     * Enters a leave; one that begins today begins at once.
     *
     * @param asked as the page sent it; faults stand at {@code absent}, {@code deputy}, {@code firstDay}, {@code lastDay}
     */
    public void enter(Asked asked, Actor by) {
        rows.takeTurn();
        Faults faults = new Faults();
        Actor absent = faults.of(() -> parties.absent(asked, by));
        Actor deputy = faults.of(() -> parties.deputy(asked, absent, by));
        ZoneId zone = zone(absent == null ? by : absent);
        LeaveSpan span = faults.of(() -> LeaveSpan.asked(asked, zone, time.today(zone)));
        faults.refuse();
        Instant now = time.now();
        overlap(rows.ofAbsent(absent.accountId(), span, now), "firstDay", "identity.leave.error.overlaps", faults);
        overlap(rows.ofDeputy(absent.accountId(), span, now), "firstDay", "identity.leave.error.is-deputy", faults);
        overlap(rows.ofAbsent(deputy.accountId(), span, now), "deputy", "identity.leave.error.deputy-away", faults);
        faults.refuse();
        handover.handOver(
                rows.add(absent.accountId(), deputy.accountId(), span.from(), span.until(), by.accountId(), now));
    }

    /** Ends a leave now; one that has not begun is as if never entered. */
    public void end(long leaveId, Actor by) {
        rows.takeTurn();
        Leave leave = rows.find(leaveId)
                .filter(l -> l.absent() == by.accountId() || parties.mayKeep(l.absent(), by))
                .orElseThrow(() -> new NotFound("leave " + leaveId));
        Instant now = time.now();
        if (!leave.until().isAfter(now)) {
            throw Conflict.because("identity.leave.error.over");
        }
        rows.end(leaveId, now.isBefore(leave.from()) ? leave.from() : now);
        handover.handBack(leaveId);
    }

    /** The clock by which the days of an absent person's leave are counted; the capital's when his account is closed. */
    ZoneId zone(long absent) {
        return zones(List.of(absent)).get(absent);
    }

    /** The same for each of them. */
    Map<Long, ZoneId> zones(List<Long> absent) {
        Map<Long, Actor> open = actors.openAccounts(absent);
        return absent.stream()
                .distinct()
                .collect(Collectors.toMap(
                        a -> a, a -> open.containsKey(a) ? zone(open.get(a)) : areas.zoneOf(AreaCode.CAPITAL)));
    }

    private ZoneId zone(Actor person) {
        return areas.zoneOf(person.home());
    }

    private void overlap(List<Leave> others, String field, String key, Faults faults) {
        others.stream()
                .findFirst()
                .ifPresent(other -> faults.add(
                        field,
                        key,
                        actors.nameOf(other.absent()),
                        LeaveDays.text(other.from(), zone(other.absent())),
                        LeaveDays.text(other.last(), zone(other.absent())),
                        other.furtherDays(zone(other.absent()))));
    }

    /** What a page asked for: accounts and days as text. */
    record Asked(String absent, String deputy, String firstDay, String lastDay) {}

    /** One leave; {@code until} is the first moment after it. */
    record Leave(long id, long absent, long deputy, Instant from, Instant until) {

        /** A moment of its last day. */
        Instant last() {
            return until.minusSeconds(1);
        }

        /** How many days follow its first; 0 for a single day. */
        long furtherDays(ZoneId zone) {
            return ChronoUnit.DAYS.between(LocalDate.ofInstant(from, zone), LocalDate.ofInstant(last(), zone));
        }
    }
}
