package id.siks.sample;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import id.siks.area.Area;
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.casework.CaseRef;
import id.siks.fieldcheck.FieldChecks;
import id.siks.finalization.VillageLists;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.EngineJobs;
import id.siks.proposal.ProposalTestData;
import id.siks.proposal.Proposals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Villages of several regencies close their lists at the same moment while the job executor works: every case of every
 * list is asked a visit, once.
 */
@EngineTest
@Order(1)
class CrowdedRoadTests {

    private static final List<String> REGENCIES = List.of("1805", "1809", "1812");
    private static final int VILLAGES = 2;
    private static final int A_LIST = 20;
    private static final int HANDS = 4;

    @Autowired
    ProposalTestData data;

    @Autowired
    Proposals proposals;

    @Autowired
    VillageLists villageLists;

    @Autowired
    FieldChecks checks;

    @Autowired
    Areas areas;

    @Autowired
    EngineJobs jobs;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    BusinessTime time;

    @Autowired
    JdbcTemplate db;

    @Test
    void every_case_of_lists_that_close_together_is_asked_its_visit_once() throws Exception {
        SyntheticFamilies families = SyntheticFamilies.ofTheLargeSample(301);
        List<CaseRef> all = new ArrayList<>();
        List<Callable<Integer>> closings = new ArrayList<>();
        for (String regency : REGENCIES) {
            for (ProposalTestData.Place here : places(regency)) {
                all.addAll(agreed(here, families));
                CaseRef period = here.period().ref();
                closings.add(() -> villageLists.finalizeVillage(period, here.village, here.operator));
            }
        }
        JobExecutor executor =
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        ExecutorService hands = Executors.newFixedThreadPool(HANDS);
        executor.start();
        try {
            for (Future<Integer> closing : hands.invokeAll(closings)) {
                assertThat(closing.get()).isEqualTo(A_LIST);
            }
            Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> asked(all) == all.size());
        } finally {
            executor.shutdown();
            hands.shutdown();
        }
        assertThat(all).allMatch(ref -> checks.latest(ref).isPresent()).allMatch(ref -> visits(ref) == 1);
    }

    private List<ProposalTestData.Place> places(String regency) {
        AreaCode district = areas.children(new AreaCode(regency)).get(0).code();
        return areas.children(district).stream()
                .limit(VILLAGES)
                .map(Area::code)
                .map(village -> data.in(village.value()))
                .toList();
    }

    private List<CaseRef> agreed(ProposalTestData.Place here, SyntheticFamilies families) {
        here.period();
        Instant now = time.now();
        List<CaseRef> refs = new ArrayList<>();
        while (refs.size() < A_LIST) {
            refs.addAll(proposals
                    .submitAll(
                            Stream.generate(() -> families.in(here.village, now))
                                    .limit(Math.min(100, A_LIST - refs.size()))
                                    .toList(),
                            here.village,
                            here.operator)
                    .accepted());
        }
        jobs.runDue();
        BulkRoadTests.photograph(db, here.village.value());
        here.meets(ProposalTestData.agreedDespite(BulkRoadTests.WHY, refs.toArray(CaseRef[]::new)));
        return refs;
    }

    private int asked(List<CaseRef> all) {
        return db.queryForObject(
                "select count(distinct case_ref) from fieldcheck.field_check where case_ref = any(?)",
                Integer.class,
                (Object) all.stream().map(CaseRef::value).toArray(String[]::new));
    }

    private long visits(CaseRef ref) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("field-check")
                .processInstanceBusinessKey(ref.value())
                .count();
    }
}
