package id.siks.worklist.board;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.casework.TestCases;
import id.siks.identity.Actor;
import id.siks.identity.Role;
import id.siks.worklist.model.BoardSums;
import id.siks.worklist.model.MadeUpPace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A process is a picture with what waits at each step and how long work took there. */
class BoardPictureTests extends BoardTest {

    private static final Path WEIGHING = Path.of("src/test/resources/worklist/test-weighing.bpmn");
    private static final AreaCode PICTURED = new AreaCode("5306012001");

    @Autowired
    RepositoryService engine;

    @Autowired
    TestCases cases;

    @Test
    void a_process_is_a_picture_with_what_waits_at_each_step() throws Exception {
        Actor verifier = people.holding(Role.REGENCY_VERIFIER, PICTURED.at(AreaLevel.REGENCY));
        work.open(PICTURED, null);
        work.due(work.open(PICTURED, null), Duration.ofDays(-3).minusMinutes(1));
        mvc.perform(get("/worklist/board/processes")
                        .param("process", "test-weighing")
                        .with(with(verifier)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<svg")))
                .andExpect(content().string(containsString("aria-label=\"Timbang barang\"")))
                .andExpect(content().string(containsString(">2 terbuka, 1 terlambat</text>")));
        mvc.perform(get("/worklist/board/processes")
                        .param("process", "../etc")
                        .param("month", "2026-99")
                        .with(with(verifier)))
                .andExpect(status().isOk());
    }

    @Test
    void work_at_a_step_that_only_an_older_version_has_is_told_beside_the_picture() throws Exception {
        AreaCode village = new AreaCode("5306012002");
        Actor verifier = people.holding(Role.REGENCY_VERIFIER, village.at(AreaLevel.REGENCY));
        String model = Files.readString(WEIGHING);
        // A task that nobody else's diagram has.
        String older = deployed(model.replace("weigh-goods", "count-goods"));
        cases.open("test-weighing", village, "Keluarga Uji", null);
        String newer = deployed(model);
        try {
            assertThat(weighing(verifier, village, YearMonth.from(time.today(BoardSums.CLOCK))))
                    .contains("area=" + village + "&amp;task=count-goods\">1 terbuka pada langkah versi lama")
                    .contains(">langkah versi lama</span>");
        } finally {
            engine.deleteDeployment(newer, true);
            engine.deleteDeployment(older, true);
        }
    }

    private String deployed(String model) {
        return engine.createDeployment()
                .addString("test-weighing.bpmn", model)
                .deploy()
                .getId();
    }

    @Test
    void the_picture_tells_how_long_half_of_a_months_work_took_at_most_in_the_area_looked_at() throws Exception {
        AreaCode regency = new AreaCode("5318");
        AreaCode district = new AreaCode("531802");
        Actor verifier = people.holding(Role.REGENCY_VERIFIER, regency);
        YearMonth month = YearMonth.from(time.today(BoardSums.CLOCK));
        try {
            // Two of three took at most the nineteenth class, three days; the last one, months.
            MadeUpPace.add(jdbc, district, "weigh-goods", month, 10, 1);
            MadeUpPace.add(jdbc, district, "weigh-goods", month, 19, 1);
            MadeUpPace.add(jdbc, district, "weigh-goods", month, 35, 1);
            MadeUpPace.add(jdbc, district, "weigh-goods", month.minusMonths(1), 1, 5);
            MadeUpPace.add(jdbc, regency, "weigh-goods", month, 1, 7);

            assertThat(weighing(verifier, district, month)).contains("\">3</a></td>", ">3 hari</text>");
            assertThat(weighing(verifier, district, month.minusMonths(1)))
                    .contains("\">5</a></td>", ">kurang dari 1 jam</text>");
            assertThat(weighing(verifier, regency, month))
                    .contains("\">7</a></td>", ">kurang dari 1 jam</text>")
                    .contains("<option value=\"" + district + "\"")
                    .doesNotContain("<option value=\"\"", "<option value=\"53\"");
        } finally {
            work.settle();
        }
    }
}
