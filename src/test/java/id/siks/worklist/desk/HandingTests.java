package id.siks.worklist.desk;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.area.AreaCode;
import id.siks.casework.Timeline;
import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.worklist.list.WorklistScreen;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Work passes from hand to hand, and the engine's task with it. */
class HandingTests extends DeskTest {

    private static final AreaCode VILLAGE = new AreaCode("5207012001");
    private static final ZoneId ZONE = ZoneId.of("Asia/Makassar");

    @Autowired
    WorklistScreen screen;

    @Autowired
    TaskService engine;

    @Autowired
    Timeline timeline;

    @Autowired
    BusinessTime time;

    @Autowired
    JdbcTemplate jdbc;

    private Actor budi;
    private Actor siti;
    private String task;

    @BeforeEach
    void twoColleaguesAndOneTask() throws Exception {
        budi = people.operator(VILLAGE);
        siti = people.operator(VILLAGE);
        task = work.open(VILLAGE, null);
        send(budi, "claim").andExpect(redirectedUrl(page()));
    }

    @Test
    void work_is_given_to_a_colleague_who_is_told_and_the_engine_knows() throws Exception {
        send(budi, "give", "giveTo", siti.id(), "giveReason", "Saya ke kabupaten hari ini.")
                .andExpect(redirectedUrl("/worklist"));

        isWith(siti);
        home(siti).andExpect(content().string(containsString(budi.displayName() + " menyerahkan satu pekerjaan")));
        assertThat(timeline.of(items.find(task).orElseThrow().ref())).last().satisfies(last -> {
            assertThat(last.what()).isEqualTo("task-given");
            assertThat(last.note()).isEqualTo(siti.displayName() + ": Saya ke kabupaten hari ini.");
        });
        send(budi, "give", "giveTo", siti.id()).andExpect(status().isConflict());
    }

    @Test
    void each_way_to_pass_it_on_is_sent_for_itself() throws Exception {
        String shown = mvc.perform(get(page()).with(with(budi)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        List<String> keys = Pattern.compile("name=\"key\" value=\"([^\"]+)\"")
                .matcher(shown)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(keys).hasSizeGreaterThan(3).doesNotHaveDuplicates();
    }

    @Test
    void work_is_given_to_nobody_whose_duty_does_not_cover_it() throws Exception {
        Actor elsewhere = people.operator(new AreaCode("5207012002"));
        Actor otherRole = people.villageHead(VILLAGE);

        for (String to : new String[] {elsewhere.id(), otherRole.id(), budi.id(), "", "x"}) {
            send(budi, "give", "giveTo", to)
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("Pilih seorang rekan dari daftar.")));
        }
        send(budi, "give", "giveTo", siti.id(), "giveReason", "x".repeat(501))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Terlalu panjang: paling banyak 500 karakter.")));
        isWith(budi);
    }

    @Test
    void who_is_asked_for_help_gives_it_back_and_the_owner_completes() throws Exception {
        send(budi, "ask", "askTo", siti.id(), "askText", "Tolong timbang ulang.")
                .andExpect(redirectedUrl(page()));
        isWith(siti);
        assertThat(screen.tasks(budi, "mine")).doesNotContain(task);
        assertThat(screen.tasks(budi, "waiting")).containsExactly(task);
        assertThat(screen.count(budi, "waiting")).isEqualTo(1);
        assertThat(screen.tasks(siti, "waiting")).isEmpty();
        home(siti).andExpect(content().string(containsString(budi.displayName() + " minta bantuan Anda")));
        mvc.perform(get(page()).with(with(siti)))
                .andExpect(content().string(containsString("Tolong timbang ulang.")))
                .andExpect(content().string(containsString("Kembalikan kepada " + budi.displayName())))
                .andExpect(content().string(not(containsString("name=\"weight\""))));

        completes(siti, task).andExpect(status().isConflict());
        send(siti, "release").andExpect(status().isConflict());
        send(siti, "answer", "answer", "ya").andExpect(status().isUnprocessableEntity());
        send(siti, "answer", "answer", "Beratnya 20 kg.").andExpect(redirectedUrl("/worklist"));

        isWith(budi);
        assertThat(screen.tasks(budi, "waiting")).isEmpty();
        home(budi).andExpect(content().string(containsString(siti.displayName() + " mengembalikan pekerjaan")));
        mvc.perform(get(page()).with(with(budi))).andExpect(content().string(containsString("Beratnya 20 kg.")));
        completes(budi, task).andExpect(redirectedUrl("/worklist?done=" + task));
        assertThat(items.find(task).orElseThrow().doneBy()).isEqualTo(budi.accountId());
    }

