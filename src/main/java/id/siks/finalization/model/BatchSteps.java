package id.siks.finalization.model;

import id.siks.casework.BatchMember;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.Moments;
import id.siks.casework.Reason;
import id.siks.finalization.PeriodState;
import id.siks.finalization.PeriodView;
import id.siks.finalization.model.Corrections.Correction;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.Jurisdiction;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import id.siks.platform.Conflict;
import id.siks.platform.NotFound;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What every level does alike when it closes a sealed batch. */
@Component
public class BatchSteps {

    private static final Set<Level> TAKE_OUT = EnumSet.range(Level.OFFICE_HEAD, Level.MINISTRY);
    private static final Set<Level> REJECT = EnumSet.of(Level.MINISTRY);

    private final PeriodBook book;
    private final Closings closings;
    private final SecondPerson secondPerson;
    private final BatchItems items;
    private final BatchRows rows;
    private final Corrections corrections;
    private final PeriodCase cases;
    private final Jurisdiction jurisdiction;
    private final Actors actors;
    private final Moments moments;
    private final BusinessTime time;

    BatchSteps(
            PeriodBook book,
            Closings closings,
            SecondPerson secondPerson,
            BatchItems items,
            BatchRows rows,
            Corrections corrections,
            PeriodCase cases,
            Jurisdiction jurisdiction,
            Actors actors,
            Moments moments,
            BusinessTime time) {
        this.book = book;
        this.closings = closings;
        this.secondPerson = secondPerson;
        this.items = items;
        this.rows = rows;
        this.corrections = corrections;
        this.cases = cases;
        this.jurisdiction = jurisdiction;
        this.actors = actors;
        this.moments = moments;
        this.time = time;
    }

    /**
     * Begins a level's deed: the period locked, role, territory and second person checked, its turn made sure of.
     *
     * @param states those in which the level may act
     */
    public PeriodView begin(CaseRef ref, Level level, Actor asking, PeriodState... states) {
        PeriodView period = book.lock(ref);
        Actor by = actors.again(asking);
        jurisdiction.require(by, level.role(), period.regency());
        if (isClosed(period, level) || !List.of(states).contains(period.state()) || turn(period) != level) {
            throw notTheTurnOf(EnumSet.of(level), period);
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
        closings.reopened(period, level, time.now());
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

    /**
     * The level of an actor who may take this case out now. {@link Conflict} when his level's turn is over or has not
     * come; {@code Refused} when he had a hand in the case; whoever is of no such level finds nothing.
     */
    public BatchMember.Level requireMayReturn(PeriodView period, CaseRef member, Actor by) {
        return BatchMember.Level.valueOf(
                requireMay(TAKE_OUT, period, member, by).name());
    }

    /** The same for rejecting, which is the ministry's officer's alone. */
    public void requireMayReject(PeriodView period, CaseRef member, Actor by) {
        requireMay(REJECT, period, member, by);
    }

    private Level requireMay(Set<Level> levels, PeriodView period, CaseRef member, Actor asking) {
        Actor by = actors.again(asking);
        Set<Level> own = require(levels, period, by);
        Level turn = turn(period);
        if (turn == null || !own.contains(turn)) {
            throw notTheTurnOf(own, period);
        }
        secondPerson.require(member, by);
        return turn;
    }

    /**
     * What an actor who takes single cases out is told of one that is not in the sealed list: who was faster, or that it
     * never was in it.
     */
    public RuntimeException notListed(PeriodView period, CaseRef member, Actor by) {
        require(TAKE_OUT, period, by);
        return corrections
                .of(period.ref(), member)
                .<RuntimeException>map(left -> faster(left, period))
                .orElseGet(() -> new NotFound("sealed item " + member));
    }

    private Conflict faster(Correction left, PeriodView period) {
        String at = moments.full(left.at(), period.regency());
        return left.by() == null
                ? Conflict.because("finalization.error.left-list", at)
                : Conflict.because("finalization.error.taken-out." + left.cause(), actors.nameOf(left.by()), at);
    }

    /** Those of the levels the actor is of, in their order. */
    private static Set<Level> require(Set<Level> levels, PeriodView period, Actor by) {
        Set<Level> own = EnumSet.noneOf(Level.class);
        levels.stream()
                .filter(level -> by.holds(level.role(), period.regency()))
                .forEach(own::add);
        if (own.isEmpty()) {
            throw new NotFound("batch to take out of " + period.ref());
        }
        return own;
    }

    private Conflict notTheTurnOf(Set<Level> levels, PeriodView period) {
        return levels.stream()
                .flatMap(level -> closings.find(period.ref(), level, period.regency()).stream())
                .findFirst()
                .map(closings::already)
                .orElseGet(() -> Conflict.because("finalization.error.gone-on"));
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
