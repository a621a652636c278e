package id.siks.worklist.tasks;

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
import id.siks.area.AreaLevel;
import id.siks.casework.CaseNoted;
import id.siks.casework.CaseOpened;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseRefs;
import id.siks.casework.CaseStatus;
import id.siks.casework.Timeline;
import id.siks.casework.TimelineEntry;
import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.DrawnTasks;
import id.siks.platform.engine.EngineVariables;
import id.siks.platform.forms.FormSchemas;
import id.siks.worklist.model.WorkItem;
import id.siks.worklist.model.WorklistTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** A task that somebody has drawn into a diagram is worked like any other, without a class of its own. */
class DrawnTaskTests extends WorklistTest {

    private static final AreaCode VILLAGE = new AreaCode("5312042001");

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    DrawnTasks drawnTasks;

    @Autowired
    HistoryService history;

    @Autowired
    CaseRefs refs;

    @Autowired
    Timeline timeline;

    @Autowired
    FormSchemas schemas;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    BusinessTime time;

    @Autowired
    TransactionTemplate transaction;

    private Actor verifier;
    private CaseRef ref;
    private String instance;
    private String task;
    private Deployment drawn;

    @BeforeEach
    void somebodyHasDrawnATask() {
        drawn = repository
                .createDeployment()
                .name("test-second-look")
                .addClasspathResource("worklist/test-second-look.bpmn")
                .deploy();
        // Which tasks are drawn is remembered for a second, and others draw a task of that id.
        Awaitility.await().until(() -> drawnTasks
                .find("second-look")
                .filter(found -> found.name().equals("Periksa sekali lagi"))
                .isPresent());
        verifier = people.verifier(VILLAGE.at(AreaLevel.REGENCY));
        open(people.operator(VILLAGE));
    }

    @AfterEach
    void nobodyElseMeetsIt() {
        repository.deleteDeployment(drawn.getId(), true);
    }

    @Test
    void its_page_has_the_diagrams_name_and_words_and_shows_what_the_other_task_shows() throws Exception {
        tasks.setAssignee(task, verifier.id());
        mvc.perform(get("/worklist/tasks/" + task).with(with(verifier)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<h1>Periksa sekali lagi</h1>")))
                .andExpect(content().string(containsString("Bandingkan luas lantai dengan fotonya.")))
                .andExpect(content().string(containsString("Barang: beras")))
                .andExpect(content().string(containsString("Setuju?")));
        mvc.perform(get("/worklist").with(with(verifier)))
                .andExpect(content().string(containsString("Periksa sekali lagi")));
    }

    @Test
    void its_page_has_the_words_of_the_diagram_the_case_follows_whatever_a_newer_one_says() throws Exception {
        String newer = diagram()
                .replace("Bandingkan luas lantai dengan fotonya.", "Lihat atapnya.")
                .replace("name=\"shows\"", "name=\"noted\"");
        String deployment = repository
                .createDeployment()
                .addString("worklist/test-second-look.bpmn", newer)
                .deploy()
                .getId();
        try {
            Awaitility.await().until(() -> drawnTasks
                    .find("second-look")
                    .orElseThrow()
                    .documentation()
                    .equals("Lihat atapnya."));
            tasks.setAssignee(task, verifier.id());
            mvc.perform(get("/worklist/tasks/" + task).with(with(verifier)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Bandingkan luas lantai dengan fotonya.")))
                    .andExpect(content().string(containsString("Barang: beras")));
        } finally {
            repository.deleteDeployment(deployment, true);
            // Which diagrams there are is remembered for a second.
            Awaitility.await().pollDelay(Duration.ofMillis(1_200)).until(() -> true);
        }
    }

    @Test
    void a_diagram_that_is_taken_out_draws_nothing_from_that_moment() throws Exception {
        String removed = repository
                .createDeployment()
                .addString("worklist/test-second-look.bpmn", diagram())
                .deploy()
                .getId();
        String newer = repository
                .createDeployment()
                .addString("worklist/test-second-look.bpmn", diagram().replace("second-look", "third-look"))
                .deploy()
                .getId();
        try {
            // Known are both, read is only the newer one: it has the task.
            assertThat(drawnTasks.find("third-look")).isPresent();
            repository.deleteDeployment(removed, true);

            assertThat(drawnTasks.find("drawn-by-nobody")).isEmpty();
            assertThat(drawnTasks.givenTo(Set.of("NOBODY"))).isEmpty();
        } finally {
            repository.deleteDeployment(newer, true);
        }
    }

    @Test
    void its_answer_leads_the_case_on_and_stands_in_the_timeline() throws Exception {
        send(verifier, "secondLook", "AGREED", "remark", "Sesuai foto.", "areaCode", "99", "decision", "approve")
                .andExpect(redirectedUrl("/worklist?done=" + task));

        assertThat(endOf(instance)).isEqualTo("looked-well");
        assertThat(timeline.of(ref).stream().filter(e -> e.what().equals("drawn-task-done")))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.by()).isEqualTo(verifier.accountId());
                    assertThat(entry.note())
                            .isEqualTo("Periksa sekali lagi. Setuju?: Setuju; Catatan: Sesuai foto.; Kode: 99");
                });
        assertThat(items.find(task)).get().extracting(WorkItem::state).isEqualTo(WorkItem.State.DONE);
    }

    @Test
    void no_number_of_a_person_gets_into_the_timeline_by_a_short_answer() throws Exception {
        send(verifier, "secondLook", "AGREED", "areaCode", "3201151507890001")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("value=\"3201151507890001\"")))
                .andExpect(content().string(containsString("Hapus NIK atau nomor KK")));