    @Test
    void the_owner_gets_it_back_without_waiting_and_can_ask_again() throws Exception {
        send(budi, "ask", "askTo", siti.id(), "askText", "Tolong timbang ulang.")
                .andExpect(redirectedUrl(page()));
        send(budi, "take-over", "from", siti.id()).andExpect(redirectedUrl(page()));
        isWith(budi);
        send(siti, "answer", "answer", "Beratnya 20 kg.").andExpect(status().isConflict());
        send(budi, "ask", "askTo", siti.id(), "askText", "Sekali lagi.").andExpect(redirectedUrl(page()));
        isWith(siti);
        send(siti, "answer", "answer", "Beratnya 20 kg.").andExpect(redirectedUrl("/worklist"));
        completes(budi, task).andExpect(redirectedUrl("/worklist?done=" + task));
    }

    @Test
    void work_is_taken_over_from_the_one_the_page_showed_and_he_is_told() throws Exception {
        Actor third = people.operator(VILLAGE);
        mvc.perform(get(page()).with(with(siti)))
                .andExpect(content().string(containsString("Ya, ambil alih dari " + budi.displayName())));

        send(siti, "take-over", "from", third.id())
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString(budi.displayName())));
        send(siti, "take-over", "from", budi.id()).andExpect(redirectedUrl(page()));

        isWith(siti);
        home(budi).andExpect(content().string(containsString(siti.displayName() + " mengambil alih pekerjaan")));
        completes(budi, task).andExpect(status().isConflict());
    }

    @Test
    void what_is_put_off_is_hidden_until_its_day_and_wakes_by_itself() throws Exception {
        LocalDate tomorrow = time.today(ZONE).plusDays(1);
        send(budi, "put-off", "followUp", tomorrow.toString()).andExpect(redirectedUrl(page()));

        assertThat(listed(budi)).doesNotContain(task);
        assertThat(team(siti)).doesNotContain(task);
        mvc.perform(get("/worklist/postponed").with(with(budi)))
                .andExpect(content().string(containsString(task)));
        mvc.perform(get("/worklist").with(with(budi))).andExpect(content().string(containsString("Ditunda (1)")));

        time.moveTo(tomorrow.atStartOfDay(ZONE).toInstant().plus(Duration.ofSeconds(1)));
        assertThat(listed(budi)).contains(task);
        assertThat(team(siti)).contains(task);
        mvc.perform(get("/worklist/postponed").with(with(budi)))
                .andExpect(content().string(not(containsString(task))));
    }

    @Test
    void when_more_is_put_off_than_is_shown_the_page_says_so() throws Exception {
        send(budi, "put-off", "followUp", time.today(ZONE).plusDays(1).toString())
                .andExpect(redirectedUrl(page()));
        mvc.perform(get("/worklist/postponed").with(with(budi)))
                .andExpect(content().string(not(containsString("yang paling dulu muncul lagi"))));
        jdbc.update(
                """
                insert into worklist.work_item (task_id, task_key, process_key, case_ref, kind, role, area_code, team_area,
                  opened_at, due_at, assignee, state, follow_up_at, stage, subject)
                select task_id || '-' || n, task_key, process_key, case_ref, kind, role, area_code, team_area,
                  opened_at, due_at, assignee, state, follow_up_at, stage, subject
                from worklist.work_item, generate_series(1, 200) as n where task_id = ?""",
                task);
        try {
            mvc.perform(get("/worklist/postponed").with(with(budi)))
                    .andExpect(content()
                            .string(containsString("Ditampilkan 200 yang paling dulu muncul lagi, dari 201.")));
        } finally {
            jdbc.update("delete from worklist.work_item where task_id like ?", task + "-%");
        }
    }

    @Test
    void nothing_is_put_off_beyond_its_due_date_or_to_a_day_that_is_none() throws Exception {
        LocalDate due = LocalDate.ofInstant(items.find(task).orElseThrow().dueAt(), ZONE);

        send(budi, "put-off", "followUp", "2020-01-01")
                .andExpect(content()
                        .string(containsString("Pilih hari sesudah hari ini, paling lambat "
                                + DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.forLanguageTag("id"))
                                        .format(due))));
        for (String day : new String[] {due.plusDays(1).toString(), "2020-01-01", "besok", "2026-13-45"}) {
            send(budi, "put-off", "followUp", day).andExpect(status().isUnprocessableEntity());
        }
        send(siti, "put-off", "followUp", due.toString()).andExpect(status().isConflict());
        send(budi, "put-off", "followUp", due.toString()).andExpect(redirectedUrl(page()));
        send(budi, "put-off", "followUp", "")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Pilih tanggalnya.")));
        assertThat(listed(budi)).doesNotContain(task);
        send(budi, "put-off").andExpect(redirectedUrl(page()));
        assertThat(listed(budi)).contains(task);
    }

    @Test
    void what_is_wrong_with_passing_it_on_is_not_told_in_the_form_of_the_task() throws Exception {
        send(budi, "ask", "askTo", "", "askText", "Tolong lihat fotonya.")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("class=\"field-error\"")))
                .andExpect(content().string(not(containsString("perlu diperbaiki"))));
    }

    @Test
    void what_is_put_off_wakes_when_its_deadline_moves_before_that_day() throws Exception {
        work.due(task, Duration.ofDays(10));
        send(budi, "put-off", "followUp", time.today(ZONE).plusDays(9).toString())
                .andExpect(redirectedUrl(page()));

        work.due(task, Duration.ofDays(12));
        assertThat(listed(budi)).doesNotContain(task);
        work.due(task, Duration.ofDays(2));
        assertThat(listed(budi)).contains(task);
    }

    @Test
    void another_hand_ends_what_was_put_off() throws Exception {
        LocalDate tomorrow = time.today(ZONE).plusDays(1);
        send(budi, "put-off", "followUp", tomorrow.toString()).andExpect(redirectedUrl(page()));
        send(budi, "give", "giveTo", siti.id()).andExpect(redirectedUrl("/worklist"));

        assertThat(listed(siti)).contains(task);
    }

    @Test
    void the_same_request_twice_is_one_deed() throws Exception {
        MockHttpServletRequestBuilder give =
                post(page() + "/give").with(with(budi)).with(csrf()).param("giveTo", siti.id());
        give.param("key", UUID.randomUUID().toString());

        mvc.perform(give).andExpect(redirectedUrl("/worklist"));
        mvc.perform(give).andExpect(redirectedUrl("/worklist"));
        isWith(siti);
    }

    private List<String> listed(Actor actor) {
        return screen.tasks(actor, "mine");
    }

    private List<String> team(Actor actor) {
        return screen.tasks(actor, "team");
    }

    private void isWith(Actor actor) {
        assertThat(items.find(task).orElseThrow().assignee()).isEqualTo(actor.accountId());
        assertThat(engine.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isEqualTo(actor.id());
        assertThat(work.isInStep()).isTrue();
    }

    private ResultActions home(Actor actor) throws Exception {
        return mvc.perform(get("/").with(with(actor)));
    }

    private ResultActions send(Actor actor, String deed, String... params) throws Exception {
        return does(actor, task, deed, params);
    }

    private String page() {
        return "/worklist/tasks/" + task;
    }
}
