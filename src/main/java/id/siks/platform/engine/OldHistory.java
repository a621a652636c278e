package id.siks.platform.engine;

import id.siks.platform.retention.Perishable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

/** What the engine remembers of processes that ended long ago. */
@Component
class OldHistory implements Perishable {

    private final HistoryService history;

    OldHistory(HistoryService history) {
        this.history = history;
    }

    @Override
    public String kind() {
        return "platform.engine-history";
    }

    @Override
    public int erase(Instant before, Set<String> held, int most) {
        List<String> old = old(before, held, most);
        if (!old.isEmpty()) {
            history.deleteHistoricProcessInstancesBulk(old);
        }
        return old.size();
    }

    /** Page by page, because one held case may have many processes, and all of them lie in front. */
    private List<String> old(Instant before, Set<String> held, int most) {
        List<String> old = new ArrayList<>();
        List<HistoricProcessInstance> page;
        int first = 0;
        do {
            page = ended(before, first, most);
            page.stream()
                    .filter(process -> process.getBusinessKey() == null || !held.contains(process.getBusinessKey()))
                    .map(HistoricProcessInstance::getId)
                    .limit(most - old.size())
                    .forEach(old::add);
            first += most;
        } while (old.size() < most && page.size() == most);
        return old;
    }

    private List<HistoricProcessInstance> ended(Instant before, int first, int most) {
        return history.createHistoricProcessInstanceQuery()
                .finishedBefore(Date.from(before))
                .orderByProcessInstanceEndTime()
                .asc()
                .orderByProcessInstanceId()
                .asc()
                .listPage(first, most);
    }
}
