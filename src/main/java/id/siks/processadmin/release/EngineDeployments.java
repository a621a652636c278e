package id.siks.processadmin.release;

import id.siks.platform.Refused;
import id.siks.platform.diagram.DrawnProcess;
import id.siks.processadmin.check.ModelKind;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The only one who gives the engine a model: for good one that was released, for a moment one that is to be tried out. */
@Component
class EngineDeployments {

    private static final Logger LOG = LoggerFactory.getLogger(EngineDeployments.class);

    private final RepositoryService engine;
    private final ProcessEngineConfigurationImpl memory;
    private final ReleaseRows rows;
    private final TransactionTemplate passing;

    EngineDeployments(
            RepositoryService engine,
            ProcessEngineConfigurationImpl memory,
            ReleaseRows rows,
            PlatformTransactionManager transactions) {
        this.engine = engine;
        this.memory = memory;
        this.rows = rows;
        this.passing = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
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
        return deploy(name, files);
    }

    /**
     * Lets the engine know a diagram for as long as {@code look} takes, and in its transaction alone: no row of it is ever
     * committed, and the engine's memory forgets it as well. Whoever releases something meanwhile waits.
     *
     * @param diagram a diagram that was checked
     * @param look gets the number the engine would give the version
     * @throws Refused when the engine does not take it
     */
    <T> T tryOut(Release diagram, IntFunction<T> look) {
        List<String> known = new ArrayList<>();
        try {
            return passing.execute(status -> {
                status.setRollbackOnly();
                String deployment = deploy(diagram.fileName(), Map.of(diagram.path(), diagram.content()));
                ProcessDefinition process = engine.createProcessDefinitionQuery()
                        .deploymentId(deployment)
                        .singleResult();
                known.add(process.getId());
                return look.apply(process.getVersion());
            });
        } finally {
            known.forEach(memory.getDeploymentCache()::removeProcessDefinition);
        }
    }

    private String deploy(String name, Map<String, String> files) {
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
