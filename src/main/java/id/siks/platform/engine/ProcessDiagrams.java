package id.siks.platform.engine;

import id.siks.platform.diagram.DrawnProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** The diagrams in force, as new cases follow them. */
@Component
public class ProcessDiagrams {

    private final RepositoryService engine;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    ProcessDiagrams(RepositoryService engine) {
        this.engine = engine;
    }

    /** Names of the processes that can be started, by their ids and in the order of the ids. */
    public Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        latest().forEach(d -> names.put(d.getKey(), d.getName() == null ? d.getKey() : d.getName()));
        return names;
    }

    /** The diagram of the process with that id, read anew for each caller; empty when there is none. */
    public Optional<DrawnProcess> find(String processKey) {
        return latest().stream()
                .filter(definition -> definition.getKey().equals(processKey))
                .findFirst()
                .map(definition -> new DrawnProcess(known.computeIfAbsent(definition.getId(), this::read)));
    }

    private List<ProcessDefinition> latest() {
        return engine.createProcessDefinitionQuery()
                .latestVersion()
                .active()
                .orderByProcessDefinitionKey()
                .asc()
                .list();
    }

    private String read(String definitionId) {
        try (InputStream model = engine.getProcessModel(definitionId)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
