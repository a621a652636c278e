package id.siks.worklist.desk;

import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.Leaves;
import id.siks.platform.InvalidInput;
import id.siks.worklist.model.WorkItem;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** To whom a piece of work can be passed: those whose same role covers its area. */
@Component
public class Colleagues {

    private final Actors actors;
    private final Leaves leaves;

    Colleagues(Actors actors, Leaves leaves) {
        this.actors = actors;
        this.leaves = leaves;
    }

    /** All but the one who has it, the one who asks and those on leave. */
    public List<Actor> of(WorkItem item, Actor asking) {
        List<Actor> holders = actors.holding(item.role(), item.area());
        Set<Long> absent =
                leaves.absentAmong(holders.stream().map(Actor::accountId).toList());
        return holders.stream()
                .filter(c -> c.accountId() != asking.accountId() && !item.isOf(c.accountId()))
                .filter(c -> !absent.contains(c.accountId()))
                .toList();
    }

    /** The colleague with the account id {@code to}; refused at {@code field} when there is none such. */
    Actor chosen(String field, String to, WorkItem item, Actor asking) {
        return of(item, asking).stream()
                .filter(c -> c.id().equals(to))
                .findFirst()
                .orElseThrow(() -> InvalidInput.at(field, "worklist.error.colleague"));
    }
}
