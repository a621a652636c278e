package id.siks.identity;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.platform.BusinessTime;
import id.siks.platform.Conflict;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters leaves and ends them. One may name a colleague who holds all of one's own duties; whoever keeps the accounts may
 * name anybody of his territory, who then holds the absent one's duties for that time.
 */
@Service
@Transactional
class LeaveDesk {

    static final int LONGEST_DAYS = 180;
    private static final ZoneId CAPITAL = ZoneId.of("Asia/Jakarta");

    private final LeaveRows rows;
    private final LeaveHandover handover;
    private final Actors actors;
    private final Areas areas;
    private final BusinessTime time;

    LeaveDesk(LeaveRows rows, LeaveHandover handover, Actors actors, Areas areas, BusinessTime time) {
        this.rows = rows;
        this.handover = handover;
        this.actors = actors;
        this.areas = areas;
        this.time = time;
    }

    /** Colleagues who hold every duty of the actor themselves and so may act for him. */
    @Transactional(readOnly = true)
    public List<Actor> candidates(Actor actor) {
        List<Assignment> duties = duties(actor);
        return duties.isEmpty()
                ? List.of()
                : actors.holders(duties.get(0)).stream()
                        .filter(c -> c.accountId() != actor.accountId() && holdsAll(c, duties))
                        .toList();
    }

    /** Leaves that are not over: the actor's own, those in which he is the deputy, and all of the territory he keeps. */
    @Transactional(readOnly = true)
    public List<Leave> open(Actor actor) {
        return rows.open(time.now()).stream()
                .filter(leave -> concerns(leave, actor) || mayKeep(leave.absent(), actor))
                .toList();
    }

    /**
     * Enters a leave; one that begins today begins at once.
     *
     * @param asked as the page sent it; faults stand at {@code absent}, {@code deputy}, {@code firstDay}, {@code lastDay}
     */
    public void enter(Asked asked, Actor by) {
        rows.takeTurn();
        Actor absent = absent(asked, by);
        Actor deputy = deputy(asked, absent, by);
        ZoneId zone = zone(absent);
        Span span = span(asked, zone);
        List<FieldError> errors = new ArrayList<>();
        overlap(
                rows.ofAbsent(absent.accountId(), span.from(), span.until()),
                "firstDay",
                "identity.leave.error.overlaps",
                errors);
        overlap(
                rows.ofDeputy(absent.accountId(), span.from(), span.until()),
                "firstDay",
                "identity.leave.error.is-deputy",
                errors);
        overlap(
                rows.ofAbsent(deputy.accountId(), span.from(), span.until()),
                "deputy",
                "identity.leave.error.deputy-away",
                errors);
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        rows.add(absent.accountId(), deputy.accountId(), span.from(), span.until(), by.accountId(), time.now());
        handover.handOverDue();
    }

    /** Ends a leave now; one that has not begun is as if never entered. */
    public void end(long leaveId, Actor by) {
        rows.takeTurn();
        Leave leave = rows.find(leaveId)
                .filter(l -> l.absent() == by.accountId() || mayKeep(l.absent(), by))
                .orElseThrow(() -> new NotFound("leave " + leaveId));
        Instant now = time.now();
        if (!leave.until().isAfter(now)) {
            throw Conflict.because("identity.leave.error.over");
        }
        rows.end(leaveId, now.isBefore(leave.from()) ? leave.from() : now);
        handover.handBackDue();
    }

    /** True when the actor keeps accounts of other people. */
    static boolean keeps(Actor actor) {
        return actor.holds(Role.USER_ADMIN);
    }

    private Actor absent(Asked asked, Actor by) {
        if (!keeps(by)) {
            return by;
        }
        return account(asked.absent())
                .filter(a -> keepsAll(a, by) && !duties(a).isEmpty())
                .orElseThrow(() -> InvalidInput.at("absent", "identity.leave.error.account"));
    }

