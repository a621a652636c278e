package id.siks.processadmin.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.casework.CaseRef;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.test.web.servlet.ResultActions;

/** Branches that are new in the target are begun or keep the case; branches that are gone keep it. */
class MigrationBranchTests extends MigrationTest {

    @Test
    void a_new_branch_would_never_be_done_and_a_lost_one_twice() throws Exception {
        release(MovingCases.BARE);
        CaseRef straight = open();
        cases.version(key, branching());
        CaseRef branched = open();
        send(WEIGHING, "check", "")
                .andExpect(says("0 perkara dapat pindah, 1 tidak."))
                .andExpect(says("Versi tujuan bercabang sejajar sebelum langkah ini."));
        run(begun(WEIGHING));
        assertThat(version(straight)).isEqualTo(1);

        release(MovingCases.BARE);
        mvc.perform(form(Map.of("weigh-goods", "weigh-goods", "check-weight", "check-weight"), "check", "", 2, 3))
                .andExpect(says("0 perkara dapat pindah, 1 tidak."))
                .andExpect(says("Versi tujuan tidak lagi bercabang sejajar di sini."));
        assertThat(version(branched)).isEqualTo(2);
    }

    @Test
    void a_branch_that_would_be_missing_is_begun_and_where_they_meet_both_are_awaited() throws Exception {
        release(MovingCases.BARE);
        CaseRef weighing = open();
        CaseRef checking = open();
        tasks.complete(task(checking).getId());
        String before = task(weighing).getId();
        cases.version(key, branching());
        Map<String, String> choice = Map.of("weigh-goods", "weigh-goods", "check-weight", "check-weight");

        sendBranching(choice, "check", "")
                .andExpect(says("1 perkara dapat pindah, 1 tidak."))
                .andExpect(says("Cabang «Periksa timbangan» dimulai untuk 1 perkara."))
                .andExpect(says("Di cabang yang akan dimulai ada langkah yang mungkin sudah dikerjakan perkara ini"));
        long id = begunBranching(choice);
        read(releaser, "/processadmin/migrations/" + id).andExpect(says("cabang yang belum dimulai ikut dimulai"));
        run(id);

        assertThat(version(checking)).as("its weighing would be done twice").isEqualTo(1);
        assertThat(version(weighing)).isEqualTo(2);
        List<Task> open = tasksOf(weighing);
        assertThat(open).extracting(Task::getTaskDefinitionKey).containsExactly("check-weight", "weigh-goods");
        assertThat(open.get(1).getId()).isEqualTo(before);
        assertThat(open.get(0).getDueDate()).isNotNull();
        assertThat(work.isInStep()).as("the new task is on the worklist").isTrue();

        tasks.complete(open.get(1).getId());
        assertThat(task(weighing).getId())
                .as("the other branch is awaited")
                .isEqualTo(open.get(0).getId());
        tasks.complete(open.get(0).getId());
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(weighing.value())
                        .count())
                .isZero();
        assertThat(work.isInStep()).isTrue();
    }

    @Test
    void only_splits_of_the_target_can_be_chosen_and_a_third_branch_joins_two() throws Exception {
        cases.version(key, branching());
        CaseRef ref = open();
        cases.version(key, threefold());
        tasks.createTaskQuery()
                .processInstanceBusinessKey(ref.value())
                .taskDefinitionKey("weigh-goods")
                .list()
                .forEach(task -> tasks.complete(task.getId()));
        Map<String, String> places =
                Map.of("weigh-goods", "weigh-goods", "check-weight", "check-weight", "meet", "meet");
        mvc.perform(form(places, "check", "", 1, 2).param("branch.meet", "true"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(says("Pilih percabangan baru yang ada di versi tujuan."));

        run(begunBranching(places));

        assertThat(version(ref)).isEqualTo(2);
        List<Task> open = tasksOf(ref);
        assertThat(open)
                .extracting(Task::getTaskDefinitionKey)
                .as("what was done is not done again")
                .containsExactlyInAnyOrder("check-weight", "count-sacks");
        open.forEach(task -> tasks.complete(task.getId()));
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(ref.value())
                        .count())
                .isZero();
    }

    @Test
    void a_choice_of_one_way_that_becomes_a_split_lacks_the_other_branches() throws Exception {
        cases.version(key, choosing());
        CaseRef ref = open();
        cases.version(key, branching());

        send(WEIGHING, "check", "")
                .andExpect(says("0 perkara dapat pindah, 1 tidak."))
                .andExpect(says("Versi tujuan bercabang sejajar sebelum langkah ini."));
        sendBranching(WEIGHING, "check", "")
                .andExpect(says("1 perkara dapat pindah, 0 tidak."))
                .andExpect(says("Cabang «Periksa timbangan» dimulai untuk 1 perkara."));
        run(begunBranching(WEIGHING));

        assertThat(version(ref)).isEqualTo(2);
        assertThat(tasksOf(ref))
                .extracting(Task::getTaskDefinitionKey)
                .containsExactlyInAnyOrder("weigh-goods", "check-weight");
    }

    @Test
    void of_two_ways_that_become_three_branches_only_the_one_that_was_taken_runs() throws Exception {
        cases.version(key, choosing());
        CaseRef ref = open();
        cases.version(key, threefold());

        run(begunBranching(WEIGHING));

        assertThat(version(ref)).isEqualTo(2);
        assertThat(tasksOf(ref))
                .extracting(Task::getTaskDefinitionKey)
                .containsExactlyInAnyOrder("weigh-goods", "check-weight", "count-sacks");
    }

    @Test
    void a_branch_whose_beginning_fails_is_told_by_the_trial_and_keeps_the_case() throws Exception {
        release(MovingCases.BARE);
        CaseRef ref = open();
        cases.version(key, bridging());
        bridge.fault = new IllegalStateException("uji");

        sendBranching(WEIGHING, "check", "")
                .andExpect(says("0 perkara dapat pindah, 1 tidak."))
                .andExpect(says("Cabang yang akan dimulai menolak perkara ini"));
        long id = begunBranching(WEIGHING);
        run(id);

        assertThat(version(ref)).isEqualTo(1);
        assertThat(tasksOf(ref)).extracting(Task::getTaskDefinitionKey).containsExactly("weigh-goods");
        read(admin, "/processadmin/migrations/" + id)
                .andExpect(says("Cabang yang akan dimulai menolak perkara ini"))
                .andExpect(says(ref.value()));

        bridge.fault = null;
        sendBranching(WEIGHING, "check", "").andExpect(says("1 perkara dapat pindah, 0 tidak."));
        assertThat(tasksOf(ref)).as("the trial begins nothing").hasSize(1);
        run(begunBranching(WEIGHING));
        assertThat(version(ref)).isEqualTo(2);
        assertThat(tasksOf(ref)).hasSize(2);
    }

    @Test
    void a_branch_that_was_only_busy_is_begun_another_time() throws Exception {
        release(MovingCases.BARE);
        CaseRef ref = open();
        cases.version(key, bridging());
        long id = begunBranching(WEIGHING);
        worker.step(rows.get(id));
        bridge.fault = new CannotAcquireLockException("uji");

        sendBranching(WEIGHING, "check", "").andExpect(says("1 perkara dapat pindah, 0 tidak."));
        worker.step(rows.get(id));
        assertThat(version(ref)).isEqualTo(1);
        bridge.fault = null;
        run(id);

        assertThat(version(ref)).isEqualTo(2);
        assertThat(tasksOf(ref)).hasSize(2);
    }

    private long begunBranching(Map<String, String> steps) throws Exception {
        String to = sendBranching(steps, "save", REASON)
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        long id = Long.parseLong(to.substring(to.lastIndexOf('/') + 1));
        act(releaser, id, "begin").andExpect(status().is3xxRedirection());
        return id;
    }

    private ResultActions sendBranching(Map<String, String> steps, String act, String reason) throws Exception {
        return mvc.perform(form(steps, act, reason, 1, 2).param("branch.split", "true"));
    }

    /** Both tasks side by side. */
    private String branching() {
        return MovingCases.model(MovingCases.BARE, key)
                .replace(
                        "<bpmn:sequenceFlow id=\"to-weigh\" sourceRef=\"goods-arrived\" targetRef=\"weigh-goods\" />",
                        """
                        <bpmn:sequenceFlow id="to-split" sourceRef="goods-arrived" targetRef="split" />
                        <bpmn:parallelGateway id="split" /><bpmn:parallelGateway id="meet" />
                        <bpmn:sequenceFlow id="to-weigh" sourceRef="split" targetRef="weigh-goods" />
                        <bpmn:sequenceFlow id="to-look" sourceRef="split" targetRef="check-weight" />
                        <bpmn:sequenceFlow id="weighed" sourceRef="weigh-goods" targetRef="meet" />""")
                .replace(
                        "<bpmn:sequenceFlow id=\"to-check\" sourceRef=\"weigh-goods\" targetRef=\"check-weight\" />",
                        "<bpmn:sequenceFlow id=\"to-check\" sourceRef=\"check-weight\" targetRef=\"meet\" />")
                .replace(
                        "sourceRef=\"check-weight\" targetRef=\"goods-weighed\"",
                        "sourceRef=\"meet\" targetRef=\"goods-weighed\"");
    }

    /** Both tasks side by side, one behind work of the system. */
    private String bridging() {
        return branching()
                .replace(
                        "sourceRef=\"split\" targetRef=\"check-weight\" />",
                        """
                        sourceRef="split" targetRef="cross-bridge" />
                        <bpmn:serviceTask id="cross-bridge" name="Lewati jembatan" camunda:expression="${shakyBridge.cross()}" />
                        <bpmn:sequenceFlow id="crossed" sourceRef="cross-bridge" targetRef="check-weight" />""");
    }

    /** Both tasks and a third one side by side. */
    private String threefold() {
        return branching()
                .replace(
                        "<bpmn:parallelGateway id=\"split\" />",
                        """
                        <bpmn:parallelGateway id="split" />
                        <bpmn:sequenceFlow id="to-count" sourceRef="split" targetRef="count-sacks" />
                        <bpmn:userTask id="count-sacks" name="Hitung karung" camunda:candidateGroups="VILLAGE_OPERATOR" />
                        <bpmn:sequenceFlow id="counted" sourceRef="count-sacks" targetRef="meet" />""");
    }

    /** One of the tasks or the other. */
    private String choosing() {
        return branching()
                .replace(
                        "<bpmn:parallelGateway id=\"split\" /><bpmn:parallelGateway id=\"meet\" />",
                        "<bpmn:exclusiveGateway id=\"split\" default=\"to-weigh\" /><bpmn:exclusiveGateway id=\"meet\" />")
                .replace(
                        "sourceRef=\"split\" targetRef=\"check-weight\" />",
                        """
                        sourceRef="split" targetRef="check-weight">
                        <bpmn:conditionExpression>${kind == 'HEAVY'}</bpmn:conditionExpression></bpmn:sequenceFlow>""");
    }

    private List<Task> tasksOf(CaseRef ref) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(ref.value())
                .orderByTaskName()
                .asc()
                .list();
    }
}
