package id.siks.worklist.notice;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseSummary;
import id.siks.casework.Timeline;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.Role;
import id.siks.worklist.notice.Notices.Told;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Whom the news of a case are for: the operator who opened it. When he is none of his village any more, or never was one, they
 * are for everybody who is one now, and for him as long as he sees the village's cases: reasons reach the village at once
 * (glossary 6.1).
 */
@Component
class Addressees {

    private final Timeline timeline;
    private final Actors actors;

    Addressees(Timeline timeline, Actors actors) {
        this.timeline = timeline;
        this.actors = actors;
    }

    /** Who is told of these cases; not {@code by}, who did it himself. Cases the system opened are told to nobody. */
    List<Told> of(List<CaseRef> refs, Long by) {
        Villages villages = new Villages();
        return timeline.summaries(refs).values().stream()
                .filter(c -> c.openedBy() != null)
                .flatMap(c -> villages.addressees(c).stream()
                        .filter(account -> !Objects.equals(account, by))
                        .map(account -> new Told(account, c.ref())))
                .toList();
    }

    private static Set<Long> accounts(Collection<Actor> people) {
        Set<Long> accounts = new LinkedHashSet<>();
        people.forEach(person -> accounts.add(person.accountId()));
        return accounts;
    }

    /** Each village is asked for its people once, however many cases are told. */
    private final class Villages {

        private final Map<AreaCode, Set<Long>> operators = new HashMap<>();
        private final Map<AreaCode, Set<Long>> onlookers = new HashMap<>();

        Set<Long> addressees(CaseSummary summary) {
            Long opener = summary.openedBy();
            Set<Long> now = asked(operators, summary.area(), area -> actors.holding(Role.VILLAGE_OPERATOR, area));
            if (now.contains(opener)) {
                return Set.of(opener);
            }
            Set<Long> all = new LinkedHashSet<>(now);
            if (asked(onlookers, summary.area(), actors::seeing).contains(opener)) {
                all.add(opener);
            }
            return all;
        }

        private Set<Long> asked(
                Map<AreaCode, Set<Long>> known, AreaCode village, Function<AreaCode, List<Actor>> people) {
            return known.computeIfAbsent(village, area -> accounts(people.apply(area)));
        }
    }
}
