package id.siks.casework;

import id.siks.area.AreaCode;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.EngineVariables;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens cases with one made-up task of any role, and the ladder every diagram has. */
@Component
public class WatchedWork {

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final CaseRefs refs;
    private final ApplicationEventPublisher events;
    private final BusinessTime time;

    WatchedWork(
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

    /** A case with the task weigh-goods for the role, due three working days from now. */
    @Transactional
    public CaseRef open(Role role, AreaCode village) {
        String key = "watched-" + role.name().toLowerCase(Locale.ROOT);
        deploy(role, key);
        CaseRef ref = refs.next("UJI", village);
        events.publishEvent(new CaseOpened(ref, "TEST", village, "Barang uji", CaseStatus.DRAFT, null, time.now()));
        runtime.startProcessInstanceByKey(
                key, ref.value(), Map.of(EngineVariables.AREA_CODE, village.value(), EngineVariables.KIND, "TEST"));
        return ref;
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
