package id.siks.platform.engine;

import id.siks.platform.diagram.DrawnProcess;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** The diagrams that cases follow. */
@Component
public class ProcessDiagrams {

    private final RepositoryService engine;
    private final EngineFiles files;

    ProcessDiagrams(RepositoryService engine, EngineFiles files) {
        this.engine = engine;
        this.files = files;
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
                .forEach(definition -> all.put(definition.getKey(), new DrawnProcess(files.text(definition))));
        return all;
    }

    /** The diagram of one version of a process, in force or not; read anew for each caller. */
    public DrawnProcess of(String definitionId) {
        return new DrawnProcess(file(definitionId));
    }

    /** The file of one version of a process, in force or not. */
    public String file(String definitionId) {
        return files.text(engine.getProcessDefinition(definitionId));
    }
}