    private Actor deputy(Asked asked, Actor absent, Actor by) {
        Optional<Actor> found = keeps(by)
                ? account(asked.deputy()).filter(d -> keepsAll(d, by) && d.accountId() != by.accountId())
                : candidates(by).stream()
                        .filter(c -> c.id().equals(asked.deputy()))
                        .findFirst();
        Actor deputy = found.orElseThrow(() -> InvalidInput.at(
                "deputy", keeps(by) ? "identity.leave.error.account" : "identity.leave.error.candidate"));
        if (deputy.accountId() == absent.accountId()) {
            throw InvalidInput.at("deputy", "identity.leave.error.himself");
        }
        return deputy;
    }

    private Optional<Actor> account(String login) {
        return actors.byLogin(login == null ? "" : login.strip());
    }

    private boolean mayKeep(long account, Actor actor) {
        try {
            return keeps(actor) && keepsAll(actors.byId(account), actor);
        } catch (NotFound closed) {
            return false;
        }
    }

    private static boolean concerns(Leave leave, Actor actor) {
        return leave.absent() == actor.accountId() || leave.deputy() == actor.accountId();
    }

    /** True when all of the person's own territory lies in what {@code keeper} keeps. */
    private static boolean keepsAll(Actor person, Actor keeper) {
        List<Scope> kept = keeper.scopes(Role.USER_ADMIN);
        return person.own().stream().allMatch(a -> kept.stream()
                .anyMatch(scope -> a.scope().prefix().startsWith(scope.prefix())));
    }

    private static boolean holdsAll(Actor colleague, List<Assignment> duties) {
        return duties.stream().allMatch(duty -> colleague.own().stream()
                .anyMatch(a -> a.role() == duty.role()
                        && duty.scope().prefix().startsWith(a.scope().prefix())));
    }

    private static List<Assignment> duties(Actor actor) {
        return actor.own().stream().filter(a -> a.role().works()).toList();
    }

    private Span span(Asked asked, ZoneId zone) {
        LocalDate first = day("firstDay", asked.firstDay());
        LocalDate last = day("lastDay", asked.lastDay());
        LocalDate today = time.today(zone);
        if (first.isBefore(today)) {
            throw InvalidInput.at("firstDay", "identity.leave.error.past");
        }
        if (last.isBefore(first)) {
            throw InvalidInput.at("lastDay", "identity.leave.error.order");
        }
        if (last.isAfter(first.plusDays(LONGEST_DAYS - 1L))) {
            throw InvalidInput.at("lastDay", "identity.leave.error.long", LONGEST_DAYS);
        }
        return new Span(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static LocalDate day(String field, String text) {
        try {
            LocalDate day = LocalDate.parse(text == null ? "" : text.strip());
            if (day.getYear() > 2999) {
                throw InvalidInput.at(field, "identity.leave.error.date");
            }
            return day;
        } catch (DateTimeParseException shapeless) {
            throw InvalidInput.at(field, "identity.leave.error.date");
        }
    }

    ZoneId zone(Actor person) {
        return duties(person).stream()
                .map(a -> a.scope().area())
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .map((AreaCode area) -> areas.zoneOf(area))
                .orElse(CAPITAL);
    }

    private void overlap(List<Leave> others, String field, String key, List<FieldError> errors) {
        others.stream()
                .findFirst()
                .ifPresent(other -> errors.add(FieldError.of(
                        field,
                        key,
                        actors.nameOf(other.absent()),
                        LeaveDays.text(other.from(), CAPITAL),
                        LeaveDays.text(other.until().minusSeconds(1), CAPITAL))));
    }

    /** What a page asked for: accounts and days as text. */
    record Asked(String absent, String deputy, String firstDay, String lastDay) {}

    /** From its first moment to the first moment after it. */
    private record Span(Instant from, Instant until) {}

    /** One leave; {@code until} is the first moment after it. */
    record Leave(long id, long absent, long deputy, Instant from, Instant until) {}
}
