package id.siks.worklist.forecast;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.Outlook;
import id.siks.casework.TaskForm;
import id.siks.casework.Timeline;
import id.siks.finalization.PeriodView;
import id.siks.identity.Actor;
import id.siks.proposal.ProposalTestData;
import id.siks.worklist.model.WorkItem;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Forecasts in a regency of their own, from a history made up for it. */
class ForecastTests extends ForecastTest {

    private static final AreaCode VILLAGE = new AreaCode("5304042001");

    @Autowired
    List<TaskForm> handlers;

    @Autowired
    Timeline timeline;

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
        assertThat(outlooks.of(items.find(task).orElseThrow(), time.now()).late())
                .as("it is late, which is no likelihood")
                .isNull();
        mvc.perform(get("/casework/" + item.ref()).with(with(verifier)))
                .andExpect(content().string(not(containsString("kemungkinan terlambat"))));
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
    void of_too_few_comparable_ones_no_page_says_anything() throws Exception {
        AreaCode regency = new AreaCode("1106");
        AreaCode village = new AreaCode("1106012001");
        Actor verifier = people.verifier(regency);
        history(regency, "weigh-goods", 0, 30);
        history(regency, "weigh-goods", 40, Outlook.LEAST - 1);
        String task = work.open(village, null);
        work.due(task, Duration.ofDays(3));
        jdbc.sql("update worklist.work_item set opened_at = opened_at - interval '2 days' where task_id = ?")
                .param(task)
                .update();
        WorkItem item = items.find(task).orElseThrow();

        assertThat(desk.of(regency, null))
                .extracting(ForecastDesk.View::count, ForecastDesk.View::unknown)
                .containsExactly(0, 1);
        mvc.perform(get("/worklist/board/list").with(with(verifier)))
                .andExpect(content().string(not(containsString("perkiraan selesai"))));
        mvc.perform(get("/casework/" + item.ref()).with(with(verifier)))
                .andExpect(content().string(containsString("kurang dari 10 pekerjaan seperti ini")))
                .andExpect(content().string(not(containsString("separuhnya selesai sebelum hari itu"))));

        history(regency, "weigh-goods", 40, 1);
        assertThat(desk.of(regency, null))
                .extracting(ForecastDesk.View::count, ForecastDesk.View::unknown)
                .containsExactly(1, 0);
        mvc.perform(get("/worklist/board/list").with(with(verifier)))
                .andExpect(content().string(containsString("perkiraan selesai")));
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
}
