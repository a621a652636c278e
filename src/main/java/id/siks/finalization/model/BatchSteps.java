package id.siks.finalization.model;

import id.siks.casework.BatchMember;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.Reason;
import id.siks.finalization.PeriodState;
import id.siks.finalization.PeriodView;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.Jurisdiction;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import id.siks.platform.Conflict;
import id.siks.platform.NotFound;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What every level does alike when it closes a sealed batch. */
@Component
public class BatchSteps {

    private static final Set<Level> TAKE_OUT = Set.of(Level.OFFICE_HEAD, Level.REGENT, Level.PROVINCE, Level.MINISTRY);

    private final PeriodBook book;
    private final Closings closings;
    private final SecondPerson secondPerson;
    private final BatchItems items;
    private final BatchRows rows;
    private final PeriodCase cases;
    private final Jurisdiction jurisdiction;
    private final Actors actors;
    private final BusinessTime time;

    BatchSteps(
            PeriodBook book,
            Closings closings,
            SecondPerson secondPerson,
            BatchItems items,
            BatchRows rows,
            PeriodCase cases,
            Jurisdiction jurisdiction,
            Actors actors,
            BusinessTime time) {
        this.book = book;
        this.closings = closings;
        this.secondPerson = secondPerson;
        this.items = items;
        this.rows = rows;
        this.cases = cases;
        this.jurisdiction = jurisdiction;
        this.actors = actors;
        this.time = time;
    }

    /**
     * Begins a level's deed: the period locked, role, territory and second person checked, its turn made sure of.
     *
     * @param states those in which the level may act
     */
    public PeriodView begin(CaseRef ref, Level level, Actor by, PeriodState... states) {
        PeriodView period = book.lock(ref);
        jurisdiction.require(by, level.role(), period.regency());
        closings.find(ref, level, period.regency()).ifPresent(closing -> {
            throw Conflict.because("finalization.error.already-closed", actors.nameOf(closing.by()));
        });
        if (!List.of(states).contains(period.state()) || turn(period) != level) {
            throw Conflict.because("finalization.error.gone-on");
        }
        secondPerson.require(ref, level, by);
        return period;
    }

    /** Notes who closed the level, with what is in the list now. */
    public void close(PeriodView period, Level level, Actor by) {
        int members = items.count(period.ref(), "SEALED");
        closings.closed(period.ref(), level, period.regency(), by.accountId(), time.now(), members);
    }

    /** The level has to close again. */
    public void reopen(CaseRef period, Level level) {
        closings.reopened(period, level);
    }

    /** Tells the period's timeline and that of everything in its batch; {@code by} is null when it happened by itself. */
    public void tell(CaseRef period, String what, CaseStatus status, Role holder, Actor by, Reason reason) {
        Long account = by == null ? null : by.accountId();
        cases.travelled(period, rows.group(period), what, status, holder, account, reason, time.now());
    }

    /** Which level has to act on the sealed batch now; null while it is not sealed and when it is determined. */
    public Level turn(PeriodView period) {
        return switch (period.state()) {
            case REGENCY_CLOSED -> isClosed(period, Level.OFFICE_HEAD) ? Level.REGENT : Level.OFFICE_HEAD;
            case RATIFIED -> Level.PROVINCE;
            case SUBMITTED -> Level.MINISTRY;
            case MINISTRY_PROCESSING -> ministry(period);
            default -> null;
        };
    }

    /** The level of an actor who may take single cases out now; anybody else finds nothing. */
    public BatchMember.Level requireMayReturn(PeriodView period, Actor by) {
        if (!mayReturn(period, by)) {
            throw new NotFound("returnable batch of " + period.ref());
        }
        return BatchMember.Level.valueOf(turn(period).name());
    }

    /** Anybody but the ministry's officer in his turn finds nothing to reject. */
    public void requireMayReject(PeriodView period, Actor by) {
        if (!mayReject(period, by)) {
            throw new NotFound("batch to reject of " + period.ref());
        }
    }

    /** True when the actor may end single cases now: the ministry's officer alone. */
    public boolean mayReject(PeriodView period, Actor by) {
        return turn(period) == Level.MINISTRY && mayReturn(period, by);
    }

    /** True when the actor may take single cases out now. */
    public boolean mayReturn(PeriodView period, Actor by) {
        Level turn = turn(period);
        return turn != null && TAKE_OUT.contains(turn) && by.holds(turn.role(), period.regency());
    }

    private Level ministry(PeriodView period) {
        if (!isClosed(period, Level.MINISTRY)) {
            return Level.MINISTRY;
        }
        return isClosed(period, Level.MINISTER) ? null : Level.MINISTER;
    }

    private boolean isClosed(PeriodView period, Level level) {
        return closings.find(period.ref(), level, period.regency()).isPresent();
    }
}
