package id.siks.worklist.desk;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.identity.Actor;
import id.siks.platform.Conflict;
import id.siks.worklist.oversight.Oversight;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

/** People in a hurry and pages from yesterday: everybody gets a clear answer, never a fault. */
class WorkFaultTests extends DeskTest {

    private static final AreaCode VILLAGE = new AreaCode("7471011005");
    private static final int PEOPLE = 50;
    private static final int ROUNDS = 100;

    @Autowired
    TaskService engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Oversight oversight;

    @Test
    void of_fifty_who_take_it_at_once_one_gets_it_and_the_others_hear_who() throws Exception {
        List<Actor> crowd = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            crowd.add(people.operator(VILLAGE));
        }
        ExecutorService threads = Executors.newFixedThreadPool(PEOPLE);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                String task = work.open(VILLAGE, null);
                check(task, crowd, atOnce(task, crowd, threads));
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(work.isInStep()).isTrue();
    }

    @Test
    void what_is_not_mine_done_or_gone_is_refused_with_who_and_when() throws Exception {
        Actor budi = people.operator(VILLAGE);
        Actor siti = people.operator(VILLAGE);
        String mine = claimed(budi);
        completes(siti, mine).andExpect(status().isConflict()).andExpect(says(budi.displayName()));
        completes(budi, mine).andExpect(redirectedUrl("/worklist?done=" + mine));
        for (String deed : new String[] {"claim", "release", "give", "ask", "answer", "take-over", "put-off"}) {
            does(siti, mine, deed).andExpect(status().isConflict()).andExpect(says(budi.displayName()));
        }
        completes(siti, mine).andExpect(status().isConflict()).andExpect(says(budi.displayName()));

        String gone = claimed(budi);
        work.drop(gone);
        completes(budi, gone).andExpect(status().isConflict()).andExpect(says("tidak perlu dikerjakan lagi"));
        does(siti, gone, "take-over").andExpect(status().isConflict()).andExpect(says("tidak perlu dikerjakan lagi"));
    }

    @Test
    void what_is_suspended_is_refused_and_nothing_changes() throws Exception {
        Actor budi = people.operator(VILLAGE);
        Actor siti = people.operator(VILLAGE);
        Actor verifier = people.verifier(VILLAGE.at(AreaLevel.REGENCY));
        String task = claimed(budi);
        String instance = engine.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
        runtime.suspendProcessInstanceById(instance);
        try {
            completes(budi, task).andExpect(status().isConflict()).andExpect(says("dihentikan sementara"));
            does(budi, task, "release").andExpect(status().isConflict()).andExpect(says("dihentikan sementara"));
            does(siti, task, "take-over", "from", budi.id()).andExpect(status().isConflict());
            does(budi, task, "give", "giveTo", siti.id()).andExpect(status().isConflict());
            does(budi, task, "ask", "askTo", siti.id(), "askText", "Tolong timbang ulang.")
                    .andExpect(status().isConflict());
            assertThatThrownBy(() -> oversight.reassign(task, siti.id(), "", verifier))
                    .isInstanceOf(Conflict.class);
            assertThat(items.find(task).orElseThrow().assignee()).isEqualTo(budi.accountId());
        } finally {
            runtime.activateProcessInstanceById(instance);
        }
        completes(budi, task).andExpect(redirectedUrl("/worklist?done=" + task));
    }

    private static void check(String task, List<Actor> crowd, List<MockHttpServletResponse> answers) throws Exception {
        List<Integer> winners = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            if (answers.get(i).getStatus() == 302) {
                winners.add(i);
            }
        }
        assertThat(winners).as("winners of " + task).hasSize(1);
        String winner = crowd.get(winners.get(0)).displayName();
        for (int i = 0; i < PEOPLE; i++) {
            if (i != winners.get(0)) {
                assertThat(answers.get(i).getStatus()).isEqualTo(409);
                assertThat(answers.get(i).getContentAsString()).contains("sedang dikerjakan " + winner);
            }
        }
    }

    private List<MockHttpServletResponse> atOnce(String task, List<Actor> crowd, ExecutorService threads)
            throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<MockHttpServletResponse>> answers = new ArrayList<>();
        for (Actor actor : crowd) {
            answers.add(threads.submit(() -> {
                start.await();
                return mvc.perform(post("/worklist/tasks/" + task + "/claim")
                                .accept("application/json")
                                .with(with(actor))
                                .with(csrf()))
                        .andReturn()
                        .getResponse();
            }));
        }
        start.countDown();
        List<MockHttpServletResponse> heard = new ArrayList<>();
        for (Future<MockHttpServletResponse> answer : answers) {
            heard.add(answer.get());
        }
        return heard;
    }

    private static org.springframework.test.web.servlet.ResultMatcher says(String words) {
        return content().string(containsString(words));
    }

    private String claimed(Actor actor) throws Exception {
        String task = work.open(VILLAGE, null);
        does(actor, task, "claim").andExpect(status().is3xxRedirection());
        return task;
    }
}
