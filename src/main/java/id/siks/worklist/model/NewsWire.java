package id.siks.worklist.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gathers what a transaction changes, each kind of news once, and passes it on when it is committed. */
@Component
class NewsWire {

    private final NewsCalls calls;

    NewsWire(NewsCalls calls) {
        this.calls = calls;
    }

    void changed(WorkItem item) {
        Batch batch = TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Batch.class::isInstance)
                .map(Batch.class::cast)
                .findFirst()
                .orElseGet(this::begin);
        batch.news.add(News.of(item));
    }

    private Batch begin() {
        Batch batch = new Batch(new LinkedHashSet<>());
        TransactionSynchronizationManager.registerSynchronization(batch);
        return batch;
    }

    private final class Batch implements TransactionSynchronization {

        private final Set<News> news;

        Batch(Set<News> news) {
            this.news = news;
        }

        @Override
        public void afterCommit() {
            calls.changed(List.copyOf(news));
        }
    }
}
