package id.siks.processadmin.release;

import id.siks.platform.engine.EngineFiles;
import id.siks.processadmin.check.ModelKind;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.springframework.stereotype.Component;

/** What the engine has already. */
@Component
class EngineContents {

    private final RepositoryService engine;
    private final EngineFiles files;

    EngineContents(RepositoryService engine, EngineFiles files) {
        this.engine = engine;
        this.files = files;
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
        return latest != null && content.equals(files.text(latest));
    }
}
