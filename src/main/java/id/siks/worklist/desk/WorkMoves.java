package id.siks.worklist.desk;

import id.siks.casework.CaseNoted;
import id.siks.casework.CaseTurns;
import id.siks.casework.RungAnswers;
import id.siks.identity.AccountClosed;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.AssignmentEnded;
import id.siks.identity.LeaveEnded;
import id.siks.identity.LeaveStarted;
import id.siks.identity.Leaves;
import id.siks.platform.BusinessTime;
import id.siks.platform.NotFound;
import id.siks.platform.engine.EngineTasks;
import id.siks.worklist.desk.Handings.Handing;
import id.siks.worklist.model.WorkItem;
import id.siks.worklist.model.WorkItems;
import id.siks.worklist.notice.Notices.What;
import id.siks.worklist.notice.PersonalNotices;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Moves open work when people come and go: to the deputy, back again, and to the team when nobody may do it any more. All
 * of it in the transaction of whoever tells, case by case in their order.
 */
@Component
class WorkMoves {

    private final WorkItems items;
    private final Handings handings;
    private final PersonalNotices notices;
    private final CaseTurns turns;
    private final EngineTasks engine;
    private final Actors actors;
    private final Leaves leaves;
    private final RungAnswers answers;
    private final ApplicationEventPublisher events;
    private final BusinessTime time;

    WorkMoves(
            WorkItems items,
            Handings handings,
            PersonalNotices notices,
            CaseTurns turns,
            EngineTasks engine,
            Actors actors,
            Leaves leaves,
            RungAnswers answers,
            ApplicationEventPublisher events,
            BusinessTime time) {
        this.items = items;
        this.handings = handings;
        this.notices = notices;
        this.turns = turns;
        this.engine = engine;
        this.actors = actors;
        this.leaves = leaves;
        this.answers = answers;
        this.events = events;
        this.time = time;
    }

    @EventListener
    void on(LeaveStarted leave) {
        Optional<Actor> deputy = person(leave.deputy());
        int reached = move(leave.absent(), item -> true, deputy, leave.absent());
        deputy.ifPresent(d -> notices.ofMany(What.STANDS_IN, d.accountId(), reached, leave.absent()));
    }

    /** What came to the deputy because of the leave, and what he took since that he may not do by himself. */
    @EventListener
    void on(LeaveEnded leave) {
        Optional<Actor> deputy = person(leave.deputy());
        Optional<Actor> absent = person(leave.absent());
        Predicate<WorkItem> returns = item -> mayNot(deputy, item)
                || Objects.equals(leave.absent(), handings.of(item.taskId()).standsInFor());
        int reached = move(leave.deputy(), returns, absent, null);
        returnLent(leave, deputy, absent);
        absent.ifPresent(a -> notices.ofMany(What.HANDED_BACK, a.accountId(), reached, leave.deputy()));
    }

    /** Who lost a duty keeps no work of it, nor does his deputy, who had the duty from him. */
    @EventListener
    void on(AssignmentEnded ended) {
        drop(ended.accountId());
        leaves.deputyOf(ended.accountId()).ifPresent(this::drop);
    }

    @EventListener
    void on(AccountClosed closed) {
        drop(closed.accountId());
    }

    private void drop(long account) {
        Optional<Actor> person = person(account);
        move(account, item -> mayNot(person, item), Optional.empty(), null);
    }

    /** Answers how much of it reached {@code to}; what he may not do is the team's. */
    private int move(long from, Predicate<WorkItem> which, Optional<Actor> to, Long standsInFor) {
        int reached = 0;
        for (WorkItem item : inHand(items.openWith(from))) {
            if (item.isOf(from) && which.test(item)) {
                Optional<Actor> next = to.filter(t -> t.holds(item.role(), item.area()));
                // A task the engine does not know any more is for the comparison of both to close.
                boolean moved =
                        engine.evenStopped(item.taskId(), () -> answers.withhold(() -> pass(item, next, standsInFor)));
                reached += moved && next.isPresent() ? 1 : 0;
            }
        }
        return reached;
    }

    /** What the deputy lent meanwhile goes back to the one who was absent, and to the team when he may not do it any more. */
    private void returnLent(LeaveEnded leave, Optional<Actor> deputy, Optional<Actor> absent) {
        for (WorkItem item : inHand(items.lentBy(leave.deputy()))) {
            if (!isLent(item, leave, deputy)) {
                continue;
            }
            if (mayNot(absent, item)) {
                leaveToTeam(item, leave.absent());
            } else {
                handings.ownedBy(item.taskId(), leave.absent(), null);
            }
        }
    }

    /** True when the deputy lent it in the place of the absent, or may not have it back by himself. */
    private boolean isLent(WorkItem item, LeaveEnded leave, Optional<Actor> deputy) {
        Handing agreed = handings.of(item.taskId());
        return Objects.equals(leave.deputy(), agreed.owner())
                && (mayNot(deputy, item) || Objects.equals(leave.absent(), agreed.ownerStandsInFor()));
    }

    /** Whoever was asked has nobody left to answer to. */
    private void leaveToTeam(WorkItem item, long owner) {
        if (engine.evenStopped(item.taskId(), () -> engine.giveBack(item.taskId(), null))) {
            notices.ofWork(What.LEFT_TO_TEAM, item.assignee(), item, owner);
            events.publishEvent(new CaseNoted(List.of(item.ref()), "task-left-to-team", null, null, time.now()));
        }
    }

    /** Those still open, with their cases' turns and their rows in hand. */
    private List<WorkItem> inHand(List<WorkItem> found) {
        List<WorkItem> open = new ArrayList<>();
        for (WorkItem item : found) {
            turns.take(item.ref());
            items.lock(item.taskId()).filter(WorkItem::isOpen).ifPresent(open::add);
        }
        return open;
    }

    /** What he was asked to do stays asked; but nobody is asked by himself. */
    private void pass(WorkItem item, Optional<Actor> to, Long standsInFor) {
        Handing agreed = handings.of(item.taskId());
        Long owner = agreed.owner();
        String assignee = to.map(Actor::id).orElse(null);
        boolean asked = owner != null && to.isPresent() && to.get().accountId() != owner;
        boolean back = owner != null && !asked;
        if (back) {
            engine.giveBack(item.taskId(), assignee);
        } else {
            engine.assign(item.taskId(), assignee);
        }
        if (asked) {
            handings.ownedBy(item.taskId(), owner, agreed.ownerStandsInFor());
        }
        Long absent = back ? agreed.ownerStandsInFor() : standsInFor;
        if (absent != null && to.isPresent()) {
            handings.standsInFor(item.taskId(), absent);
        }
    }

    private static boolean mayNot(Optional<Actor> person, WorkItem item) {
        return person.filter(p -> p.holds(item.role(), item.area())).isEmpty();
    }

    private Optional<Actor> person(long account) {
        try {
            return Optional.of(actors.byId(account));
        } catch (NotFound closed) {
            return Optional.empty();
        }
    }
}
