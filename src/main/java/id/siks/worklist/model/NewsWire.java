package id.siks.worklist.model;

import id.siks.platform.PerTransaction;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gathers what a transaction changes, each kind of news once, and passes it on when it is committed. */
@Component
class NewsWire {

    private final PerTransaction<Set<News>> gathered = new PerTransaction<>(this::begin);
    private final NewsCalls calls;

    NewsWire(NewsCalls calls) {
        this.calls = calls;
    }

    void changed(WorkItem item) {
        gathered.current().add(News.of(item));
    }

    private Set<News> begin() {
        Set<News> news = new LinkedHashSet<>();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                calls.changed(List.copyOf(news));
            }
        });
        return news;
    }
}
