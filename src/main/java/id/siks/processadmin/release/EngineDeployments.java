package id.siks.processadmin.release;

import id.siks.platform.Refused;
import id.siks.platform.diagram.DrawnProcess;
import id.siks.processadmin.check.ModelKind;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The only one who gives the engine a model, always one that was released. */
@Component
class EngineDeployments {

    private static final Logger LOG = LoggerFactory.getLogger(EngineDeployments.class);

    private final RepositoryService engine;
    private final ReleaseRows rows;

    EngineDeployments(RepositoryService engine, ReleaseRows rows) {
        this.engine = engine;
        this.rows = rows;
    }

    /**
     * Gives the engine these models together, in the caller's transaction. A diagram brings the forms of its tasks along: it is
     * bound to those of its own deployment.
     *
     * @return the engine's id of it
     * @throws Refused when the engine does not take them
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String deploy(String name, Collection<Release> releases) {
        Map<String, String> files = new LinkedHashMap<>();
        releases.stream().filter(release -> release.kind() == ModelKind.BPMN).forEach(diagram -> forms(diagram, files));
        releases.forEach(release -> files.put(release.path(), release.content()));
        DeploymentBuilder deployment = engine.createDeployment().name(name).source("release");
        files.forEach((path, content) ->
                deployment.addInputStream(path, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8))));
        try {
            return deployment.deploy().getId();
        } catch (OptimisticLockingException | ProcessEnginePersistenceException later) {
            // Nothing against the file: it can be tried again.
            throw later;
        } catch (ProcessEngineException refused) {
            LOG.warn("The engine does not take {}", name, refused);
            throw Refused.because("processadmin.release.error.engine");
        }
    }

    private void forms(Release diagram, Map<String, String> files) {
        new DrawnProcess(diagram.content())
                .engineValues("userTask", "formRef").stream()
                        .flatMap(form -> rows.inForce(ModelKind.FORM, form).stream())
                        .forEach(form -> files.put(form.path(), form.content()));
    }
}
