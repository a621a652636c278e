package id.siks.worklist.list;

import id.siks.area.AreaCode;
import id.siks.casework.CaseSight;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.worklist.model.Duties;
import id.siks.worklist.model.WorkItems;
import java.util.List;
import java.util.Optional;

/**
 * Which items a tab holds for somebody: conditions that each are one index range. None holds what he may not follow any more.
 */
final class ListScope {

    private ListScope() {}

    /** One condition per duty whose territory touches {@code area}, two for what waits for others, one for the rest. */
    static List<Condition> of(Tab tab, Actor actor, AreaCode area) {
        return switch (tab) {
            case MINE -> List.of(
                    seen(actor, area, new Condition().and("state = 'OPEN' and assignee = ?", actor.accountId())));
            case DONE -> List.of(
                    seen(actor, area, new Condition().and("state = 'DONE' and done_by = ?", actor.accountId())));
            case WAITING -> List.of(seen(actor, area, handedOn(actor)), seen(actor, area, lent(actor)));
            case TEAM, TOUCHED -> team(actor, area);
        };
    }

    /** What the duties of the actor cover. */
    static List<Condition> team(Actor actor, AreaCode area) {
        return Duties.of(actor).stream()
                .flatMap(duty -> duty(duty, area).stream())
                .toList();
    }

    /** What others have to do before a case the actor worked on goes on. */
    private static Condition handedOn(Actor actor) {
        return new Condition()
                .and("state = 'OPEN' and asked_by = ?", actor.accountId())
                .and(Condition.any(List.of(
                        new Condition().and("assignee <> ?", actor.accountId()),
                        new Condition().and("assignee is null").andNot(Condition.any(team(actor, null))))));
    }

    /** What the actor asked a colleague to work on and gets back. */
    private static Condition lent(Actor actor) {
        return new Condition()
                .and("state = 'OPEN' and owner = ?", actor.accountId())
                .and("assignee <> ?", actor.accountId());
    }

    // A person's own rows are few: the index finds them by the account, and what is elsewhere now falls away.
    private static Condition seen(Actor actor, AreaCode area, Condition tab) {
        tab.and("area_code like any (?)", (Object) CaseSight.areas(actor));
        return area == null ? tab : tab.and("area_code like ? || '%'", area.value());
    }

    private static Optional<Condition> duty(Assignment duty, AreaCode area) {
        String own = duty.scope().prefix();
        String asked = area == null ? "" : area.value();
        if (!own.startsWith(asked) && !asked.startsWith(own)) {
            return Optional.empty();
        }
        String prefix = asked.length() > own.length() ? asked : own;
        Condition condition =
                new Condition().and("state = 'OPEN' and role = ?", duty.role().name());
        if (prefix.length() >= duty.role().digits()) {
            condition.and("team_area = ?", WorkItems.cut(prefix, duty.role()));
        }
        if (prefix.length() != duty.role().digits()) {
            condition.and("area_code like ? || '%'", prefix);
        }
        return Optional.of(condition);
    }
}
