package id.siks.worklist.notice;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseSummary;
import id.siks.casework.Timeline;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.Posts;
import id.siks.identity.Posts.Post;
import id.siks.identity.Role;
import id.siks.worklist.notice.Notices.Told;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Whom the news of a case are for: the operator who opened it. When he does not do the work of his village now, or never did,
 * they are for everybody who does, and for him as long as he sees the village's cases: reasons reach the village at once
 * (glossary 6.1).
 */
@Component
class Addressees {

    private final Timeline timeline;
    private final Posts posts;
    private final Actors actors;

    Addressees(Timeline timeline, Posts posts, Actors actors) {
        this.timeline = timeline;
        this.posts = posts;
        this.actors = actors;
    }

    /** Who is told of these cases; not {@code by}, who did it himself. Cases the system opened are told to nobody. */
    List<Told> of(List<CaseRef> refs, Long by) {
        List<CaseSummary> cases = timeline.summaries(refs).values().stream()
                .filter(c -> c.openedBy() != null)
                .toList();
        Villages villages = new Villages(cases);
        return cases.stream()
                .flatMap(c -> villages.addressees(c).stream()
                        .filter(account -> !Objects.equals(account, by))
                        .map(account -> new Told(account, c.ref())))
                .toList();
    }

    private static Post operators(CaseSummary summary) {
        return new Post(Role.VILLAGE_OPERATOR, summary.area());
    }

    /** Who does the work is asked once for all of them, who sees a village only where an opener does not work. */
    private final class Villages {

        private final Map<Post, List<Long>> working;
        private final Map<AreaCode, Set<Long>> onlookers = new HashMap<>();

        Villages(List<CaseSummary> cases) {
            working = posts.accountsHolding(
                    cases.stream().map(Addressees::operators).distinct().toList());
        }

        Set<Long> addressees(CaseSummary summary) {
            Long opener = summary.openedBy();
            List<Long> now = working.getOrDefault(operators(summary), List.of());
            if (now.contains(opener)) {
                return Set.of(opener);
            }
            Set<Long> all = new LinkedHashSet<>(now);
            if (onlookers.computeIfAbsent(summary.area(), this::seeing).contains(opener)) {
                all.add(opener);
            }
            return all;
        }

        private Set<Long> seeing(AreaCode village) {
            return actors.seeing(village).stream().map(Actor::accountId).collect(Collectors.toSet());
        }
    }
}
