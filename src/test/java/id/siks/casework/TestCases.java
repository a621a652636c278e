package id.siks.casework;

import id.siks.area.AreaCode;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.EngineVariables;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Made-up cases that follow a made-up process. */
@Component
public class TestCases {

    private final RuntimeService runtime;
    private final CaseRefs refs;
    private final ApplicationEventPublisher events;
    private final BusinessTime time;

    TestCases(RuntimeService runtime, CaseRefs refs, ApplicationEventPublisher events, BusinessTime time) {
        this.runtime = runtime;
        this.refs = refs;
        this.events = events;
        this.time = time;
    }

    /**
     * A case that follows the latest version of the process {@code key}.
     *
     * @param subject whom or what it is about
     * @param by account that opens it, or null
     */
    @Transactional
    public CaseRef open(String key, AreaCode village, String subject, Long by) {
        CaseRef ref = refs.next("UJI", village);
        events.publishEvent(new CaseOpened(ref, "TEST", village, subject, CaseStatus.DRAFT, by, time.now()));
        runtime.startProcessInstanceByKey(key, ref.value(), routing(village));
        return ref;
    }

    /** What the engine knows of such a case. */
    public static Map<String, Object> routing(AreaCode village) {
        return Map.of(EngineVariables.AREA_CODE, village.value(), EngineVariables.KIND, "TEST");
    }
}
