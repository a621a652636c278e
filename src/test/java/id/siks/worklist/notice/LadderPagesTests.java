package id.siks.worklist.notice;

import static id.siks.identity.TestActors.with;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.LadderWatch;
import id.siks.casework.WatchedWork;
import id.siks.identity.Actor;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import id.siks.worklist.model.WorklistTest;
import id.siks.worklist.oversight.Oversight;
import java.time.Instant;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who was told that work is late, on the first page of those who were, on the case, the task and the supervisor's list. */
class LadderPagesTests extends WorklistTest {

    private static final AreaCode REGENCY = new AreaCode("1802");
    private static final AreaCode VILLAGE = new AreaCode("1802012001");

    @Autowired
    WatchedWork goods;

    @Autowired
    LadderWatch watch;

    @Autowired
    Oversight oversight;

    @Autowired
    TaskService engine;

    @Autowired
    BusinessTime time;

    @Autowired
    JdbcTemplate db;

    private Actor operator;
    private Actor verifier;
    private CaseRef ref;

    @BeforeEach
    void somethingIsLate() {
        time.moveTo(Instant.parse("2026-11-02T03:00:00Z"));
        operator = people.operator(VILLAGE);
        verifier = people.verifier(REGENCY);
        ref = goods.open(Role.VILLAGE_OPERATOR, VILLAGE);
        watch.next(ref);
        watch.next(ref);
    }

    @Test
    void whoever_is_told_reads_what_is_late_and_until_when_it_was_due() throws Exception {
        mvc.perform(get("/").with(with(operator)))
                .andExpect(content().string(containsString("Ingat, tenggatnya 5 November 2026 16.00 WIB")))
                .andExpect(content().string(containsString("/worklist/tasks/" + task())));
        mvc.perform(get("/").with(with(verifier)))
                .andExpect(content().string(containsString("/casework/" + ref)))
                .andExpect(
                        content()
                                .string(
                                        containsString(
                                                "Belum selesai, tenggatnya 5 November 2026 16.00 WIB. Anda diberi tahu sebagai penyelia.")));
    }

    @Test
    void the_case_shows_who_was_told_who_has_seen_it_and_that_nothing_is_done() throws Exception {
        mvc.perform(get("/casework/" + ref).with(with(verifier)))
                .andExpect(content().string(containsString("Tangga eskalasi")))
                .andExpect(content().string(containsString(verifier.displayName())))
                .andExpect(content().string(containsString("belum dilihat")))
                // Why somebody gets no mail is said to him alone.
                .andExpect(content().string(not(containsString("Tanpa surel: waktu itu Anda"))))
                .andExpect(content().string(containsString("Belum ada tindakan")))
                .andExpect(content().string(containsString("Penyelia diberi tahu: belum selesai")))
                .andExpect(content().string(not(containsString("dilihat 6 Nov"))));

        String home = mvc.perform(get("/").with(with(verifier)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        mvc.perform(post("/worklist/notices/put-away")
                        .with(with(verifier))
                        .with(csrf())
                        .param("those", home.replaceAll("(?s).*name=\"those\" value=\"([\\d,]+)\".*", "$1")))
                .andExpect(status().is3xxRedirection());

        mvc.perform(get("/casework/" + ref).with(with(verifier)))
                .andExpect(content().string(containsString("dilihat 6 Nov")));
    }

    @Test
    void the_task_shows_its_own_ladder_and_taking_it_answers_it() throws Exception {
        mvc.perform(post("/worklist/tasks/" + task() + "/claim")
                        .with(with(operator))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());

        mvc.perform(get("/worklist/tasks/" + task()).with(with(operator)))
                .andExpect(content().string(containsString("Tangga eskalasi")))
                .andExpect(content().string(containsString("Diambil petugas 6 Nov")));
    }

    @Test
    void what_a_supervisor_does_answers_it_until_it_is_done() throws Exception {
        oversight.remind(task(), verifier);
        mvc.perform(get("/casework/" + ref).with(with(verifier)))
                .andExpect(content().string(containsString("Diingatkan penyelia 6 Nov")))
                .andExpect(content().string(not(containsString("Belum ada tindakan"))));

        watch.next(ref);
        oversight.note(task(), "Besok saya telepon desa.", verifier);
        mvc.perform(get("/casework/" + ref).with(with(verifier)))
                .andExpect(content().string(containsString("Diingatkan penyelia 6 Nov")))
                .andExpect(content().string(containsString("Diberi catatan penyelia 10 Nov")));

        engine.complete(task());
        mvc.perform(get("/casework/" + ref).with(with(verifier)))
                .andExpect(content().string(containsString("Dikerjakan 10 Nov")))
                .andExpect(content().string(not(containsString("penyelia 6 Nov"))));
    }

    @Test
    void in_a_case_of_many_tasks_each_shows_its_own_ladder_and_the_case_how_often_each_rung_was_told()
            throws Exception {
        manyOthersAreTold(90);

        mvc.perform(get("/worklist/tasks/" + task()).with(with(operator)))
                .andExpect(content().string(containsString("Tangga eskalasi")))
                .andExpect(content().string(containsString(operator.displayName() + ", sebagai Operator")))
                .andExpect(content().string(containsString(verifier.displayName() + ", sebagai Verifikator")));
        mvc.perform(get("/casework/" + ref).with(with(verifier)))
                .andExpect(content().string(containsString("91 kali diberitahukan; pada 30 di antaranya")))
                .andExpect(content().string(containsString("30 kali tidak ada yang dapat diberi tahu")))
                .andExpect(content().string(containsString("1 kali diberitahukan; pada 0 di antaranya")))
                .andExpect(content().string(not(containsString("belum dilihat"))));
    }

    /** As in a period, whose villages have a task each. A third is done, of a third nobody could be told. */
    private void manyOthersAreTold(int others) {
        db.update(
                """
                insert into casework.task_rung (task_id, task_key, case_ref, area_code, role, rung, task_due_at, due_at,
                  reached_at, told_role, told, acted, acted_at)
                select task_id || n, task_key, case_ref, area_code, role, rung, task_due_at, due_at, reached_at, told_role,
                  case when n % 3 = 1 then '{}' else told end, case when n % 3 = 0 then 'DONE' end,
                  case when n % 3 = 0 then reached_at end
                from casework.task_rung, generate_series(1, ?) n where case_ref = ? and rung = 'REMINDER'""",
                others, ref.value());
    }

    @Test
    void the_supervisors_list_says_how_far_up_it_has_gone() throws Exception {
        mvc.perform(get("/worklist/board/list").param("area", VILLAGE.value()).with(with(verifier)))
                .andExpect(content().string(containsString("naik ke penyelia")));
    }

    private String task() {
        return db.queryForObject(
                "select task_id from worklist.work_item where case_ref = ? and state = 'OPEN'",
                String.class,
                ref.value());
    }
}
