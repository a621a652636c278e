package id.siks.worklist.forecast;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.worklist.forecast.Forecasts.Outcome;
import id.siks.worklist.model.WorklistTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forecasts in a regency of their own, from a history made up for it. */
class ForecastTests extends WorklistTest {

    private static final AreaCode REGENCY = new AreaCode("5304");
    private static final AreaCode VILLAGE = new AreaCode("5304042001");

    @Autowired
    TaskService engine;

    @Autowired
    ForecastDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Test
    void three_of_four_comparable_ones_took_longer_than_this_has_time() throws Exception {
        Actor verifier = people.verifier(REGENCY);
        // Ten were done within the hour, thirty took about six days; this one has three.
        history(1, 10);
        history(22, 30);
        String task = work.open(VILLAGE, null);
        work.due(task, Duration.ofDays(3));

        ForecastDesk.View view = desk.of(REGENCY, 50);
        assertThat(view.count()).isEqualTo(1);
        assertThat(view.risky()).singleElement().satisfies(risk -> {
            assertThat(risk.item().taskId()).isEqualTo(task);
            assertThat(risk.risk()).isEqualTo(75);
            // Half of forty took at least 1.25^22 - 1 hours, five and a half days.
            assertThat(Duration.between(risk.item().openedAt(), risk.finish()))
                    .isBetween(Duration.ofHours(134), Duration.ofHours(168));
        });
        mvc.perform(get("/worklist/board/forecast").with(with(verifier)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("75 % kemungkinan terlambat")));

        desk.keep();
        assertThat(desk.of(REGENCY, 50).outcomes()).isEmpty();
        work.due(task, Duration.ofDays(-1));
        desk.keep();
        assertThat(desk.of(REGENCY, 50).outcomes()).containsExactly(new Outcome(75, 1, 1));
        assertThat(desk.of(REGENCY, 50).risky()).isEmpty();
    }

    @Test
    void nobody_looks_ahead_elsewhere_or_over_a_whole_province() throws Exception {
        mvc.perform(get("/worklist/board/forecast").param("area", "5305").with(with(people.verifier(REGENCY))))
                .andExpect(status().isNotFound());
        mvc.perform(get("/worklist/board/forecast").with(with(people.provinceOfficer(new AreaCode("53")))))
                .andExpect(status().isNotFound());
    }

    private void history(int took, int n) {
        jdbc.sql(
                        """
                        insert into worklist.work_pace (digits, area_code, task_key, month, took, late, n)
                        values (4, :area, 'weigh-goods', :month, :took, false, :n)""")
                .param("area", REGENCY.value())
                .param("month", LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1))
                .param("took", took)
                .param("n", n)
                .update();
    }
}
