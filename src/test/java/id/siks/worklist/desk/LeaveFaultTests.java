package id.siks.worklist.desk;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.casework.CaseRef;
import id.siks.identity.Accounts;
import id.siks.identity.Actor;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leaves in the midst of stopped cases, lent work, lost duties and closed accounts: no work stays in the wrong hands. */
class LeaveFaultTests extends LeaveTest {

    @Autowired
    Accounts accounts;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    private Actor third;

    @BeforeEach
    void oneMore() {
        third = people.operator(VILLAGE);
    }

    @AfterEach
    void everythingAgrees() {
        assertThat(work.isInStep()).isTrue();
    }

    @Test
    void a_leave_without_deputy_and_days_is_refused_at_every_field() throws Exception {
        String page = enter(budi, "", "", "", "")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Pilih rekan yang penugasannya sama")))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page.split("<p class=\"field-error\">Pilih tanggalnya"))
                .as("both days")
                .hasSize(3);
    }

    @Test
    void the_work_of_a_stopped_case_goes_with_its_person_and_stays_stopped() throws Exception {
        String task = claimed(budi);
        String instance = stop(task);
        try {
            leave(budi, siti.id(), today, today.plusDays(1)).andExpect(redirectedUrl(PAGE));
            isWith(siti, task);
            sweepOn(today.plusDays(2));
            isWith(budi, task);
            accounts.end(budi.accountId(), budi.own().get(0));
            isWithNobody(task);
            send(siti, "/worklist/tasks/" + task + "/claim").andExpect(status().isConflict());
        } finally {
            runtime.activateProcessInstanceById(instance);
        }
        send(siti, "/worklist/tasks/" + task + "/claim").andExpect(redirectedUrl("/worklist/tasks/" + task));
    }

    @Test
    void an_account_with_stopped_and_lent_work_is_closed() throws Exception {
        String own = claimed(siti);
        String lent = claimed(budi);
        ask(budi, lent, siti);
        List<String> instances = List.of(stop(own), stop(lent));
        try {
            accounts.disable(siti.accountId());
            isWithNobody(own);
            isWithNobody(lent);
        } finally {
            instances.forEach(runtime::activateProcessInstanceById);
        }
        send(budi, "/worklist/tasks/" + lent + "/claim").andExpect(status().is3xxRedirection());
        isWith(budi, lent);
    }

    @Test
    void a_leave_that_fails_keeps_no_other_from_beginning_and_is_tried_again() throws Exception {
        Actor fourth = people.operator(VILLAGE);
        String stuck = claimed(budi);
        String free = claimed(third);
        LocalDate day = today.plusDays(1);
        leave(budi, siti.id(), day, day).andExpect(redirectedUrl(PAGE));
        leave(third, fourth.id(), day, day).andExpect(redirectedUrl(PAGE));
        change("role = 'NOBODY'", stuck);
        try {
            sweepOn(day);
            isWith(fourth, free);
        } finally {
            change("role = 'VILLAGE_OPERATOR'", stuck);
        }
        isWith(budi, stuck);

        sweep.run();
        isWith(siti, stuck);
    }

    @Test
    void work_the_engine_does_not_know_holds_nobody_up() throws Exception {
        String strange = claimed(budi);
        String task = claimed(budi);
        change("task_id = task_id || 'x'", strange);
        try {
            leave(budi, siti.id(), today, today).andExpect(redirectedUrl(PAGE));
            isWith(siti, task);
            assertThat(told(siti, "STANDS_IN")).containsExactly(1);
            accounts.disable(budi.accountId());
        } finally {
            jdbc.sql("update worklist.work_item set task_id = :task where task_id = :task || 'x'")
                    .param("task", strange)
                    .update();
        }
        work.drop(strange);
    }

    @Test
    void what_the_absent_had_lent_returns_to_him_though_his_deputy_got_the_answer() throws Exception {
        String task = claimed(budi);
        ask(budi, task, third);
        leave(budi, siti.id(), today, today).andExpect(redirectedUrl(PAGE));
        isWith(third, task);

        answer(third, task);

        isWith(siti, task);
        mvc.perform(get("/worklist/tasks/" + task).with(with(siti)))
                .andExpect(content().string(containsString("sebagai Plt. " + budi.displayName())));
        sweepOn(today.plusDays(1));
        isWith(budi, task);
        assertThat(told(budi, "HANDED_BACK")).containsExactly(1);
    }

    @Test
    void what_the_deputy_lent_and_got_back_returns_to_the_absent() throws Exception {
        String task = claimed(budi);
        leave(budi, siti.id(), today, today).andExpect(redirectedUrl(PAGE));
        ask(siti, task, third);
        answer(third, task);
        isWith(siti, task);

        sweepOn(today.plusDays(1));

        isWith(budi, task);
    }

    @Test
    void what_the_deputy_has_still_lent_when_the_leave_ends_is_answered_to_the_absent() throws Exception {
        Actor elsewhere = people.operator(OTHER);
        Actor fourth = people.operator(VILLAGE);
        String task = claimed(budi);
        leave(budi, siti.id(), today, today).andExpect(redirectedUrl(PAGE));
        ask(siti, task, third);
        leave(third, fourth.id(), today, today.plusDays(1)).andExpect(redirectedUrl(PAGE));
        isWith(fourth, task);
        Actor away = people.operator(VILLAGE);
        sweep.away(away, elsewhere);
        String taken = work.open(VILLAGE, null);
        send(elsewhere, "/worklist/tasks/" + taken + "/claim").andExpect(status().is3xxRedirection());
        ask(elsewhere, taken, fourth);

        sweepOn(today.plusDays(1));
        isWith(fourth, task);
        answer(fourth, task);
        answer(fourth, taken);

        isWith(budi, task);
        isWith(away, taken);
        sweepOn(today.plusDays(2));
        isWith(budi, task);
    }

    @Test
    void what_the_deputy_has_still_lent_is_the_teams_when_the_absent_lost_the_duty_meanwhile() throws Exception {
        String task = lentByTheDeputy();
        accounts.end(budi.accountId(), budi.own().get(0));

        isLeftToTheTeam(task);
    }

    @Test
    void what_the_deputy_has_still_lent_is_the_teams_when_the_account_of_the_absent_was_closed_meanwhile()
            throws Exception {
        String task = lentByTheDeputy();
        String instance = stop(task);
        try {
            accounts.disable(budi.accountId());
            sweepOn(today.plusDays(1));
        } finally {
            runtime.activateProcessInstanceById(instance);
        }

        isLeftToTheTeam(task);
    }

    private String lentByTheDeputy() throws Exception {
        String task = claimed(budi);
        leave(budi, siti.id(), today, today).andExpect(redirectedUrl(PAGE));
        ask(siti, task, third);
        return task;
    }

    private void isLeftToTheTeam(String task) throws Exception {
        sweepOn(today.plusDays(1));

        isWithNobody(task);
        assertThat(told(third, "LEFT_TO_TEAM")).hasSize(1);
        mvc.perform(get("/").with(with(third)))
                .andExpect(content().string(containsString(budi.displayName() + " tidak lagi memegang penugasannya")));
        CaseRef ref = items.find(task).orElseThrow().ref();
        mvc.perform(get("/casework/" + ref).with(with(siti)))
                .andExpect(content().string(containsString("Tugas kembali kepada tim")));
        send(third, "/worklist/tasks/" + task + "/claim").andExpect(status().is3xxRedirection());
        isWith(third, task);
    }

    @Test
    void a_deputy_whose_account_is_closed_keeps_no_work() throws Exception {
        Actor dutiless = people.holding(List.of());
        Actor elsewhere = people.operator(OTHER);
        String one = claimed(budi);
        String other = claimed(third);
        sweep.away(budi, elsewhere);
        sweep.away(third, dutiless);
        isWith(elsewhere, one);
        isWith(dutiless, other);

        accounts.disable(elsewhere.accountId());
        accounts.disable(dutiless.accountId());

        isWithNobody(one);
        isWithNobody(other);
    }

    @Test
    void a_deputy_keeps_no_work_of_a_duty_the_absent_lost() throws Exception {
        Actor elsewhere = people.operator(OTHER);
        String task = claimed(budi);
        sweep.away(budi, elsewhere);
        isWith(elsewhere, task);

        accounts.end(budi.accountId(), budi.own().get(0));

        isWithNobody(task);
    }

    @Test
    void a_leave_whose_deputy_is_closed_by_then_leaves_the_work_to_the_team_and_tells_nobody() throws Exception {
        String task = claimed(budi);
        LocalDate day = today.plusDays(1);
        leave(budi, siti.id(), day, day).andExpect(redirectedUrl(PAGE));
        accounts.disable(siti.accountId());

        sweepOn(day);

        isWithNobody(task);
        assertThat(told(siti, "STANDS_IN")).isEmpty();
    }

    @Test
    void nobody_is_told_of_work_back_with_him_that_went_to_the_team() throws Exception {
        String task = claimed(budi);
        leave(budi, siti.id(), today, today).andExpect(redirectedUrl(PAGE));
        accounts.end(budi.accountId(), budi.own().get(0));
        isWith(siti, task);

        sweepOn(today.plusDays(1));

        isWithNobody(task);
        assertThat(told(budi, "HANDED_BACK")).containsExactly(0);
    }

    private String stop(String task) {
        String instance = engine.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
        runtime.suspendProcessInstanceById(instance);
        return instance;
    }

    private void sweepOn(LocalDate day) {
        time.moveTo(day.atStartOfDay(ZONE).toInstant());
        sweep.run();
    }

    private void ask(Actor actor, String task, Actor colleague) throws Exception {
        mvc.perform(request(actor, "/worklist/tasks/" + task + "/ask")
                        .param("askTo", colleague.id())
                        .param("askText", "Tolong timbang ulang."))
                .andExpect(status().is3xxRedirection());
        isWith(colleague, task);
    }

    private void answer(Actor actor, String task) throws Exception {
        mvc.perform(request(actor, "/worklist/tasks/" + task + "/answer").param("answer", "Beratnya 20 kg."))
                .andExpect(redirectedUrl("/worklist"));
    }

    private void isWithNobody(String task) {
        assertThat(items.find(task).orElseThrow().assignee()).isNull();
        assertThat(engine.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
    }

    private List<Integer> told(Actor actor, String what) {
        return jdbc.sql("select items from worklist.notice where account_id = :account and what = :what")
                .param("account", actor.accountId())
                .param("what", what)
                .query(Integer.class)
                .list();
    }

    private void change(String what, String task) {
        jdbc.sql("update worklist.work_item set " + what + " where task_id = :task")
                .param("task", task)
                .update();
    }
}
