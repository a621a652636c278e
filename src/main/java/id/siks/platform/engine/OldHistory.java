package id.siks.platform.engine;

import id.siks.platform.retention.Perishable;
import java.time.Instant;
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
        List<String> old = history
                .createHistoricProcessInstanceQuery()
                .finishedBefore(Date.from(before))
                .orderByProcessInstanceEndTime()
                .asc()
                .listPage(0, most + held.size())
                .stream()
                .filter(process -> process.getBusinessKey() == null || !held.contains(process.getBusinessKey()))
                .map(HistoricProcessInstance::getId)
                .limit(most)
                .toList();
        if (!old.isEmpty()) {
            history.deleteHistoricProcessInstancesBulk(old);
        }
        return old.size();
    }
}
