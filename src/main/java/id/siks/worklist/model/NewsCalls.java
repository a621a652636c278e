package id.siks.worklist.model;

import id.siks.platform.CallHeard;
import id.siks.platform.Calls;
import id.siks.platform.CallsMissed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells the other servers of what changed on this one, and lists here of what changed there. Changes are gathered for a
 * moment; a list that misses a call finds out a few minutes later, when it asks by itself.
 */
@Component
class NewsCalls {

    static final String TOPIC = "work";

    /** Called instead of the news when there are too many of them. */
    static final String ANYTHING = "*";

    /** Most news of one call; each has at most 80 characters. */
    static final int MOST = 80;

    private final Calls calls;
    private final WorkNews news;
    private final Set<News> gathered = ConcurrentHashMap.newKeySet();

    NewsCalls(Calls calls, WorkNews news) {
        this.calls = calls;
        this.news = news;
    }

    /** These changed here and are committed. */
    void changed(List<News> here) {
        news.changed(here);
        gathered.addAll(here);
    }

    /** Passes on what was gathered. */
    @Scheduled(fixedDelay = WorkNews.PACE)
    void passOn() {
        Set<News> now = Set.copyOf(gathered);
        gathered.removeAll(now);
        if (!now.isEmpty()) {
            calls.call(
                    TOPIC,
                    now.size() > MOST
                            ? ANYTHING
                            : now.stream().map(News::toString).collect(Collectors.joining(" ")));
        }
    }

    @EventListener
    void on(CallHeard call) {
        if (call.topic().equals(TOPIC)) {
            if (call.words().equals(ANYTHING)) {
                news.changedSomewhere();
            } else {
                news.changed(Stream.of(call.words().split(" "))
                        .map(News::read)
                        .flatMap(Optional::stream)
                        .toList());
            }
        }
    }

    @EventListener
    void on(CallsMissed missed) {
        news.changedSomewhere();
    }
}
