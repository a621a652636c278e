package id.siks.worklist.forecast;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.casework.CaseFigures;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.Outlook;
import id.siks.casework.TaskForm;
import id.siks.casework.Timeline;
import id.siks.fieldcheck.FieldCheckTestData;
import id.siks.finalization.PeriodView;
import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.EngineJobs;
import id.siks.proposal.ProposalTestData;
import id.siks.worklist.model.MadeUpPace;
import id.siks.worklist.model.WorkItem;
import id.siks.worklist.model.WorklistTest;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forecasts in a regency of their own, from a history made up for it. */
class ForecastTests extends WorklistTest {

    private static final AreaCode REGENCY = new AreaCode("5304");
    private static final AreaCode VILLAGE = new AreaCode("5304042001");

    @Autowired
    ForecastDesk desk;

    @Autowired
    Outlooks outlooks;

    @Autowired
    OldForecasts old;

    @Autowired
    EngineJobs jobs;

    @Autowired
    TaskService engine;

    @Autowired
    OpenCaseForecasts cases;

    @Autowired
    Histories histories;

    @Autowired
    List<TaskForm> handlers;

    @Autowired
    ProposalTestData data;

    @Autowired
    FieldCheckTestData visits;

    @Autowired
    Timeline timeline;

    @Autowired
    BusinessTime time;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void asItWas() {
        work.settle();
        histories.forget();
    }

    @Test
    void three_of_four_comparable_ones_took_longer_than_this_has_time() throws Exception {
        Actor verifier = people.verifier(REGENCY);
        // Ten were done within the hour, thirty took about six days; this one has three.
        history(1, 10);
        history(22, 30);
        String task = work.open(VILLAGE, null);
        work.due(task, Duration.ofDays(3));

        ForecastDesk.View view = desk.of(REGENCY, null);
        assertThat(view.count()).isEqualTo(1);
        assertThat(view.unknown()).isZero();
        assertThat(view.risky().items()).singleElement().satisfies(risk -> {
            assertThat(risk.item().taskId()).isEqualTo(task);
            assertThat(risk.risk()).isEqualTo(75);
        });
        WorkItem item = items.find(task).orElseThrow();
        Outlook outlook = outlooks.of(item, time.now());
        assertThat(outlook.late()).isEqualTo(75);
        assertThat(outlook.cutoff()).isNull();
        // Half of forty took at least 1.25^22 - 1 hours, five and a half days.
        assertThat(Duration.between(item.openedAt(), outlook.finish()))
                .isBetween(Duration.ofHours(134), Duration.ofHours(168));
        mvc.perform(get("/worklist/board/forecast").with(with(verifier)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("risiko terlambat 75 %")));
        mvc.perform(get("/worklist/board/list").with(with(verifier)))
                .andExpect(content().string(containsString("risiko terlambat 75 %")));
        mvc.perform(get("/casework/" + item.ref()).with(with(verifier)))
                .andExpect(content().string(containsString("75 % kemungkinan terlambat")))
                .andExpect(content().string(containsString("separuhnya selesai sebelum hari itu")));
        for (String page : List.of("/", "/worklist")) {
            mvc.perform(get(page).with(with(people.operator(VILLAGE))))
                    .andExpect(content().string(containsString("risiko terlambat 75 %")));
        }

        desk.keep();
        ForecastDesk.Wide province = desk.wide(new AreaCode("53"));
        assertThat(province.parts())
                .filteredOn(part -> part.area().equals(REGENCY))
                .extracting(ForecastDesk.Part::risky, ForecastDesk.Part::missing)
                .containsExactly(tuple(1, 0));
        assertThat(desk.wide(null).parts())
                .filteredOn(part -> part.area().value().equals("53"))
                .extracting(ForecastDesk.Part::risky)
                .containsExactly(province.risky());
        mvc.perform(get("/worklist/board/forecast").with(with(people.provinceOfficer(new AreaCode("53")))))
                .andExpect(content().string(containsString("/worklist/board/forecast?area=" + REGENCY)));
        mvc.perform(get("/worklist/board/forecast").with(with(people.ministryOfficer())))
                .andExpect(content().string(containsString("/worklist/board/forecast?area=53\"")));
        assertThat(desk.of(REGENCY, null).accuracy().risks()).isEmpty();
        work.due(task, Duration.ofDays(-1));
        desk.keep();
        assertThat(desk.of(REGENCY, null).accuracy().risks()).containsExactly(new Outcome(75, 1, 1));
        assertThat(desk.of(REGENCY, null).risky().items()).isEmpty();
        assertThat(desk.wide(new AreaCode("53")).accuracy().risks()).contains(new Outcome(75, 1, 1));
        assertThat(desk.wide(new AreaCode("53")).parts())
                .noneMatch(part -> part.area().equals(REGENCY));
    }

