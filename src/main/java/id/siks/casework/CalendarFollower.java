package id.siks.casework;

import id.siks.casework.CalendarFollows.Straggler;
import id.siks.casework.OpenDues.OpenDue;
import id.siks.platform.BusinessTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets open due dates follow the changes of the calendar, one change after another, some tasks at a time in the order of their
 * areas. How far it is stands in the tables only and is written with what was moved: whoever comes after a fall goes on there,
 * and of many servers one is at it. Nobody is waited for: a task somebody acts on comes after the others, by itself.
 */
@Component
class CalendarFollower {

    /** Tasks that are moved together. */
    static final int CHUNK = 100;

    /** Tasks whose new dates a page waits for. */
    private static final int AT_ONCE = 5 * CHUNK;

    // About two minutes: nobody acts on a case for so long.
    private static final int TRIES = 10;
    private static final int SOME = 10;
    private static final String PATIENCE = "200ms";
    private static final long A_WHILE = TimeUnit.SECONDS.toNanos(2);
    private static final long A_LOOK = TimeUnit.MILLISECONDS.toNanos(50);

    private static final Logger LOG = LoggerFactory.getLogger(CalendarFollower.class);

    private final CalendarFollows follows;
    private final OpenDues dues;
    private final DueShifts shifts;
    private final CaseTurns turns;
    private final BusinessTime time;
    private final TransactionTemplate transaction;

    CalendarFollower(
            CalendarFollows follows,
            OpenDues dues,
            DueShifts shifts,
            CaseTurns turns,
            BusinessTime time,
            TransactionTemplate transaction) {
        this.follows = follows;
        this.dues = dues;
        this.shifts = shifts;
        this.turns = turns;
        this.time = time;
        this.transaction = transaction;
    }

    /** Works for a moment; others want the clock too. */
    @Scheduled(fixedDelay = 1_000)
    void work() {
        long end = System.nanoTime() + A_WHILE;
        boolean more = true;
        while (more && System.nanoTime() < end) {
            more = step();
        }
    }

    /**
     * Lets a change that concerns few tasks be followed while somebody waits for the answer. What is left, and what fails, is
     * the clock's: the change itself is saved.
     */
    void atOnce(long change) {
        long end = System.nanoTime() + A_WHILE;
        try {
            int done = 0;
            while (done <= AT_ONCE && System.nanoTime() < end && isUnderWay(change)) {
                if (step()) {
                    done += CHUNK;
                } else {
                    // Another server, or the clock, is at it.
                    LockSupport.parkNanos(A_LOOK);
                }
            }
        } catch (RuntimeException failed) {
            LOG.warn("Due dates follow change {} of the calendar later: {}", change, failed.getClass());
        }
    }

    private boolean isUnderWay(long change) {
        return follows.progress(change).filter(p -> !p.followed()).isPresent();
    }

    /** One chunk; false when there is nothing to do or somebody else is at it. */
    boolean step() {
        List<Straggler> left = new ArrayList<>();
        boolean more;
        try {
            more = Boolean.TRUE.equals(transaction.execute(status -> chunk(left)));
        } catch (RuntimeException one) {
            // Whatever it is: one task must not keep the others.
            LOG.info("Tasks follow the calendar one by one: {}", one.getClass());
            more = Boolean.TRUE.equals(transaction.execute(status -> leaveChunk()));
        }
        left.forEach(this::alone);
        return more;
    }

    /**
     * @param left gets tasks that were left, when all others were looked at
     * @return false when nothing is left to do at this moment
     */
    private boolean chunk(List<Straggler> left) {
        Optional<CalendarFollow> first = follows.lockFirst();
        if (first.isEmpty()) {
            return false;
        }
        CalendarFollow follow = first.get();
        if (follow.total() == null) {
            follows.count(follow.id(), dues.count(follow.shift().following()));
        }
        List<OpenDue> page = dues.page(follow.shift().following(), follow.seen(), CHUNK);
        if (page.isEmpty()) {
            left.addAll(follows.stragglers(follow.id(), time.now(), SOME));
            return !left.isEmpty() || ended(follow);
        }
        List<OpenDue> ours = shifts.free(page);
        int moved = shifts.move(follow.shift(), earlier(follow), ours);
        leave(follow, page, ours);
        follows.advance(follow.id(), page, moved);
        return true;
    }

    private boolean ended(CalendarFollow follow) {
        boolean ended = !follows.hasStragglers(follow.id());
        if (ended) {
            follows.followed(follow.id(), time.now());
        }
        return ended;
    }

    private void leave(CalendarFollow follow, List<OpenDue> page, List<OpenDue> done) {
        Set<Long> known = new HashSet<>(done.stream().map(OpenDue::item).toList());
        follows.leave(
                follow.id(),
                time.now(),
                page.stream().filter(due -> !known.contains(due.item())).toList());
    }

    /** False when there is none to leave: whatever failed then is not to be tried over and over. */
    private boolean leaveChunk() {
        Optional<CalendarFollow> follow = follows.lockFirst();
        List<OpenDue> page = follow.map(f -> dues.page(f.shift().following(), f.seen(), CHUNK))
                .orElse(List.of());
        if (page.isEmpty()) {
            return false;
        }
        leave(follow.get(), page, List.of());
        follows.advance(follow.get().id(), page, 0);
        return true;
    }

    private List<CalendarShift> earlier(CalendarFollow follow) {
        return follows.open().stream()
                .filter(other -> other.id() < follow.id())
                .map(CalendarFollow::shift)
                .toList();
    }

    private void alone(Straggler one) {
        try {
            transaction.executeWithoutResult(status -> {
                if (follows.take(one, PATIENCE)) {
                    turns.take(one.ref());
                    move(one);
                }
            });
        } catch (RuntimeException fault) {
            transaction.executeWithoutResult(status -> {
                if (follows.failed(one, time.now()) >= TRIES) {
                    follows.giveUp(one);
                    LOG.warn("Item {} cannot follow the calendar: {}", one.item(), fault.getClass());
                }
            });
        }
    }

    private void move(Straggler one) {
        CalendarFollow follow = follows.open().stream()
                .filter(f -> f.id() == one.change())
                .findFirst()
                .orElseThrow();
        List<OpenDue> open = dues.lock(List.of(one.item()), true);
        follows.moved(follow.id(), shifts.move(follow.shift(), earlier(follow), open));
    }
}
