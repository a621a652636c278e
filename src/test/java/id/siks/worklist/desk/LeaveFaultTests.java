package id.siks.worklist.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

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