        assertThat(timeline.of(ref)).extracting(TimelineEntry::what).doesNotContain("drawn-task-done");
        send(verifier, "secondLook", "AGREED", "areaCode", "320115150789")
                .andExpect(redirectedUrl("/worklist?done=" + task));
    }

    @Test
    void only_the_answer_named_as_the_task_reaches_the_engine() throws Exception {
        send(
                verifier,
                "secondLook",
                "OPPOSED",
                "remark",
                "Lantai lebih luas.",
                "areaCode",
                "99",
                "decision",
                "approve");

        assertThat(endOf(instance)).isEqualTo("looked-badly");
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(instance)
                        .list())
                .extracting(v -> v.getName() + "=" + v.getValue())
                .containsExactlyInAnyOrder("areaCode=" + VILLAGE, "kind=TEST", "secondLook=OPPOSED");
    }

    @Test
    void whoever_approves_has_had_no_hand_in_the_case_before() throws Exception {
        open(verifier);
        assertThatItIsSomebodyElses();

        Actor other = people.verifier(VILLAGE.at(AreaLevel.REGENCY));
        tasks.setAssignee(task, null);
        send(other, "secondLook", "AGREED").andExpect(redirectedUrl("/worklist?done=" + task));
    }

    @Test
    void whoever_did_another_step_of_the_case_does_not_approve_it() throws Exception {
        tasks.setAssignee(work.openIn(ref, VILLAGE), verifier.id());
        tasks.complete(tasks.createTaskQuery()
                .taskAssignee(verifier.id())
                .taskDefinitionKey("weigh-goods")
                .singleResult()
                .getId());
        assertThatItIsSomebodyElses();
    }

    @Test
    void his_own_turn_before_and_what_a_supervisor_does_are_no_hand_in_another_step() throws Exception {
        send(verifier, "secondLook", "OPPOSED").andExpect(redirectedUrl("/worklist?done=" + task));
        comeAgain();
        for (String what : List.of("task-reassigned", "task-reminded", "task-taken-over", "due-moved")) {
            note(what, verifier);
        }

        mvc.perform(get("/worklist/tasks/" + task).with(with(verifier)))
                .andExpect(content().string(not(containsString("Langkah ini harus dikerjakan orang lain"))))
                .andExpect(content().string(containsString("/worklist/tasks/" + task + "/claim")));
        send(verifier, "secondLook", "AGREED").andExpect(redirectedUrl("/worklist?done=" + task));
        assertThat(endOf(instance)).isEqualTo("looked-well");
    }

    @Test
    void its_page_tells_what_people_last_did_in_the_case() throws Exception {
        note("regency-said-approve", people.verifier(VILLAGE.at(AreaLevel.REGENCY)));
        mvc.perform(get("/worklist/tasks/" + task).with(with(verifier)))
                .andExpect(content().string(containsString("Verifikator Dinsos menyetujui; masih ada langkah")));
        mvc.perform(get("/casework/" + ref).with(with(verifier)))
                .andExpect(content().string(containsString("<dd>Verifikator Dinsos kabupaten/kota</dd>")))
                .andExpect(content().string(not(containsString("<dd>Sistem</dd>"))));
    }

    @Test
    void an_answer_that_is_missing_or_not_offered_is_told_at_its_field() throws Exception {
        send(verifier, "remark", "Tanpa jawaban.").andExpect(status().isUnprocessableEntity());
        send(verifier, "secondLook", "PERHAPS").andExpect(status().isUnprocessableEntity());
        assertThat(items.find(task)).get().extracting(WorkItem::isOpen).isEqualTo(true);
    }

    /** Told before he takes it, and refused when it was given to him. */
    private void assertThatItIsSomebodyElses() throws Exception {
        String page = "/worklist/tasks/" + task;
        String told = "Langkah ini harus dikerjakan orang lain";
        mvc.perform(get(page).with(with(verifier)))
                .andExpect(content().string(containsString(told)))
                .andExpect(content().string(not(containsString(page + "/claim"))));
        mvc.perform(post(page + "/claim").with(with(verifier)).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString(told)));
        tasks.setAssignee(task, verifier.id());
        mvc.perform(get(page).with(with(verifier)))
                .andExpect(content().string(containsString(told)))
                .andExpect(content().string(containsString(page + "/release")))
                .andExpect(content().string(not(containsString(page + "/complete"))));
        send(verifier, "secondLook", "AGREED")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString(told)));
        assertThat(items.find(task)).get().extracting(WorkItem::isOpen).isEqualTo(true);
    }

    private void note(String what, Actor by) {
        transaction.executeWithoutResult(
                status -> events.publishEvent(new CaseNoted(List.of(ref), what, by.accountId(), null, time.now())));
    }

    private String diagram() throws IOException {
        return new ClassPathResource("worklist/test-second-look.bpmn").getContentAsString(StandardCharsets.UTF_8);
    }

    private void open(Actor by) {
        transaction.executeWithoutResult(status -> {
            ref = refs.next("UJI", VILLAGE);
            events.publishEvent(new CaseOpened(
                    ref, "TEST", VILLAGE, "Keluarga Uji", CaseStatus.REGENCY_REVIEW, by.accountId(), time.now()));
        });
        comeAgain();
    }

    /** The case comes to the drawn step. */
    private void comeAgain() {
        transaction.executeWithoutResult(status -> instance = runtime.startProcessInstanceByKey(
                        "test-second-look",
                        ref.value(),
                        Map.of(EngineVariables.AREA_CODE, VILLAGE.value(), EngineVariables.KIND, "TEST"))
                .getId());
        task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    private ResultActions send(Actor actor, String... answers) throws Exception {
        mvc.perform(post("/worklist/tasks/" + task + "/claim").with(with(actor)).with(csrf()));
        MockHttpServletRequestBuilder request = post("/worklist/tasks/" + task + "/complete")
                .with(with(actor))
                .with(csrf())
                .param("key", UUID.randomUUID().toString())
                .param(
                        "version",
                        Integer.toString(items.find(task).orElseThrow().version()))
                .param("form", schemas.of("second-look").fingerprint());
        for (int i = 0; i < answers.length; i += 2) {
            request.param(answers[i], answers[i + 1]);
        }
        return mvc.perform(request);
    }

    private String endOf(String instance) {
        return history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .activityType("noneEndEvent")
                .singleResult()
                .getActivityId();
    }
}
