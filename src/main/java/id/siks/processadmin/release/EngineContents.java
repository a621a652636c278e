package id.siks.processadmin.release;

import id.siks.processadmin.check.ModelKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.springframework.stereotype.Component;

/** What the engine has already. */
@Component
class EngineContents {

    private final RepositoryService engine;

    EngineContents(RepositoryService engine) {
        this.engine = engine;
    }

    /** True when the latest version of the process or decision has this very content. */
    boolean isLatest(ModelKind kind, String key, String content) {
        ResourceDefinition latest = kind == ModelKind.BPMN
                ? engine.createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .latestVersion()
                        .singleResult()
                : engine.createDecisionDefinitionQuery()
                        .decisionDefinitionKey(key)
                        .latestVersion()
                        .singleResult();
        return latest != null && content.equals(read(latest));
    }

    private String read(ResourceDefinition definition) {
        try (InputStream file =
                engine.getResourceAsStream(definition.getDeploymentId(), definition.getResourceName())) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
