package id.siks.platform.engine;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.model.xml.ModelException;

/** A decision table that is asked without being given to the engine: nothing of it is kept. */
public final class UnreleasedTable {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private final DmnDecision decision;

    /**
     * Reads the table.
     *
     * @param key id of the decision
     * @param content a file that was checked before: it runs whatever is in it
     */
    public UnreleasedTable(String key, String content) {
        byte[] file = content.getBytes(StandardCharsets.UTF_8);
        this.decision = ENGINE.parseDecision(key, new ByteArrayInputStream(file));
    }

    /** True when the engine can read the decision of that id in {@code content}, which was checked before. */
    public static boolean isReadable(String key, String content) {
        try {
            return new UnreleasedTable(key, content).decision.isDecisionTable();
        } catch (DmnEngineException | ModelException unreadable) {
            return false;
        }
    }

    /** The rows that match, as {@link Decisions#decide}. */
    public List<Map<String, Object>> decide(Map<String, Object> inputs) {
        return List.copyOf(ENGINE.evaluateDecisionTable(decision, inputs).getResultList());
    }
}
