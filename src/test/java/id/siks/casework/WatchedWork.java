package id.siks.casework;

import id.siks.area.AreaCode;
import id.siks.identity.Role;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens cases with one made-up task of any role, and the ladder every diagram has. */
@Component
public class WatchedWork {

    private final RepositoryService repository;
    private final TestCases cases;

    WatchedWork(RepositoryService repository, TestCases cases) {
        this.repository = repository;
        this.cases = cases;
    }

    /** A case with the task weigh-goods for the role, due three working days from now. */
    @Transactional
    public CaseRef open(Role role, AreaCode village) {
        String key = "watched-" + role.name().toLowerCase(Locale.ROOT);
        deploy(role, key);
        return cases.open(key, village, "Barang uji", null);
    }

    /** The engine keeps what it has already. */
    private void deploy(Role role, String key) {
        String model = diagram().replace("\"test-watched\"", '"' + key + '"').replace("VILLAGE_OPERATOR", role.name());
        repository
                .createDeployment()
                .name(key)
                .addString(key + ".bpmn", model)
                .enableDuplicateFiltering(true)
                .deploy();
    }

    private static String diagram() {
        try (InputStream file = WatchedWork.class.getResourceAsStream("/casework/test-watched.bpmn")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
