package id.siks.processadmin.check;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Processes of an administrator's own call each other, but never in a circle, and never those of the application. */
@EngineTest
class CallsTests {

    private static final String FIRST = "test-first";
    private static final String SECOND = "test-second";
    private static final String THIRD = "test-third";

    @Autowired
    ModelCheck check;

    @Autowired
    RepositoryService engine;

    private Deployment deployed;

    @AfterEach
    void nothingIsDeployed() {
        if (deployed != null) {
            engine.deleteDeployment(deployed.getId(), true);
        }
    }

    @Test
    void a_process_that_is_released_is_called() {
        release(OwnProcess.of(SECOND));

        assertThat(refusals(FIRST, SECOND)).isEmpty();
        assertThat(refusals(FIRST, THIRD)).containsExactly("called-unknown");
        assertThat(refusals(FIRST, "field-check")).containsExactly("called-of-application");
    }

    @Test
    void a_circle_through_a_process_that_is_stopped_is_seen() {
        release(OwnProcess.of(FIRST, SECOND), OwnProcess.of(SECOND), OwnProcess.of(THIRD, FIRST));
        engine.suspendProcessDefinitionByKey(FIRST);

        assertThat(refusals(SECOND, THIRD)).containsExactly("calls-itself");
    }

    private void release(String... files) {
        var deployment = engine.createDeployment();
        for (int i = 0; i < files.length; i++) {
            deployment.addString("proposal/test-" + i + ".bpmn", files[i]);
        }
        deployed = deployment.deploy();
    }

    private List<String> refusals(String key, String called) {
        return check.check(ModelKind.BPMN, key, OwnProcess.of(key, called)).refusals().stream()
                .map(Finding::rule)
                .toList();
    }
}
