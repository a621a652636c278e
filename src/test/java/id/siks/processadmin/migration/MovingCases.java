package id.siks.processadmin.migration;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.TestCases;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.springframework.stereotype.Component;

/** Made-up processes with several versions, and cases that follow them. */
@Component
public class MovingCases {

    /** Two tasks after each other, as older diagrams were: nobody is reminded. */
    public static final String BARE = "worklist/test-weighing.bpmn";

    /** The first of them alone, with the ladder every diagram has. */
    public static final String WATCHED = "casework/test-watched.bpmn";

    private final RepositoryService repository;
    private final TestCases cases;

    MovingCases(RepositoryService repository, TestCases cases) {
        this.repository = repository;
        this.cases = cases;
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
    public CaseRef open(String key, AreaCode village) {
        return cases.open(key, village, "Barang uji", null);
    }
}
