package id.siks.processadmin.migration;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import id.siks.EngineTest;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.platform.InvalidInput;
import id.siks.platform.Refused;
import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.draft.Drafts;
import id.siks.processadmin.release.Effect;
import id.siks.processadmin.release.Proposing;
import id.siks.processadmin.release.Release;
import id.siks.processadmin.release.Releases;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Back to an older version with the same care as forward: what it needs may have gone meanwhile. */
@EngineTest
class MigrationTargetTests {

    private static final String REASON = "Kembali ke aturan yang lama.";
    private static final String PROCESS =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="looks" targetNamespace="http://siks.id/test">
              <bpmn:process id="PROCESS" name="Lihat saja" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:startEvent id="start" name="Mulai" />
                <bpmn:sequenceFlow id="to-look" sourceRef="start" targetRef="TASK" />
                <bpmn:userTask id="TASK" name="Lihat" camunda:candidateGroups="REGENCY_VERIFIER" camunda:formRef="TASK" camunda:formRefBinding="latest" />
                <bpmn:sequenceFlow id="to-end" sourceRef="TASK" targetRef="end" />
                <bpmn:endEvent id="end" name="Selesai" />
              </bpmn:process>
              <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="PROCESS">
                <bpmndi:BPMNShape id="start-shape" bpmnElement="start"><dc:Bounds x="160" y="102" width="36" height="36" /></bpmndi:BPMNShape>
                <bpmndi:BPMNShape id="look-shape" bpmnElement="TASK"><dc:Bounds x="260" y="80" width="120" height="80" /></bpmndi:BPMNShape>
                <bpmndi:BPMNShape id="end-shape" bpmnElement="end"><dc:Bounds x="440" y="102" width="36" height="36" /></bpmndi:BPMNShape>
                <bpmndi:BPMNEdge id="to-look-edge" bpmnElement="to-look"><di:waypoint x="196" y="120" /><di:waypoint x="260" y="120" /></bpmndi:BPMNEdge>
                <bpmndi:BPMNEdge id="to-end-edge" bpmnElement="to-end"><di:waypoint x="380" y="120" /><di:waypoint x="440" y="120" /></bpmndi:BPMNEdge>
              </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
            </bpmn:definitions>
            """;

    @Autowired
    MockMvc mvc;

    @Autowired
    TestActors people;

    @Autowired
    MovingCases cases;

    @Autowired
    Pairs pairs;

    @Autowired
    MigrationDesk desk;

    @Autowired
    MigrationRows rows;

    @Autowired
    Releases releases;

    @Autowired
    Proposing proposing;

    @Autowired
    Drafts drafts;

    private Actor admin;
    private Actor releaser;
    private Release form;
    private Pair back;
    private Choice choice;

    @BeforeEach
    void aVersionWithAFormOfItsOwnAndOneWithout() {
        admin = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        releaser = people.holding(List.of(Assignment.nation(Role.PROCESS_RELEASER)));
        String made = UUID.randomUUID().toString().substring(0, 8);
        form = form("look-" + made);
        String key = "test-back-" + made;
        version(key, form.key());
        Release other = form("peek-" + made);
        version(key, other.key());
        back = pairs.of(key, 2, 1);
        choice = Choice.of(Map.of(other.key(), form.key()));
        // Which forms there are is asked once a second.
        Awaitility.await().until(() -> objections().isEmpty());
    }

    @AfterEach
    void nothingIsLeft() {
        cases.end(back.from().key());
    }

    @Test
    void back_to_a_version_whose_form_was_withdrawn_is_refused() throws Exception {
        withdraw();

        assertThat(objections()).containsExactly(new Objection(null, MoveFault.TARGET_REFUSED));
        mvc.perform(post("/processadmin/migrations/plan")
                        .param("key", back.from().key())
                        .param("source", "2")
                        .param("target", "1")
                        .param("act", "check")
                        .param("step." + choice.steps().keySet().iterator().next(), form.key())
                        .with(with(admin))
                        .with(csrf()))
                .andExpect(content().string(containsString("Versi tujuan tidak lagi lolos pemeriksaan")))
                .andExpect(content().string(not(containsString("null"))));
        assertThatThrownBy(() -> desk.plan(back, choice, REASON, admin)).isInstanceOf(InvalidInput.class);
        long earlier = rows.plan(back, choice, REASON, admin.accountId()).orElseThrow();
        assertThatThrownBy(() -> desk.begin(earlier, MigrationTest.WHY, releaser))
                .as("planned before the form was withdrawn")
                .isInstanceOf(Refused.class);
        desk.drop(earlier, MigrationTest.WHY, releaser);

        releases.release(proposing.takeUpAgain(form.id(), REASON, admin), Effect.NOW, REASON, releaser);
        assertThat(objections()).isEmpty();
    }

    @Test
    void what_the_target_of_a_plan_uses_stays_until_the_plan_is_over() {
        long planned = desk.plan(back, choice, REASON, admin);

        assertThatThrownBy(this::withdraw).isInstanceOf(InvalidInput.class);
        desk.begin(planned, MigrationTest.WHY, releaser);
        desk.pause(planned, releaser);
        assertThatThrownBy(this::withdraw).isInstanceOf(InvalidInput.class);
        desk.drop(planned, MigrationTest.WHY, releaser);

        withdraw();
    }

    private List<Objection> objections() {
        return desk.check(back, choice).objections();
    }

    private void withdraw() {
        releases.release(proposing.withdraw(form.id(), REASON, admin), Effect.NOW, REASON, releaser);
    }

    private Release form(String key) {
        String file = releases.inForce(ModelKind.FORM, "sign-meeting")
                .orElseThrow()
                .content()
                .replace("\"sign-meeting\"", '"' + key + '"');
        long draft = drafts.begin(
                ModelKind.FORM, key, "proposal", file.getBytes(StandardCharsets.UTF_8), "Berkas uji.", admin);
        long id = proposing.propose(draft, 1, null, "Berkas untuk diuji.", admin);
        releases.release(id, Effect.NOW, REASON, releaser);
        return releases.find(id);
    }

    private void version(String key, String task) {
        cases.version(key, PROCESS.replace("PROCESS", key).replace("TASK", task));
    }
}
