package id.siks.processadmin.check;

import id.siks.platform.engine.EngineFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.springframework.stereotype.Component;

/** The newest version the engine has of each diagram and table; which forms are in force is known elsewhere. */
@Component
public class EngineModels {

    private final RepositoryService engine;
    private final EngineFiles files;

    EngineModels(RepositoryService engine, EngineFiles files) {
        this.engine = engine;
        this.files = files;
    }

    /**
     * A file of a deployment.
     *
     * @param path where it lies in it
     * @param content its text
     */
    public record File(String path, String content) {}

    /** All of them. */
    public List<File> all() {
        List<ResourceDefinition> newest = new ArrayList<>(
                engine.createProcessDefinitionQuery().latestVersion().list());
        newest.addAll(engine.createDecisionDefinitionQuery().latestVersion().list());
        return newest.stream().map(this::file).toList();
    }

    /** The one of that kind and key; empty when the engine has none. */
    public Optional<File> find(ModelKind kind, String key) {
        return Optional.ofNullable(definition(kind, key)).map(this::file);
    }

    /** True when there is one. */
    boolean has(ModelKind kind, String key) {
        return definition(kind, key) != null;
    }

    /** Keys of the processes that can be started: those whose newest version nobody has stopped. */
    Set<String> startable() {
        return engine.createProcessDefinitionQuery().latestVersion().active().list().stream()
                .map(ProcessDefinition::getKey)
                .collect(Collectors.toSet());
    }

    private ResourceDefinition definition(ModelKind kind, String key) {
        return switch (kind) {
            case BPMN -> engine.createProcessDefinitionQuery()
                    .processDefinitionKey(key)
                    .latestVersion()
                    .singleResult();
            case DMN -> engine.createDecisionDefinitionQuery()
                    .decisionDefinitionKey(key)
                    .latestVersion()
                    .singleResult();
            case FORM -> null;
        };
    }

    private File file(ResourceDefinition definition) {
        return new File(definition.getResourceName(), files.text(definition));
    }
}
