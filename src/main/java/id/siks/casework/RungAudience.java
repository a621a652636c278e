package id.siks.casework;

import id.siks.area.AreaCode;
import id.siks.identity.Posts;
import id.siks.identity.Posts.Post;
import id.siks.identity.Role;
import id.siks.platform.engine.TaskOpened;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

    private final Posts posts;

    RungAudience(Posts posts) {
        this.posts = posts;
    }

    /** The post that is told; empty when it is whoever has taken the task, or when there is no office so high. */
    Optional<Post> post(Rung rung, TaskOpened task) {
        if (isForAssignee(rung, task)) {
            return Optional.empty();
        }
        Role worker = Role.valueOf(task.role());
        return Optional.ofNullable(rung == Rung.REMINDER ? worker : office(rung, worker))
                .map(role -> new Post(role, new AreaCode(task.areaCode())));
    }

    /** Whom a rung tells when {@code holders} are those of the posts. */
    Audience of(Rung rung, TaskOpened task, Map<Post, List<Long>> holders) {
        if (isForAssignee(rung, task)) {
            return new Audience(null, List.of(Long.valueOf(task.assignee())));
        }
        return post(rung, task)
                .map(post -> new Audience(post.role(), holders.getOrDefault(post, List.of())))
                .orElse(new Audience(null, List.of()));
    }

    /** Who holds these posts at this moment. */
    Map<Post, List<Long>> holders(Collection<Post> asked) {
        return asked.isEmpty() ? Map.of() : posts.accountsHolding(asked);
    }

    private static boolean isForAssignee(Rung rung, TaskOpened task) {
        return rung == Rung.REMINDER && task.assignee() != null;
    }

    /** True when there is an office above the one whose work it is. */
    boolean exists(Rung rung, String worker) {
        return rung == Rung.REMINDER || office(rung, Role.valueOf(worker)) != null;
    }

    /** True when both rungs tell the same office of late work of {@code worker}. */
    boolean tellsOne(Rung one, Rung other, String worker) {
        return one != Rung.REMINDER
                && other != Rung.REMINDER
                && office(one, Role.valueOf(worker)) == office(other, Role.valueOf(worker));
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

    /**
     * Whom a rung tells.
     *
     * @param role the role, or null when it is whoever has taken the task
     * @param accounts empty when nobody holds it
     */
    record Audience(Role role, List<Long> accounts) {}
}
