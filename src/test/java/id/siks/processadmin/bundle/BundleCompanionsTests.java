package id.siks.processadmin.bundle;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.platform.Sha256;
import id.siks.processadmin.check.Finding;
import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.check.OwnProcess;
import id.siks.processadmin.draft.Drafts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.test.web.servlet.MockMvc;

/** What another part of the bundle mends is waited for, and nothing else. */
@EngineTest
class BundleCompanionsTests {

    private static final String FIRST = "test-first";
    private static final String SECOND = "test-second";
    private static final String THIRD = "test-third";
    private static final String TASK = "<bpmn:userTask id=\"look-again\"/><bpmn:endEvent";

    @Autowired
    MessageSource messages;

    @Autowired
    MockMvc mvc;

    @Autowired
    Bundles bundles;

    @Autowired
    Drafts drafts;

    @Autowired
    TestActors people;

    @Autowired
    Judge judge;

    @Autowired
    RepositoryService engine;

    private Deployment here;

    @BeforeEach
    void twoProcessesAreHere() {
        here = engine.createDeployment()
                .addString("proposal/test-first.bpmn", OwnProcess.of(FIRST, SECOND))
                .addString(
                        "proposal/test-second.bpmn",
                        OwnProcess.of(SECOND, THIRD).replace("<bpmn:endEvent", TASK))
                .addString("proposal/test-third.bpmn", OwnProcess.of(THIRD))
                .deploy();
    }

    @AfterEach
    void theyAreGone() {
        engine.deleteDeployment(here.getId(), true);
    }

    @Test
    void every_rule_that_may_be_about_a_companion_is_one_of_the_check() {
        assertThat(Judge.NAMES_ANOTHER).allSatisfy(rule -> assertThat(
                        messages.getMessage("processadmin.check." + rule, null, "", new Locale("id")))
                .as(rule)
                .isNotEmpty());
    }

    @Test
    void a_circle_is_opened_by_whichever_of_its_processes_comes_along() {
        Part third = part(THIRD, OwnProcess.of(THIRD, FIRST));

        assertThat(judged(third, part(FIRST, OwnProcess.of(FIRST))).waits()).contains(FIRST);
        assertThat(judged(third, part(SECOND, OwnProcess.of(SECOND))).waits()).contains(SECOND);
        assertThat(judged(third).refusals()).extracting(Finding::rule).contains("calls-itself");
    }

    @Test
    void every_companion_that_may_open_a_circle_is_named() {
        Part third = part(THIRD, OwnProcess.of(THIRD, FIRST));

        assertThat(judged(third, part(FIRST, OwnProcess.of(FIRST)), part(SECOND, OwnProcess.of(SECOND)))
                        .waits())
                .containsExactlyInAnyOrder(FIRST, SECOND);
    }

    @Test
    void each_of_three_new_processes_in_a_circle_waits_for_both_others_and_one_before_it_for_what_it_calls() {
        List<String> circle = List.of("test-east", "test-north", "test-west");
        Part[] parts = {
            part("test-north", OwnProcess.of("test-north", "test-west")),
            part("test-west", OwnProcess.of("test-west", "test-east")),
            part("test-east", OwnProcess.of("test-east", "test-north"))
        };

        for (Part each : parts) {
            assertThat(judged(each, parts).waits())
                    .containsExactlyInAnyOrderElementsOf(circle.stream()
                            .filter(key -> !key.equals(each.key()))
                            .toList());
        }
        assertThat(judged(part("test-gate", OwnProcess.of("test-gate", "test-west")), parts)
                        .waits())
                .containsExactly("test-west");
    }

    @Test
    void whoever_took_a_bundle_in_reads_what_to_release_first_and_what_cannot_be() throws Exception {
        Actor admin = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        long id = bundles.take(
                Bundle.of(
                                "https://contoh.go.id",
                                List.of(
                                        part("test-north", OwnProcess.of("test-north", "test-south")),
                                        part("test-south", OwnProcess.of("test-south", "test-north")),
                                        part("test-gate", OwnProcess.of("test-gate", "test-south"))))
                        .pack(),
                "Dari kabupaten tetangga.",
                admin);
        Journey came = bundles.find(id);
        came.parts().forEach(part -> drafts.drop(part.draftId(), 1, "Akhir dari uji coba.", admin));

        assertThat(came.parts())
                .extracting(part -> part.key() + " " + part.waits() + " " + came.isCaught(part))
                .containsExactly(
                        "test-gate [test-south] false", "test-north [test-south] true", "test-south [test-north] true");
        mvc.perform(get("/processadmin/bundles/" + id).with(with(admin)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Rilis dulu: test-south")))
                .andExpect(content().string(containsString("saling menunggu")));
    }

    @Test
    void a_process_that_calls_itself_does_not_wait_for_itself() {
        Judged itself = judged(part(THIRD, OwnProcess.of(THIRD, THIRD)));

        assertThat(itself.refusals()).extracting(Finding::rule).contains("calls-itself");
        assertThat(itself.waits()).isEmpty();
    }

    @Test
    void a_task_moves_when_the_process_that_had_it_comes_along_without_it() {
        Part taking = part(THIRD, OwnProcess.of(THIRD).replace("<bpmn:endEvent", TASK));

        assertThat(judged(taking, part(SECOND, OwnProcess.of(SECOND))).waits()).contains(SECOND);
        assertThat(judged(taking).refusals()).extracting(Finding::rule).contains("task-elsewhere");
    }

    private Judged judged(Part first, Part... others) {
        return judge
                .of(Bundle.of(
                        "https://contoh.go.id",
                        Stream.concat(Stream.of(first), Stream.of(others).filter(other -> other != first))
                                .toList()))
                .stream()
                .filter(judged -> judged.part().key().equals(first.key()))
                .findFirst()
                .orElseThrow();
    }

    private static Part part(String key, String content) {
        return new Part(
                ModelKind.BPMN, key, "proposal", 1, Sha256.hex(content), content.getBytes(StandardCharsets.UTF_8));
    }
}
