package id.siks.worklist;

import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.platform.InvalidInput;
import java.util.List;
import org.springframework.stereotype.Component;

/** To whom a piece of work can be passed: those whose same role covers its area. */
@Component
class Colleagues {

    private final Actors actors;

    Colleagues(Actors actors) {
        this.actors = actors;
    }

    /** All but the one who has it and the one who asks. */
    List<Actor> of(WorkItem item, Actor asking) {
        return actors.holding(item.role(), item.area()).stream()
                .filter(c -> c.accountId() != asking.accountId() && !item.isOf(c.accountId()))
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
