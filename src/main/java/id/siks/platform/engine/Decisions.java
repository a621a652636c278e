package id.siks.platform.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** Asks the decision tables that are deployed. */
@Component
public class Decisions {

    private final DecisionService engine;

    Decisions(DecisionService engine) {
        this.engine = engine;
    }

    /**
     * The rows that match, each as output name to value.
     *
     * @param decisionKey id of the decision, the name of its file
     * @param inputs every input the table reads; null values are allowed
     */
    public List<Map<String, Object>> decide(String decisionKey, Map<String, Object> inputs) {
        return List.copyOf(
                engine.evaluateDecisionTableByKey(decisionKey, inputs).getResultList());
    }
}
