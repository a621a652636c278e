package id.siks.worklist.model;

import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open lists that something in their territory changed; what it is they ask themselves. Changes are gathered for
 * a moment. A listener holds no thread, ends with its session, and there are only so many: whoever finds no place polls.
 */
@Component
class WorkNews implements HttpSessionListener {

    static final int MOST = 1_000;
    static final int MOST_OF_ONE = 4;

    /** For how many milliseconds changes are gathered before they are told. */
    static final int PACE = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(WorkNews.class);
    private static final long TEN_MINUTES = 600_000;

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

    /** A place to listen, or empty when there is none left. */
    synchronized Optional<SseEmitter> listen(Actor actor, String session) {
        long own =
                listeners.stream().filter(l -> l.account == actor.accountId()).count();
        if (listeners.size() >= MOST || own >= MOST_OF_ONE) {
            return Optional.empty();
        }
        SseEmitter line = new SseEmitter(TEN_MINUTES);
        Listener listener = new Listener(actor.accountId(), session, Duties.of(actor), line, new AtomicBoolean());
        line.onCompletion(() -> listeners.remove(listener));
        line.onTimeout(line::complete);
        line.onError(lost -> listeners.remove(listener));
        listeners.add(listener);
        listener.send(SseEmitter.event().name("hello").data("1"));
        return Optional.of(line);
    }

    /** This changed and is committed. */
    void changed(List<News> news) {
        for (Listener listener : listeners) {
            if (!listener.due.get() && news.stream().anyMatch(listener::cares)) {
                listener.due.set(true);
            }
        }
    }

    /** Nobody knows what changed, if anything did. */
    void changedSomewhere() {
        listeners.forEach(listener -> listener.due.set(true));
    }

    /** Passes on what was gathered. */
    @Scheduled(fixedDelay = PACE)
    void tell() {
        listeners.stream()
                .filter(listener -> listener.due.getAndSet(false))
                .forEach(listener ->
                        listener.send(SseEmitter.event().name("changed").data("1")));
    }

    /** Keeps the lines open, and finds those nobody listens at any more. */
    @Scheduled(fixedDelay = 25_000)
    void breathe() {
        listeners.forEach(listener -> listener.send(SseEmitter.event().comment("")));
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent ended) {
        listeners.stream()
                .filter(l -> l.session.equals(ended.getSession().getId()))
                .forEach(l -> l.line.complete());
    }

    @EventListener
    void on(ContextClosedEvent closing) {
        listeners.forEach(listener -> listener.line.complete());
    }

    private record Listener(long account, String session, List<Assignment> duties, SseEmitter line, AtomicBoolean due) {

        // Who has lent work to a colleague has its duty too.
        boolean cares(News news) {
            return news.concerns(account)
                    || duties.stream()
                            .anyMatch(duty ->
                                    duty.role() == news.role() && duty.scope().covers(news.area()));
        }

        /** A line that broke is closed by the container, which tells us. */
        void send(SseEmitter.SseEventBuilder event) {
            try {
                line.send(event);
            } catch (IOException | IllegalStateException gone) {
                LOG.debug("A listener left", gone);
            }
        }
    }
}
