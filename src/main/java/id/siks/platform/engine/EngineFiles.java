package id.siks.platform.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.springframework.stereotype.Component;

/** The files the engine keeps. One that was deployed never changes, so it is read once. */
@Component
public class EngineFiles {

    private final RepositoryService engine;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    EngineFiles(RepositoryService engine) {
        this.engine = engine;
    }

    /** The file of one version of a process or decision. */
    public String text(ResourceDefinition definition) {
        return text(definition.getDeploymentId(), definition.getResourceName());
    }

    /** A file of a deployment. */
    public String text(String deployment, String resource) {
        return known.computeIfAbsent(deployment + "/" + resource, key -> read(deployment, resource));
    }

    private String read(String deployment, String resource) {
        try (InputStream file = engine.getResourceAsStream(deployment, resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