    @Test
    void cases_whose_steps_take_longer_than_the_village_has_time_will_miss_its_cutoff() throws Exception {
        ProposalTestData.Place here = data.in("5317012001");
        AreaCode regency = here.village.at(AreaLevel.REGENCY);
        PeriodView period = here.period();
        // The civil registry has not answered about the last of them.
        List<CaseRef> waiting = List.of(here.ready(), here.ready(), here.submitted(here.family()));
        // Nobody records meetings there in less than two years.
        history(regency, "record-meeting", 44, 30);

        assertThat(desk.of(regency, null).missing()).singleElement().satisfies(missing -> {
            assertThat(missing.village()).isEqualTo(here.village);
            assertThat(missing.n()).isEqualTo(3);
            assertThat(missing.cutoff()).isEqualTo(period.villageCutoffAt());
        });
        mvc.perform(get("/worklist/board/forecast").with(with(here.verifier)))
                .andExpect(content().string(containsString("3 usulan Makata Keri akan lewat batas")))
                .andExpect(content().string(containsString("/worklist/board/forecast?area=5317012001#missing")));
        for (CaseRef ref : waiting) {
            mvc.perform(get("/worklist/board/forecast")
                            .param("area", here.village.value())
                            .with(with(here.verifier)))
                    .andExpect(content().string(containsString("/casework/" + ref + "\"")));
        }
        desk.keep();
        assertThat(desk.wide(new AreaCode("53")).parts())
                .filteredOn(part -> part.area().equals(regency))
                .extracting(ForecastDesk.Part::missing)
                .containsExactly(3);

        history(regency, "record-meeting", 0, 100);
        assertThat(desk.of(regency, null).missing()).isEmpty();
    }

    /** Requirement 16: page by page, whatever is asked. */
    @Test
    void all_that_is_likely_to_be_late_can_be_listed() throws Exception {
        AreaCode regency = new AreaCode("5319");
        Actor verifier = people.verifier(regency);
        history(regency, "weigh-goods", 40, 30);
        for (int n = 0; n < 51; n++) {
            work.due(work.open(new AreaCode("5319011021"), null), Duration.ofDays(1));
        }

        String first = mvc.perform(
                        get("/worklist/board/forecast").param("shown", "1000").with(with(verifier)))
                .andExpect(content().string(containsString("51 pekerjaan lebih mungkin terlambat")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(first.split("risiko terlambat 100 %", -1)).hasSize(51);
        String next = desk.of(regency, null).risky().next();
        assertThat(first).contains("/worklist/board/forecast?area=5319&amp;after=" + next + "#risky");
        String second = mvc.perform(
                        get("/worklist/board/forecast").param("after", next).with(with(verifier)))
                .andExpect(content().string(not(containsString("after="))))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(second.split("risiko terlambat 100 %", -1)).hasSize(2);
    }

    @Test
    void work_that_waited_longer_than_anything_before_is_said_to_be_unknown() throws Exception {
        AreaCode regency = new AreaCode("5316");
        String task = work.open(new AreaCode("5316011003"), null);
        work.due(task, Duration.ofDays(3));
        jdbc.sql("update worklist.work_item set opened_at = opened_at - interval '30 years' where task_id = ?")
                .param(task)
                .update();

        assertThat(desk.of(regency, null))
                .extracting(ForecastDesk.View::count, ForecastDesk.View::unknown)
                .containsExactly(0, 1);
        mvc.perform(get("/worklist/board/forecast").with(with(people.verifier(regency))))
                .andExpect(content().string(containsString("1 pekerjaan lain belum dapat diperkirakan")));

        jdbc.sql("delete from worklist.forecast_sum").update();
        desk.keep();
        assertThat(desk.wide(new AreaCode("53")).madeAt())
                .as("a forecast without any risk was made")
                .isNotNull();
        assertThat(desk.wide(new AreaCode("53")).parts())
                .noneMatch(part -> part.area().equals(regency));
    }

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

    private void keep() {
        desk.keep();
        histories.forget();
    }

    private void page(Actor actor, Matcher<String> words) throws Exception {
        mvc.perform(get("/worklist/board/forecast").with(with(actor)))
                .andExpect(status().isOk())
                .andExpect(content().string(words));
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

    @Test
    void nobody_looks_ahead_elsewhere() throws Exception {
        mvc.perform(get("/worklist/board/forecast").param("area", "5305").with(with(people.verifier(REGENCY))))
                .andExpect(status().isNotFound());
        mvc.perform(get("/worklist/board/forecast")
                        .param("area", "52")
                        .with(with(people.provinceOfficer(new AreaCode("53")))))
                .andExpect(status().isNotFound());
    }

    @Test
    void the_steps_that_are_foretold_are_tasks_of_the_house() {
        assertThat(handlers.stream().map(TaskForm::task))
                .containsAll(Stream.of(Road.values())
                        .flatMap(road -> road.steps().stream())
                        .toList());
    }

    @Test
    void every_case_that_rolls_over_at_the_villages_cutoff_is_foretold() {
        assertThat(Road.VILLAGE.statuses()).isEqualTo(CaseStatus.BEFORE_THE_LIST);
    }

    @Test
    void a_case_is_foretold_by_its_work_and_where_it_waits_by_its_status() throws Exception {
        ProposalTestData.Place here = data.in("5314012005");
        CaseRef ready = here.ready();
        PeriodView period = here.period();

        // Nothing was done there yet: what is not known is not held against anybody.
        Outlook waiting = cases.of(timeline.summary(ready)).orElseThrow();
        assertThat(waiting.cutoff()).isEqualTo(period.villageCutoffAt());
        CaseRef visited = here.visited();
        assertThat(cases.of(timeline.summary(visited)).orElseThrow().cutoff()).isEqualTo(period.regencyCutoffAt());
        mvc.perform(get("/casework/" + visited).with(with(here.verifier)))
                .andExpect(content().string(containsString("Batas periode")));
        mvc.perform(get("/casework/" + period.ref()).with(with(here.verifier))).andExpect(status().isOk());
    }

    private void history(int took, int n) {
        history(REGENCY, "weigh-goods", took, n);
    }

    private void history(AreaCode regency, String task, int took, int n) {
        MadeUpPace.add(jdbc, regency, task, YearMonth.now(ZoneOffset.UTC), took, n);
        histories.forget();
    }
}
