package id.siks.platform.engine;

import id.siks.platform.diagram.DrawnProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** The diagrams that cases follow. */
@Component
public class ProcessDiagrams {

    private final RepositoryService engine;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    ProcessDiagrams(RepositoryService engine) {
        this.engine = engine;
    }

    /** The diagrams of the processes that can be started, by their ids and in the order of the ids; read anew for each caller. */
    public Map<String, DrawnProcess> all() {
        Map<String, DrawnProcess> all = new LinkedHashMap<>();
        engine.createProcessDefinitionQuery()
                .latestVersion()
                .active()
                .orderByProcessDefinitionKey()
                .asc()
                .list()
                .forEach(definition -> all.put(definition.getKey(), of(definition.getId())));
        return all;
    }

    /** The diagram of one version of a process, in force or not; read anew for each caller. */
    public DrawnProcess of(String definitionId) {
        return new DrawnProcess(known.computeIfAbsent(definitionId, this::read));
    }

    private String read(String definitionId) {
        try (InputStream model = engine.getProcessModel(definitionId)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
