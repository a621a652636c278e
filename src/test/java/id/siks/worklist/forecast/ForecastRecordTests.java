package id.siks.worklist.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.casework.CaseFigures;
import id.siks.casework.CaseRef;
import id.siks.fieldcheck.FieldCheckTestData;
import id.siks.finalization.PeriodView;
import id.siks.identity.Actor;
import id.siks.platform.engine.EngineJobs;
import id.siks.proposal.ProposalTestData;
import id.siks.worklist.model.WorkItem;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was foretold is held against what happened. */
class ForecastRecordTests extends ForecastTest {

    @Autowired
    OldForecasts old;

    @Autowired
    EngineJobs jobs;

    @Autowired
    TaskService engine;

    @Autowired
    FieldCheckTestData visits;

    @Test
    void the_first_forecast_of_a_case_is_held_against_what_happened_at_the_cutoff() throws Exception {
        ProposalTestData.Place here = data.in("5313012001");
        AreaCode regency = here.village.at(AreaLevel.REGENCY);
        PeriodView period = here.period();
        CaseRef caught = here.ready();
        here.ready();
        history(regency, "record-meeting", 44, 30);
        keep();
        history(regency, "record-meeting", 0, 100);
        here.ready();
        keep();
        assertThat(desk.of(regency, null).accuracy().village().all()).isZero();
        page(here.verifier, containsString("belum ada batas daftar desa yang lewat"));

        // Of two that were foretold to be late one was not; one was late that was not foretold to be.
        here.meets(ProposalTestData.agreedTo(caught));
        here.finalizes();
        time.moveTo(period.villageCutoffAt().plusSeconds(1));
        jobs.runDue();
        keep();
        keep();

        assertThat(desk.of(regency, null).accuracy().village()).isEqualTo(new CutoffOutcome(2, 1, 1, 1));
        page(here.verifier, containsString("Dari 2 usulan yang diperkirakan lewat batas, 1 memang lewat."));
        page(here.verifier, containsString("Dari 1 usulan yang diperkirakan tepat waktu, 1 ternyata lewat."));
        page(people.ministryOfficer(), containsString("usulan yang diperkirakan lewat batas"));
        assertThat(jdbc.sql(
                                "select count(*) from worklist.forecast_cutoff where period = :period and milestone = 'VILLAGE_CUTOFF'")
                        .param("period", period.ref().value())
                        .query(Integer.class)
                        .single())
                .as("only the sums stay")
                .isZero();
        assertThat(old.erase(time.now().plus(Duration.ofDays(62)), Set.of(), 10_000))
                .isPositive();
        assertThat(desk.of(regency, null).accuracy().village().all()).isZero();
    }

    @Test
    void the_first_forecast_of_a_case_is_held_against_what_happened_at_the_regencys_cutoff() throws Exception {
        ProposalTestData.Place here = data.in("6302012001");
        AreaCode regency = here.village.at(AreaLevel.REGENCY);
        PeriodView period = here.period();
        List<CaseRef> listed = Stream.generate(here::ready).limit(3).toList();
        here.meets(ProposalTestData.agreedTo(listed.toArray(CaseRef[]::new)));
        here.finalizes();
        history(regency, "record-visit", 44, 30);
        visits.confirms(here.worker, listed.get(0));
        keep();
        visits.confirms(here.worker, listed.get(1));
        history(regency, "record-visit", 0, 100);
        keep();
        assertThat(desk.of(regency, null).accuracy().regency().all()).isZero();
        page(here.verifier, containsString("belum ada batas daftar kabupaten/kota yang lewat"));

        // The one foretold to be in time is not decided; of two foretold to be late one is.
        data.does(here.verifier, listed.get(1), "decide-proposal", Map.of("decision", "approve"));
        time.moveTo(period.villageCutoffAt().plusSeconds(1));
        jobs.runDue();
        keep();
        assertThat(desk.of(regency, null).accuracy().regency().all())
                .as("the regency's list is open still")
                .isZero();
        time.moveTo(period.regencyCutoffAt().plusSeconds(1));
        jobs.runDue();
        keep();
        keep();

        assertThat(desk.of(regency, null).accuracy())
                .extracting(ForecastDesk.Accuracy::village, ForecastDesk.Accuracy::regency)
                .containsExactly(new CutoffOutcome(0, 0, 0, 0), new CutoffOutcome(2, 1, 1, 1));
        page(here.verifier, containsString("Usulan yang lewat batas daftar kabupaten/kota"));
        page(here.verifier, containsString("Dari 2 usulan yang diperkirakan lewat batas, 1 memang lewat."));
    }

