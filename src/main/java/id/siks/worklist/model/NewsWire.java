package id.siks.worklist.model;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gathers the items a transaction changes and passes them on when it is committed. */
@Component
class NewsWire {

    private final WorkNews news;

    NewsWire(WorkNews news) {
        this.news = news;
    }

    void changed(WorkItem item) {
        Batch batch = TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Batch.class::isInstance)
                .map(Batch.class::cast)
                .findFirst()
                .orElseGet(this::begin);
        batch.items.add(item);
    }

    private Batch begin() {
        Batch batch = new Batch(new ArrayList<>());
        TransactionSynchronizationManager.registerSynchronization(batch);
        return batch;
    }

    private final class Batch implements TransactionSynchronization {

        private final List<WorkItem> items;

        Batch(List<WorkItem> items) {
            this.items = items;
        }

        @Override
        public void afterCommit() {
            news.changed(items);
        }
    }
}
