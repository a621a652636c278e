package id.siks.casework;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.Role;
import id.siks.platform.engine.TaskOpened;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Who is told at a rung. Whoever has the task is reminded, or the team when nobody has; above them come the offices in their
 * order (glossary 4). Work of an office is never reported to itself but to the one above it.
 */
@Component
class RungAudience {

    private static final List<Role> OFFICES = List.of(
            Role.REGENCY_VERIFIER,
            Role.REGENCY_OFFICE_HEAD,
            Role.PROVINCE_OFFICER,
            Role.MINISTRY_OFFICER,
            Role.MINISTRY_DECIDER);

    private final Actors actors;

    RungAudience(Actors actors) {
        this.actors = actors;
    }

    Audience of(Rung rung, TaskOpened task) {
        Role worker = Role.valueOf(task.role());
        if (rung == Rung.REMINDER && task.assignee() != null) {
            return new Audience(null, List.of(Long.valueOf(task.assignee())));
        }
        Role told = rung == Rung.REMINDER ? worker : office(rung, worker);
        return new Audience(told, told == null ? List.of() : holders(told, new AreaCode(task.areaCode())));
    }

    /** True when there is an office above the one whose work it is. */
    boolean exists(Rung rung, String worker) {
        return rung == Rung.REMINDER || office(rung, Role.valueOf(worker)) != null;
    }

    /** The offices that are told of late work of {@code worker}, from below. */
    List<Role> offices(Role worker) {
        return Arrays.stream(Rung.values())
                .filter(rung -> rung != Rung.REMINDER)
                .map(rung -> office(rung, worker))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Null above the highest. */
    private static Role office(Rung rung, Role worker) {
        int own = OFFICES.indexOf(worker == Role.REGENT ? Role.REGENCY_OFFICE_HEAD : worker);
        int above = Math.max(rung.ordinal() - Rung.SUPERVISOR.ordinal(), own + 1);
        return above < OFFICES.size() ? OFFICES.get(above) : null;
    }

    private List<Long> holders(Role role, AreaCode area) {
        return actors.holding(role, area).stream().map(Actor::accountId).toList();
    }

    /**
     * Whom a rung tells.
     *
     * @param role the role, or null when it is whoever has taken the task
     * @param accounts empty when nobody holds it
     */
    record Audience(Role role, List<Long> accounts) {}
}
