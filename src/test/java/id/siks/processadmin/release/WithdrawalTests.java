package id.siks.processadmin.release;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.identity.Accounts;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import id.siks.platform.Refused;
import id.siks.processadmin.check.Finding;
import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.check.Withdrawn;
import id.siks.processadmin.draft.Models;
import id.siks.processadmin.release.Release.Act;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A form or table leaves as it came: by two people, and never under the feet of a diagram or a case. */
class WithdrawalTests extends ReleaseTest {

    private static final String NOTE = "Tidak dipakai lagi.";
    private static final String USER =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
              <bpmn:process id="test-looks" name="Lihat saja" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:startEvent id="start"/><bpmn:sequenceFlow id="a" sourceRef="start" targetRef="wait"/>
                <bpmn:receiveTask id="wait"/><bpmn:sequenceFlow id="b" sourceRef="wait" targetRef="look"/>
                <bpmn:userTask id="look" camunda:formRef="KEY" camunda:formRefBinding="latest"/>
              </bpmn:process>
            </bpmn:definitions>
            """;

    @Autowired
    MockMvc mvc;

    @Autowired
    Models models;

    @Autowired
    Withdrawn withdrawn;

    @Autowired
    DueReleases due;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Accounts accounts;

    private String key;
    private Release form;
    private Deployment deployed;

    @BeforeEach
    void aFormOfOurOwn() {
        key = "look-" + UUID.randomUUID().toString().substring(0, 8);
        form = releases.find(released(file()));
    }

    @AfterEach
    void nothingRuns() {
        if (deployed != null) {
            engine.deleteDeployment(deployed.getId(), true);
        }
    }

    @Test
    void a_form_is_withdrawn_by_two_and_its_history_stays() {
        long proposal = proposing.withdraw(form.id(), NOTE, author);

        assertThat(releases.inForce(ModelKind.FORM, key))
                .as("proposing changes nothing")
                .isPresent();
        assertThatThrownBy(() -> releases.release(proposal, Effect.NEXT_PERIOD, REASON, second))
                .isInstanceOf(InvalidInput.class);
        releases.release(proposal, Effect.NOW, REASON, second);

        assertThat(releases.inForce(ModelKind.FORM, key)).isEmpty();
        assertThat(withdrawn.has(ModelKind.FORM, key)).isTrue();
        assertThat(models.find(ModelKind.FORM, key)).isEmpty();
        assertThat(releases.allInForce()).extracting(Release::key).doesNotContain(key);
        assertThat(releases.ofModel(ModelKind.FORM, key, null, 1_000))
                .hasSize(2)
                .allMatch(release -> release.content().equals(form.content()));
        assertThatThrownBy(() -> proposing.takeUpAgain(proposal, NOTE, author)).isInstanceOf(Refused.class);

        releases.release(proposing.takeUpAgain(form.id(), NOTE, author), Effect.NOW, REASON, second);
        assertThat(releases.inForce(ModelKind.FORM, key))
                .get()
                .extracting(Release::version)
                .isEqualTo(3);
        assertThat(withdrawn.has(ModelKind.FORM, key)).isFalse();
    }

    @Test
    void it_is_offered_for_now_only() throws Exception {
        long proposal = proposing.withdraw(form.id(), NOTE, author);

        mvc.perform(get("/processadmin/releases/" + proposal).with(with(second)))
                .andExpect(content().string(containsString("value=\"NOW\"")))
                .andExpect(content().string(not(containsString("value=\"NEXT_PERIOD\""))));
    }

    /** Requirement 12: what somebody is when he has the model in hand counts, not what he was when he asked. */
    @Test
    void whoever_releases_no_longer_decides_nothing() {
        Actor former = people.holding(List.of(Assignment.nation(Role.PROCESS_RELEASER)));
        long proposal = proposing.withdraw(form.id(), NOTE, author);
        accounts.end(former.accountId(), Assignment.nation(Role.PROCESS_RELEASER));

        assertThatThrownBy(() -> releases.release(proposal, Effect.NOW, REASON, former))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> releases.decline(proposal, REASON, former)).isInstanceOf(NotFound.class);
        assertThat(releases.find(proposal).state()).isEqualTo(ReleaseState.PROPOSED);
    }

    @Test
    void whoever_proposes_it_does_not_release_it() {
        Actor both = people.holding(
                List.of(Assignment.nation(Role.PROCESS_ADMIN), Assignment.nation(Role.PROCESS_RELEASER)));
        long proposal = proposing.withdraw(form.id(), NOTE, both);

        assertThatThrownBy(() -> releases.release(proposal, Effect.NOW, REASON, both))
                .isInstanceOf(Refused.class)
                .hasMessage("processadmin.release.error.own");
    }

    @Test
    void a_form_cases_use_stays_and_they_are_counted_at_the_proposal_and_at_the_release() throws Exception {
        deployed = engine.createDeployment()
                .addString("bpmn/proposal/test-looks.bpmn", USER.replace("KEY", key))
                .deploy();
        long proposal = proposing.withdraw(form.id(), NOTE, author);
        runtime.startProcessInstanceByKey("test-looks");
        runtime.startProcessInstanceByKey("test-looks");

        assertThatThrownBy(() -> releases.release(proposal, Effect.NOW, REASON, second))
                .isInstanceOf(InvalidInput.class);
        assertThat(releases.find(proposal).state()).isEqualTo(ReleaseState.PROPOSED);
        mvc.perform(post("/processadmin/releases/" + form.id() + "/withdraw")
                        .with(with(author))
                        .with(csrf())
                        .param("key", UUID.randomUUID().toString())
                        .param("withdrawNote", NOTE))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Lihat saja versi 1: 2 perkara berjalan")));
        assertThat(releases.waiting(null, 100)).hasSize(1);
    }

    @Test
    void what_the_application_brings_and_what_a_released_diagram_uses_stays() throws Exception {
        Release shipped = releases.inForce(ModelKind.FORM, "sign-meeting").orElseThrow();
        mvc.perform(post("/processadmin/releases/" + shipped.id() + "/withdraw")
                        .with(with(author))
                        .with(csrf())
                        .param("key", UUID.randomUUID().toString())
                        .param("withdrawNote", NOTE))
                .andExpect(status().isUnprocessableEntity());
        mvc.perform(get("/processadmin/releases/" + shipped.id()).with(with(author)))
                .andExpect(content().string(not(containsString("/withdraw"))));
        mvc.perform(get("/processadmin/releases/" + form.id()).with(with(author)))
                .andExpect(content().string(containsString("/withdraw")));
    }

    @Test
    void what_the_diagram_in_force_uses_stays_while_a_newer_one_that_does_not_waits() {
        transaction.executeWithoutResult(rolledBack -> {
            rolledBack.setRollbackOnly();
            Instant now = form.deployedAt();
            changes.deployed(diagram(1, key, now), null, now);
            diagram(2, "sign-meeting", now.plus(Duration.ofDays(1)));

            assertThatThrownBy(() -> proposing.withdraw(form.id(), NOTE, author))
                    .isInstanceOf(InvalidInput.class);
        });
    }

    @Test
    void a_withdrawal_overtakes_what_waits_for_the_opening() {
        transaction.executeWithoutResult(rolledBack -> {
            rolledBack.setRollbackOnly();
            Instant now = form.deployedAt();
            Release waiting = released(2, ModelKind.FORM, key, file().replace("Keputusan", "Putusan"), now);
            releases.release(proposing.withdraw(form.id(), NOTE, author), Effect.NOW, REASON, second);

            due.deployDue();

            assertThat(releases.find(waiting.id()).isAhead()).isFalse();
            assertThat(releases.history(waiting.id())).last().satisfies(entry -> assertThat(entry.isNothingNew())
                    .isTrue());
            assertThat(releases.inForce(ModelKind.FORM, key)).isEmpty();
        });
    }

    private Release diagram(int version, String looks, Instant from) {
        return released(version, ModelKind.BPMN, "test-looks", USER.replace("KEY", looks), from);
    }

    /** As if it had been drawn and released; the engine does not know it yet. */
    private Release released(int version, ModelKind kind, String model, String content, Instant from) {
        long id = changes.propose(
                new Proposal(kind, model, "proposal", ReleaseSource.DRAFT, null, null, null, content, NOTE),
                author.accountId(),
                from);
        changes.release(
                rows.find(id).orElseThrow(),
                version,
                Start.at(from),
                new Act(second.accountId(), from, REASON),
                second.persons());
        return rows.find(id).orElseThrow();
    }

    @Test
    void a_table_is_withdrawn_by_two_and_no_diagram_may_name_it_afterwards_until_it_is_taken_up_again() {
        Release table = releases.find(released(ModelKind.DMN, table()));
        assertThat(unknownTables()).as("a table in use can be named").isEmpty();

        long proposal = proposing.withdraw(table.id(), NOTE, author);
        assertThatThrownBy(() -> releases.release(proposal, Effect.NEXT_PERIOD, REASON, second))
                .isInstanceOf(InvalidInput.class);
        releases.release(proposal, Effect.NOW, REASON, second);

        assertThat(releases.inForce(ModelKind.DMN, key)).isEmpty();
        assertThat(releases.inForce(ModelKind.FORM, key))
                .as("the form of the same name stays")
                .isPresent();
        assertThat(withdrawn.has(ModelKind.DMN, key)).isTrue();
        assertThat(withdrawn.has(ModelKind.FORM, key)).isFalse();
        assertThat(models.find(ModelKind.DMN, key)).isEmpty();
        assertThat(unknownTables()).containsExactly("decide-route");
        assertThat(releases.ofModel(ModelKind.DMN, key, null, 1_000)).hasSize(2);

        releases.release(proposing.takeUpAgain(table.id(), NOTE, author), Effect.NOW, REASON, second);
        assertThat(withdrawn.has(ModelKind.DMN, key)).isFalse();
        assertThat(unknownTables()).isEmpty();
    }

    @Test
    void a_table_cases_will_ask_stays_and_so_does_one_the_application_brings() throws Exception {
        Release table = releases.find(released(ModelKind.DMN, table()));
        deployed = engine.createDeployment()
                .addString("bpmn/proposal/test-asks.bpmn", asking())
                .deploy();
        runtime.startProcessInstanceByKey("test-asks");

        refuses(table).andExpect(content().string(containsString("Tanya saja versi 1: 1 perkara berjalan")));
        refuses(releases.inForce(ModelKind.DMN, "proposal-route").orElseThrow());
        assertThat(releases.waiting(null, 100)).isEmpty();
        assertThat(withdrawn.has(ModelKind.DMN, key)).isFalse();
    }

    private ResultActions refuses(Release model) throws Exception {
        return mvc.perform(post("/processadmin/releases/" + model.id() + "/withdraw")
                        .with(with(author))
                        .with(csrf())
                        .param("key", UUID.randomUUID().toString())
                        .param("withdrawNote", NOTE))
                .andExpect(status().isUnprocessableEntity());
    }

    /** Elements of a proposal's diagram that asks our table, where the check does not know a table. */
    private List<String> unknownTables() {
        String diagram = releases.inForce(ModelKind.BPMN, "proposal-trunk")
                .orElseThrow()
                .content()
                .replace(
                        "camunda:expression=\"${proposalTrunk.decideRoute()}\"",
                        "camunda:decisionRef=\"" + key
                                + "\" camunda:resultVariable=\"routed\" camunda:mapDecisionResult=\"singleEntry\"");
        assertThat(diagram).contains(key);
        return check.check(ModelKind.BPMN, "proposal-trunk", diagram).findings().stream()
                .filter(finding -> finding.rule().equals("decision-unknown"))
                .map(Finding::element)
                .toList();
    }

    private String table() {
        return releases.inForce(ModelKind.DMN, "proposal-route")
                .orElseThrow()
                .content()
                .replace("\"proposal-route", "\"" + key);
    }

    private String asking() {
        return USER.replace("test-looks", "test-asks")
                .replace("Lihat saja", "Tanya saja")
                .replace(
                        "<bpmn:userTask id=\"look\" camunda:formRef=\"KEY\" camunda:formRefBinding=\"latest\"/>",
                        "<bpmn:businessRuleTask id=\"look\" camunda:decisionRef=\"" + key + "\"/>");
    }

    private long released(String content) {
        return released(ModelKind.FORM, content);
    }

    private long released(ModelKind kind, String content) {
        long draft =
                drafts.begin(kind, key, "proposal", content.getBytes(StandardCharsets.UTF_8), "Berkas uji.", author);
        long id = proposing.propose(draft, 1, null, "Berkas untuk diuji.", author);
        releases.release(id, Effect.NOW, REASON, second);
        return id;
    }

    private String file() {
        return releases.inForce(ModelKind.FORM, "sign-meeting")
                .orElseThrow()
                .content()
                .replace("\"sign-meeting\"", "\"" + key + "\"");
    }
}
