package id.siks.processadmin.run;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.area.Areas;
import id.siks.casework.CaseRef;
import id.siks.platform.engine.EngineVariables;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** An administrator looks at what runs and at one case, and stops a version; he meets nobody's name. */
class RunPagesTests extends RunTest {

    @Autowired
    Areas areas;

    @Autowired
    Versions versions;

    @Autowired
    Jobs jobs;

    @Test
    void processes_are_listed_with_versions_and_cases_and_a_case_is_found_by_its_number() throws Exception {
        read(releaser, "/processadmin/processes")
                .andExpect(says("Jembatan goyah"))
                .andExpect(says("Usulan pendaftaran baru"))
                .andExpect(says("Antrean pekerjaan mesin"));
        mvc.perform(get("/processadmin/processes")
                        .param("ref", " " + ref.value().toLowerCase() + " ")
                        .with(with(admin)))
                .andExpect(redirectedUrl("/processadmin/cases/" + ref));
        find("Budi Santoso").andExpect(says("Isi nomor perkara"));
        find("USL-1804-26-999999").andExpect(says("Tidak ada proses dengan nomor perkara itu."));
    }

    @Test
    void a_version_shows_how_many_cases_wait_at_each_step_and_which() throws Exception {
        CaseRef second = start();
        cross(second);
        String page = "/processadmin/processes/test-shaky/" + version();
        read(admin, page)
                .andExpect(says("2 perkara berjalan"))
                .andExpect(says("Lewati jembatan"))
                .andExpect(says("Timbang barang"));
        read(releaser, page + "?step=weigh-goods")
                .andExpect(says(second.value()))
                .andExpect(content().string(not(containsString(ref.value()))))
                .andExpect(content().string(not(containsString(SUBJECT))))
                .andExpect(content().string(not(containsString("name=\"reason\""))));
        assertThat(waiting("cross-bridge")).isEqualTo(1);
        assertThat(waiting("weigh-goods")).isEqualTo(1);
        for (String none : List.of("test-shaky/0", "test-shaky/x", "test-shaky/999999", "nothing/1")) {
            mvc.perform(get("/processadmin/processes/" + none).with(with(admin)))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void a_case_is_stepped_through_with_what_was_known_and_who_could_act() throws Exception {
        time.moveTo(time.now().plus(Duration.ofHours(5)));
        cross(ref);
        time.moveTo(time.now().plus(Duration.ofDays(3)));
        String page = "/processadmin/cases/" + ref;
        read(releaser, page)
                .andExpect(says("selama 3 hari"))
                .andExpect(says("Operator desa/kelurahan"))
                .andExpect(says("<span>Wilayah</span>"))
                .andExpect(says("<dd>" + areas.path(VILLAGE) + "</dd>"))
                .andExpect(content().string(not(containsString(SUBJECT))));
        read(admin, page + "?moment=1")
                .andExpect(says("Saat 1 dari"))
                .andExpect(says("Tiba di Tiba di jembatan"))
                .andExpect(content().string(not(containsString("Tiba di Timbang barang"))))
                .andExpect(content().string(not(containsString("Operator desa/kelurahan"))));
        read(admin, page + "?moment=99999").andExpect(says("sampai sekarang"));
        read(admin, page + "?moment=x").andExpect(says("sampai sekarang"));
        assertThat(jdbc.queryForObject(
                        "select count(*) from identity.access_log where subject = ? and account_id = ?",
                        Integer.class,
                        "casework:" + ref,
                        releaser.accountId()))
                .isEqualTo(1);
        for (String none : List.of("USL-1804-26-999999", "x", ref + "?instance=x")) {
            mvc.perform(get("/processadmin/cases/" + none).with(with(admin))).andExpect(status().isNotFound());
        }
    }

    @Test
    void a_value_that_was_overwritten_is_shown_as_it_was_then() throws Exception {
        time.moveTo(time.now().plus(Duration.ofHours(5)));
        cross(ref);
        time.moveTo(time.now().plus(Duration.ofDays(1)));
        runtime.setVariable(instance(), EngineVariables.KIND, "HEAVY");
        runtime.setVariable(instance(), EngineVariables.KIND, "HEAVY");
        time.moveTo(time.now().plus(Duration.ofDays(1)));
        String page = "/processadmin/cases/" + ref;

        read(admin, page)
                .andExpect(says("<dd>HEAVY</dd>"))
                .andExpect(content().string(not(containsString("<dd>TEST</dd>"))));
        read(admin, page + "?moment=1")
                .andExpect(says("<dd>TEST</dd>"))
                .andExpect(content().string(not(containsString("<dd>HEAVY</dd>"))));

        time.moveTo(time.now().plus(Duration.ofDays(1)));
        runtime.setVariable(instance(), EngineVariables.KIND, "LIGHT");
        time.moveTo(time.now().plus(Duration.ofDays(1)));
        tasks.complete(task().getId());
        read(admin, page + "?moment=1").andExpect(says("<dd>TEST</dd>"));
        read(admin, page)
                .andExpect(says("<dd>LIGHT</dd>"))
                .andExpect(content().string(not(containsString("<dd>HEAVY</dd>"))));
        assertThat(jdbc.queryForList(
                        """
                        select d.text_ from act_hi_detail d join act_hi_procinst h on h.id_ = d.proc_inst_id_
                        where h.business_key_ = ? order by d.time_""",
                        String.class,
                        ref.value()))
                .as("a row for each value that was really replaced")
                .containsExactly("TEST", "HEAVY");
    }

    @Test
    void the_last_moment_of_an_ended_case_is_its_end() throws Exception {
        cross(ref);
        tasks.complete(task().getId());
        read(admin, "/processadmin/cases/" + ref)
                .andExpect(says("Tidak di mana pun: proses ini sudah selesai."))
                .andExpect(says("Selesai di Selesai"))
                .andExpect(says("ketika selesai"));
    }

    @Test
    void of_a_very_long_case_the_present_is_shown_and_it_is_said_that_the_past_has_gaps() throws Exception {
        time.moveTo(time.now().plus(Duration.ofHours(5)));
        cross(ref);
        time.moveTo(time.now().plus(Duration.ofDays(3)));
        String page = "/processadmin/cases/" + ref;
        read(admin, page).andExpect(content().string(not(containsString("terlalu panjang"))));
        jdbc.update(
                """
                insert into act_hi_actinst (id_, proc_def_key_, proc_def_id_, root_proc_inst_id_, proc_inst_id_,
                  execution_id_, act_id_, act_name_, act_type_, start_time_, end_time_, act_inst_state_, sequence_counter_)
                select 'long-' || n, proc_def_key_, proc_def_id_, root_proc_inst_id_, proc_inst_id_, execution_id_,
                  act_id_, act_name_, act_type_, start_time_ + make_interval(secs => n),
                  start_time_ + make_interval(secs => n + 1), act_inst_state_, sequence_counter_
                from act_hi_actinst, generate_series(1, ?) n where proc_inst_id_ = ? and act_id_ = 'bridge-reached'""",
                CasePaths.MOST,
                instance());
        try {
            read(admin, page)
                    .andExpect(says("terlalu panjang"))
                    .andExpect(says("selama 3 hari"))
                    .andExpect(says("Operator desa/kelurahan"));
        } finally {
            jdbc.update("delete from act_hi_actinst where id_ like 'long-%'");
        }
    }

    @Test
    void a_version_is_stopped_with_a_reason_and_let_go_on() throws Exception {
        String page = "/processadmin/processes/test-shaky/" + version();
        send(page + "/suspend", "reason", "pendek")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(says("Tulis 10 sampai 300 huruf."));
        send(page + "/activate", "reason", "Sudah diperbaiki.").andExpect(status().isConflict());
        mvc.perform(post(page + "/suspend")
                        .param("reason", "Jembatan sedang diperbaiki.")
                        .param("cases", "true")
                        .with(with(admin))
                        .with(csrf()))
                .andExpect(redirectedUrl(page));
        try {
            // Which version is the latest is remembered for a second.
            Awaitility.await().untilAsserted(() -> assertThatThrownBy(this::start)
                    .isInstanceOf(SuspendedEntityInteractionException.class));
            assertThat(job(ref).isSuspended()).isTrue();
            read(releaser, page).andExpect(says("dihentikan")).andExpect(says("Jembatan sedang diperbaiki."));
            send(page + "/suspend", "reason", "Jembatan sedang diperbaiki.").andExpect(status().isConflict());
        } finally {
            send(page + "/activate", "reason", "Jembatan sudah diperbaiki.").andExpect(redirectedUrl(page));
            Awaitility.await().ignoreExceptions().until(() -> start() != null);
        }
        assertThat(job(ref).isSuspended()).isFalse();
        read(releaser, page).andExpect(says("Dijalankan lagi")).andExpect(says(admin.displayName()));
    }

    @Test
    void the_queue_tells_what_is_due_and_what_lies_ahead() {
        Queue before = jobs.depth();
        CaseRef now = start();
        CaseRef later = start();
        management.setJobDuedate(job(later).getId(), Date.from(time.now().plus(Duration.ofDays(2))));
        Queue then = jobs.depth();
        assertThat(then.due() - before.due()).isEqualTo(1);
        assertThat(then.future() - before.future()).isEqualTo(1);
        jdbc.update("update act_ru_job set duedate_ = null where id_ = ?", job(now).getId());
        assertThat(jobs.depth().due()).as("also one nobody gave a date").isEqualTo(then.due());
        failed(now);
        Queue afterwards = jobs.depth();
        assertThat(afterwards.failed() - before.failed()).isEqualTo(1);
        assertThat(afterwards.due()).isEqualTo(before.due());
    }

    private String instance() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(ref.value())
                .singleResult()
                .getId();
    }

    private ResultActions find(String text) throws Exception {
        return mvc.perform(get("/processadmin/processes").param("ref", text).with(with(admin)))
                .andExpect(status().isUnprocessableEntity());
    }

    private long waiting(String step) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("test-shaky")
                .latestVersion()
                .singleResult()
                .getId();
        return versions.waiting(definition).getOrDefault(step, 0L);
    }
}
