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

import id.siks.HeldRows;
import id.siks.area.AreaCode;
import id.siks.casework.CaseTurns;
import id.siks.identity.AccessEntry;
import id.siks.identity.AccessOutcome;
import id.siks.identity.Accounts;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestAccessLog;
import id.siks.platform.forms.FormSchemas;
import id.siks.worklist.model.WorkItem;
import id.siks.worklist.model.WorklistTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** A task is found, taken, filled in and done. */
class TaskTests extends WorklistTest {

    private static final AreaCode VILLAGE = new AreaCode("5201022001");
    private static final AreaCode OTHER_DISTRICT = new AreaCode("5201011001");

    @Autowired
    FormSchemas schemas;

    @Autowired
    TestAccessLog log;

    @Autowired
    CaseTurns turns;

    @Autowired
    Accounts accounts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate db;

    @Test
    void a_task_is_found_taken_filled_in_and_done() throws Exception {
        Actor operator = people.operator(VILLAGE);
        String task = work.open(VILLAGE, null);

        mvc.perform(get("/").with(with(operator)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(task)));
        mvc.perform(get(page(task)).with(with(operator)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Barang: beras")))
                .andExpect(content().string(not(containsString("name=\"weight\""))));
        claim(task, operator);
        mvc.perform(get(page(task)).with(with(operator)))
                .andExpect(content().string(containsString("name=\"weight\"")));
        mvc.perform(complete(task, operator, UUID.randomUUID()).param("weight", "20"))
                .andExpect(redirectedUrl("/worklist?done=" + task));

        WorkItem done = items.find(task).orElseThrow();
        assertThat(done.state()).isEqualTo(WorkItem.State.DONE);
        assertThat(done.doneBy()).isEqualTo(operator.accountId());
        mvc.perform(get("/worklist").param("tab", "done").with(with(operator)))
                .andExpect(content().string(containsString(task)));
        mvc.perform(get(page(task)).with(with(operator)))
                .andExpect(content().string(containsString(operator.displayName())));
    }

    @Test
    void wrong_input_comes_back_with_everything_that_was_written() throws Exception {
        Actor operator = people.operator(VILLAGE);
        String task = claimed(VILLAGE, operator);

        mvc.perform(complete(task, operator, UUID.randomUUID())
                        .param("weight", "70")
                        .param("remark", "ya"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("value=\"70\"")))
                .andExpect(content().string(containsString(">ya</textarea>")))
                .andExpect(content().string(containsString("<a href=\"#remark\"><b>Catatan:</b>")))
                .andExpect(content().string(containsString("sedikitnya 5")));
        mvc.perform(complete(task, operator, UUID.randomUUID()).param("weight", "13"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Paling besar 12")));
        mvc.perform(complete(task, operator, UUID.randomUUID()).param("weight", "14"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Tidak ada pekerjaan yang menunggu tim Anda.")));
        mvc.perform(complete(task, operator, UUID.randomUUID()).param("weight", "1\u0000"))
                .andExpect(status().isUnprocessableEntity());

        assertThat(items.find(task).orElseThrow().isOpen()).isTrue();
    }

    @Test
    void the_same_form_sent_twice_is_done_once() throws Exception {
        Actor operator = people.operator(VILLAGE);
        String task = claimed(VILLAGE, operator);
        UUID key = UUID.randomUUID();
        var sent = complete(task, operator, key).param("weight", "20");

        mvc.perform(sent).andExpect(redirectedUrl("/worklist?done=" + task));
        mvc.perform(sent).andExpect(redirectedUrl("/worklist?done=" + task));
    }

    @Test
    void of_two_who_do_it_at_once_one_learns_who_was_faster() throws Exception {
        Actor operator = people.operator(VILLAGE);
        String task = claimed(VILLAGE, operator);
        var first = complete(task, operator, UUID.randomUUID()).param("weight", "20");
        var second = complete(task, operator, UUID.randomUUID()).param("weight", "30");

        List<Integer> answers = atOnce(first, second);

        assertThat(answers).containsExactlyInAnyOrder(302, 409);
        mvc.perform(complete(task, operator, UUID.randomUUID()).param("weight", "20"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString(operator.displayName())));
    }

    @Test
    void of_two_who_take_it_at_once_one_gets_it() throws Exception {
        Actor one = people.operator(VILLAGE);
        Actor two = people.operator(VILLAGE);
        String task = work.open(VILLAGE, null);

        List<Integer> answers = atOnce(
                post(page(task) + "/claim").with(with(one)).with(csrf()),
                post(page(task) + "/claim").with(with(two)).with(csrf()));

        assertThat(answers).containsExactlyInAnyOrder(302, 409);
    }

    @Test
    void only_the_one_who_took_it_may_do_it() throws Exception {
        Actor operator = people.operator(VILLAGE);
        Actor colleague = people.operator(VILLAGE);
        String task = work.open(VILLAGE, null);

        mvc.perform(complete(task, operator, UUID.randomUUID()).param("weight", "20"))
                .andExpect(status().isConflict());
        claim(task, operator);
        mvc.perform(complete(task, colleague, UUID.randomUUID()).param("weight", "20"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString(operator.displayName())));
        mvc.perform(post(page(task) + "/release").with(with(operator)).with(csrf()))
                .andExpect(redirectedUrl("/worklist"));
        assertThat(items.find(task).orElseThrow().assignee()).isNull();
    }

    /** Requirement 12: what he is when he has the case in hand counts, not what he was when he asked. */
    @Test
    void whose_duty_ends_while_he_waits_for_the_case_takes_nothing() {
        Actor operator = people.operator(VILLAGE);
        String task = work.open(VILLAGE, null);

        CompletableFuture<Integer> answer = transaction.execute(status -> {
            turns.take(items.find(task).orElseThrow().ref());
            CompletableFuture<Integer> begun = CompletableFuture.supplyAsync(() -> claims(task, operator));
            HeldRows.untilWaitedFor(db);
            accounts.end(operator.accountId(), Assignment.of(Role.VILLAGE_OPERATOR, VILLAGE));
            return begun;
        });

        assertThat(answer.join()).isEqualTo(404);
        assertThat(items.find(task).orElseThrow().assignee()).isNull();
    }

    private int claims(String task, Actor actor) {
        try {
            return mvc.perform(post(page(task) + "/claim").with(with(actor)).with(csrf()))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void every_deed_leads_back_to_where_one_was_in_the_list() throws Exception {
        Actor operator = people.operator(VILLAGE);
        String task = claimed(VILLAGE, operator);
        MockHttpSession session = new MockHttpSession();
        String place = "/worklist?tab=mine&sort=name";
        mvc.perform(get(place)
                        .param("next", "//elsewhere.example")
                        .session(session)
                        .with(with(operator)))
                .andExpect(status().isOk());

        mvc.perform(get(page(task)).session(session).with(with(operator)))
                .andExpect(content().string(containsString("href=\"" + place.replace("&", "&amp;") + "\"")));
        mvc.perform(post(page(task) + "/release")
                        .session(session)
                        .with(with(operator))
                        .with(csrf()))
                .andExpect(redirectedUrl(place));
        claim(task, operator);
        mvc.perform(complete(task, operator, UUID.randomUUID()).session(session).param("weight", "20"))
                .andExpect(redirectedUrl(place + "&done=" + task));
    }

    @Test
    void a_page_of_the_list_that_has_become_empty_leads_to_its_beginning() throws Exception {
        Actor operator = people.operator(VILLAGE);

        mvc.perform(get("/worklist?tab=mine&after=99999999999999999_1&done=7").with(with(operator)))
                .andExpect(redirectedUrl("/worklist?tab=mine&done=7"));
    }

    @Test
    void who_came_too_late_sees_the_task_as_it_is_and_gets_back_what_he_wrote() throws Exception {
        Actor operator = people.operator(VILLAGE);
        Actor colleague = people.operator(VILLAGE);
        String task = claimed(VILLAGE, colleague);
        String words = "Karungnya basah sekali.";

        mvc.perform(post(page(task) + "/claim").with(with(operator)).with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("sedang dikerjakan " + colleague.displayName())))
                .andExpect(content().string(containsString("Barang: beras")));
        mvc.perform(complete(task, operator, UUID.randomUUID()).param("remark", words))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString(">" + words + "</blockquote>")));
        mvc.perform(complete(task, operator, UUID.randomUUID()).accept(MediaType.APPLICATION_JSON))
                .andExpect(status().isConflict())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        mvc.perform(complete(task, colleague, UUID.randomUUID()).param("weight", "20"));
        mvc.perform(complete(task, operator, UUID.randomUUID()).param("remark", words))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("sudah dikerjakan " + colleague.displayName())))
                .andExpect(content().string(containsString(">" + words + "</blockquote>")));
    }

    @Test
    void a_task_nobody_has_is_not_said_to_be_sent_when_it_is_put_off() throws Exception {
        Actor operator = people.operator(VILLAGE);
        String task = work.open(VILLAGE, null);

        mvc.perform(post(page(task) + "/put-off")
                        .param("key", UUID.randomUUID().toString())
                        .with(with(operator))
                        .with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("sedang tidak dipegang siapa pun")))
                .andExpect(content().string(containsString(page(task) + "/claim")));
    }

    @Test
    void a_stale_page_is_refused_and_keeps_what_was_typed() throws Exception {
        Actor operator = people.operator(VILLAGE);
        String task = claimed(VILLAGE, operator);

        String page = mvc.perform(
                        complete(task, operator, UUID.randomUUID(), 99).param("weight", "20"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("sudah usang")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String version = Integer.toString(items.find(task).orElseThrow().version());
        assertThat(page).as("what was typed, to be sent again").contains("value=\"20\"", "value=\"" + version + "\"");
    }

    @Test
    void a_task_of_another_district_another_role_or_nobody_does_not_exist() throws Exception {
        String task = work.open(VILLAGE, null);
        Actor elsewhere = people.operator(OTHER_DISTRICT);
        Actor otherRole = people.socialWorker(new AreaCode("520102"));

        for (Actor stranger : List.of(elsewhere, otherRole)) {
            mvc.perform(get(page(task)).with(with(stranger))).andExpect(status().isNotFound());
            mvc.perform(post(page(task) + "/claim").with(with(stranger)).with(csrf()))
                    .andExpect(status().isNotFound());
            mvc.perform(complete(task, stranger, UUID.randomUUID()).param("weight", "20"))
                    .andExpect(status().isNotFound());
            assertThat(log.by(stranger))
                    .as("each attempt is written down")
                    .filteredOn(entry -> entry.outcome() == AccessOutcome.REFUSED)
                    .extracting(AccessEntry::subject)
                    .hasSize(3)
                    .containsOnly("casework:" + items.find(task).orElseThrow().ref());
        }
        mvc.perform(get(page("no-such-task")).with(with(elsewhere))).andExpect(status().isNotFound());
    }

    @Test
    void counters_equal_a_recount_and_the_worklist_equals_the_engine() throws Exception {
        Actor operator = people.operator(VILLAGE);
        String done = claimed(VILLAGE, operator);
        String gone = work.open(VILLAGE, null);
        mvc.perform(complete(done, operator, UUID.randomUUID()).param("weight", "20"));
        work.drop(gone);

        assertThat(items.find(gone).orElseThrow().state()).isEqualTo(WorkItem.State.GONE);
        assertThat(work.isInStep()).isTrue();
    }

    private List<Integer> atOnce(MockHttpServletRequestBuilder... requests) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(requests.length);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Integer>> answers = new ArrayList<>();
        for (MockHttpServletRequestBuilder request : requests) {
            answers.add(threads.submit(() -> {
                start.await();
                return mvc.perform(request).andReturn().getResponse().getStatus();
            }));
        }
        start.countDown();
        List<Integer> codes = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            codes.add(answer.get());
        }
        threads.shutdown();
        return codes;
    }

    private String claimed(AreaCode village, Actor actor) throws Exception {
        String task = work.open(village, null);
        claim(task, actor);
        return task;
    }

    private MockHttpServletRequestBuilder complete(String task, Actor actor, UUID key) {
        return complete(task, actor, key, items.find(task).orElseThrow().version());
    }

    private MockHttpServletRequestBuilder complete(String task, Actor actor, UUID key, int version) {
        return post(page(task) + "/complete")
                .with(with(actor))
                .with(csrf())
                .param("key", key.toString())
                .param("version", Integer.toString(version))
                .param("form", schemas.of("weigh-goods").fingerprint());
    }

    private static String page(String task) {
        return "/worklist/tasks/" + task;
    }
}
