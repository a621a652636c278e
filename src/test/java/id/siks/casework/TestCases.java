package id.siks.casework;

import id.siks.area.AreaCode;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.EngineVariables;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Made-up cases; those that are opened follow a made-up process. */
@Component
public class TestCases {

    private static final int AT_ONCE = 50;

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final CaseRefs refs;
    private final ApplicationEventPublisher events;
    private final BusinessTime time;
    private final TransactionTemplate transaction;

    TestCases(
            RepositoryService repository,
            RuntimeService runtime,
            CaseRefs refs,
            ApplicationEventPublisher events,
            BusinessTime time,
            TransactionTemplate transaction) {
        this.repository = repository;
        this.runtime = runtime;
        this.refs = refs;
        this.events = events;
        this.time = time;
        this.transaction = transaction;
    }

    /** A made-up diagram of the class path, named as its file, as the process {@code key}. */
    public static String diagram(String file, String key) {
        try (InputStream model = TestCases.class.getClassLoader().getResourceAsStream(file)) {
            String old = file.substring(file.lastIndexOf('/') + 1).replace(".bpmn", "");
            return new String(model.readAllBytes(), StandardCharsets.UTF_8).replace('"' + old + '"', '"' + key + '"');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Brings in the diagram of the process {@code key} when the engine has none. */
    @Transactional
    public void draw(String key, Supplier<String> diagram) {
        if (repository.createProcessDefinitionQuery().processDefinitionKey(key).count() == 0) {
            repository
                    .createDeployment()
                    .name(key)
                    .addString(key + ".bpmn", diagram.get())
                    .deploy();
        }
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

    /** Lets {@code one} open many cases, some in a transaction. */
    public void many(int cases, Runnable one) {
        for (int i = 0; i < cases; i += AT_ONCE) {
            int some = Math.min(AT_ONCE, cases - i);
            transaction.executeWithoutResult(
                    status -> Stream.generate(() -> one).limit(some).forEach(Runnable::run));
        }
    }

    /** A case about the regency that everybody within follows, numbered as periods are; no process runs for it. */
    @Transactional
    public CaseRef common(AreaCode regency) {
        CaseRef ref = refs.next("PRD", regency);
        events.publishEvent(new CaseOpened(ref, "PERIOD", regency, "Periode uji", CaseStatus.DRAFT, null, time.now()));
        return ref;
    }

    /** Another instance of the process for a case that is there, in the village; answers its id. */
    @Transactional
    public String join(CaseRef ref, String key, AreaCode village) {
        return runtime.startProcessInstanceByKey(key, ref.value(), routing(village))
                .getId();
    }

    /**
     * A case no process runs for, numbered as proposals are, that stands where it does since that moment.
     *
     * @param kind code of the case kind
     * @param subject whom or what it is about
     */
    @Transactional
    public CaseRef standing(String kind, AreaCode village, String subject, CaseStatus status, Instant at) {
        CaseRef ref = refs.next("USL", village);
        events.publishEvent(new CaseOpened(ref, kind, village, subject, status, null, at));
        return ref;
    }

    /** The case comes to where it is at that moment, and nobody has to act next. */
    @Transactional
    public void comesTo(CaseRef ref, CaseStatus status, Instant at) {
        events.publishEvent(CaseProgressed.of(ref, "closed", status, null, null, at));
    }

    /** Ends whatever still follows the process {@code key}. */
    public void end(String key) {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey(key)
                .list()
                .forEach(running -> runtime.deleteProcessInstance(running.getId(), "uji"));
    }

    /** What the engine knows of such a case. */
    public static Map<String, Object> routing(AreaCode village) {
        return Map.of(EngineVariables.AREA_CODE, village.value(), EngineVariables.KIND, "TEST");
    }
}