    @Test
    void a_case_whose_village_has_closed_its_list_misses_it_however_quick_the_work_is() throws Exception {
        ProposalTestData.Place here = data.in("6303012001");
        AreaCode regency = here.village.at(AreaLevel.REGENCY);
        PeriodView period = here.period();
        CaseRef late = here.ready();
        history(regency, "record-meeting", 0, 100);
        history(regency, "sign-meeting", 0, 100);
        assertThat(desk.of(regency, null).missing()).isEmpty();
        here.finalizes();

        page(here.verifier, containsString("tidak ikut daftar periode ini: desa itu sudah menutup daftarnya"));
        assertThat(desk.of(here.village, null).cases())
                .extracting(CaseFigures.Waiting::ref)
                .containsExactly(late);
        keep();
        time.moveTo(period.villageCutoffAt().plusSeconds(1));
        jobs.runDue();
        keep();
        assertThat(desk.of(regency, null).accuracy().village()).isEqualTo(new CutoffOutcome(1, 1, 0, 0));
    }

    @Test
    void when_work_was_foretold_to_be_done_is_held_against_when_it_was() throws Exception {
        AreaCode regency = new AreaCode("5315");
        AreaCode village = new AreaCode("5315012001");
        Actor verifier = people.verifier(regency);
        history(regency, "weigh-goods", 22, 30);
        String done = work.due(work.open(village, null), Duration.ofDays(30));
        String waiting = work.due(work.open(village, null), Duration.ofDays(30));
        WorkItem item = items.find(done).orElseThrow();
        keep();
        assertThat(foretold(item)).isCloseTo(outlooks.of(item, time.now()).finish(), within(1, ChronoUnit.MINUTES));
        // Past the middle of the class, the database tells its end as the page does.
        String past = work.due(work.open(village, null), Duration.ofDays(30));
        jdbc.sql("update worklist.work_item set opened_at = opened_at - interval '155 hours' where task_id = ?")
                .param(past)
                .update();
        keep();
        WorkItem waited = items.find(past).orElseThrow();
        assertThat(foretold(waited))
                .isAfter(time.now().plus(Duration.ofHours(1)))
                .isCloseTo(outlooks.of(waited, time.now()).finish(), within(1, ChronoUnit.MINUTES));
        assertThat(desk.of(regency, null).accuracy().finish().n()).isZero();
        page(verifier, containsString("hari selesai yang diperkirakan belum ada yang tiba"));

        engine.complete(done);
        foretell(done, Duration.ofHours(1));
        foretell(waiting, Duration.ofHours(73));
        keep();

        assertThat(desk.of(regency, null).accuracy().finish()).isEqualTo(new FinishOutcome(2, 1, 1, 0));
        page(verifier, containsString("Separuh dari 2 perkiraan meleset kurang dari 1 hari."));
        assertThat(desk.wide(new AreaCode("53")).accuracy().finish().n()).isGreaterThanOrEqualTo(2);
    }

    private Instant foretold(WorkItem item) {
        return jdbc.sql("select finish from worklist.forecast where item_id = :item")
                .param("item", item.id())
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    /** Makes the forecast one whose moment passed so long ago. */
    private void foretell(String task, Duration ago) {
        jdbc.sql("update worklist.forecast set finish = :at where item_id = :item")
                .param("at", Timestamp.from(time.now().minus(ago)))
                .param("item", items.find(task).orElseThrow().id())
                .update();
    }
}
