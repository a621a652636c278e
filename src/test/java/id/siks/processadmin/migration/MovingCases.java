package id.siks.processadmin.migration;

import id.siks.area.AreaCode;
import id.siks.casework.CaseOpened;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseRefs;
import id.siks.casework.CaseStatus;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.EngineVariables;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Made-up processes with several versions, and cases that follow them. */
@Component
public class MovingCases {

    /** Two tasks after each other, as older diagrams were: nobody is reminded. */
    public static final String BARE = "worklist/test-weighing.bpmn";

    /** The first of them alone, with the ladder every diagram has. */
    public static final String WATCHED = "casework/test-watched.bpmn";

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final CaseRefs refs;
    private final ApplicationEventPublisher events;
    private final BusinessTime time;

    MovingCases(
            RepositoryService repository,
            RuntimeService runtime,
            CaseRefs refs,
            ApplicationEventPublisher events,
            BusinessTime time) {
        this.repository = repository;
        this.runtime = runtime;
        this.refs = refs;
        this.events = events;
        this.time = time;
    }

    /** The next version of the process {@code key}; answers its number. */
    public int version(String key, String model) {
        DeploymentWithDefinitions deployment = repository
                .createDeployment()
                .name(key)
                .addString(key + ".bpmn", model)
                .deployWithResult();
        return deployment.getDeployedProcessDefinitions().get(0).getVersion();
    }

    /** One of the made-up diagrams as the process {@code key}. */
    public static String model(String file, String key) {
        try (InputStream model = MovingCases.class.getClassLoader().getResourceAsStream(file)) {
            String old = file.substring(file.lastIndexOf('/') + 1).replace(".bpmn", "");
            return new String(model.readAllBytes(), StandardCharsets.UTF_8).replace('"' + old + '"', '"' + key + '"');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A case that follows the latest version. */
    @Transactional
    public CaseRef open(String key, AreaCode village) {
        CaseRef ref = refs.next("UJI", village);
        events.publishEvent(new CaseOpened(ref, "TEST", village, "Barang uji", CaseStatus.DRAFT, null, time.now()));
        runtime.startProcessInstanceByKey(
                key, ref.value(), Map.of(EngineVariables.AREA_CODE, village.value(), EngineVariables.KIND, "TEST"));
        return ref;
    }
}
