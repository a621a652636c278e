package id.siks.proposal;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.casework.CaseRef;
import id.siks.casework.Timeline;
import id.siks.evidence.AttachmentKind;
import id.siks.fieldcheck.FieldCheckTestData;
import id.siks.fieldcheck.VisitOutcome;
import id.siks.identity.Actor;
import id.siks.platform.InvalidInput;
import id.siks.platform.engine.EngineJobs;
import id.siks.platform.forms.FormField;
import id.siks.register.TestFamilies;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Who agrees to a family against the advice says why in writing, and everybody can read it. */
@EngineTest
class AgainstAdviceProcessTests {

    private static final String WHY = "Pencari nafkah lumpuh sejak bulan lalu";

    @Autowired
    ProposalTestData data;

    @Autowired
    Proposals proposals;

    @Autowired
    FieldCheckTestData visits;

    @Autowired
    Timeline timeline;

    @Autowired
    EngineJobs jobs;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    MockMvc mvc;

    @Test
    void a_family_without_signs_is_agreed_to_and_approved_only_with_a_written_reason() throws Exception {
        ProposalTestData.Place place = data.in("1808012009");
        CaseRef ref = place.handedIn(TestFamilies.withoutSigns(place.family()));
        CaseRef usual = place.ready();
        CaseRef meeting = proposals.openMeeting(place.village, place.operator);
        place.photo(meeting, AttachmentKind.MEETING_MINUTES);
        String field = FormField.repeatedKey("despite", ref.value());
        shows(place.operator, meeting, "record-meeting", "id=\"" + field + "\"", true);
        shows(
                place.operator,
                meeting,
                "record-meeting",
                "id=\"" + FormField.repeatedKey("despite", usual.value()) + "\"",
                false);
        Map<String, String> answers = new HashMap<>(ProposalTestData.agreedTo(ref, usual));
        refusedAt(field, () -> place.records(meeting, answers));
        answers.put(field, "pendek");
        refusedAt(field, () -> place.records(meeting, answers));
        answers.put(field, WHY);
        place.records(meeting, answers);
        shows(place.head, meeting, "sign-meeting", WHY, true);
        data.does(place.head, meeting, "sign-meeting", Map.of("signature", "sign"));
        jobs.runDue();
        assertThat(note(ref, "agreed")).isEqualTo(WHY);
        assertThat(note(usual, "agreed")).isNull();

        place.finalizes();
        visits.confirms(place.worker, ref);
        visits.confirms(place.worker, usual);
        shows(place.verifier, ref, "decide-proposal", "id=\"despite\"", true);
        shows(place.verifier, usual, "decide-proposal", "id=\"despite\"", false);
        refusedAt("despite", () -> approve(place, ref, Map.of()));
        refusedAt("despite", () -> proposals.decide(ref, RegencyDecision.APPROVE, null, List.of(), place.verifier));
        assertThat(trunk(ref)).isWaitingAt("decide-proposal");
        approve(place, ref, Map.of("despite", WHY));
        approve(place, usual, Map.of());
        assertThat(trunk(ref)).isWaitingAt("batch-awaited");
        assertThat(note(ref, "decided-approve")).isEqualTo(WHY);
        assertThat(note(usual, "decided-approve")).isNull();
    }

    @Test
    void what_the_visit_did_not_confirm_is_approved_only_with_a_written_reason() {
        ProposalTestData.Place place = data.in("1808012010");
        CaseRef ref = place.listed();
        visits.does(place.worker, ref, "record-visit", FieldCheckTestData.found(VisitOutcome.NOT_FOUND));
        visits.does(
                place.verifier,
                ref,
                "review-visit",
                Map.of("decision", "ACCEPT", "reasonText", "Rumah tidak ditemukan di alamat itu"));

        refusedAt("despite", () -> approve(place, ref, Map.of()));
        approve(place, ref, Map.of("despite", WHY));
        assertThat(trunk(ref)).isWaitingAt("batch-awaited");
        assertThat(note(ref, "decided-approve")).isEqualTo(WHY);
    }

    private void approve(ProposalTestData.Place place, CaseRef ref, Map<String, String> more) {
        Map<String, String> answers = new HashMap<>(more);
        answers.put("decision", "approve");
        data.does(place.verifier, ref, "decide-proposal", answers);
    }

    private static void refusedAt(String field, ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.errors())
                .extracting(fault -> fault.field())
                .containsExactly(field));
    }

    private String note(CaseRef ref, String what) {
        return timeline.of(ref).stream()
                .filter(entry -> entry.what().equals(what))
                .findFirst()
                .orElseThrow()
                .note();
    }

    private void shows(Actor actor, CaseRef ref, String key, String words, boolean shown) throws Exception {
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(ref.value())
                .taskDefinitionKey(key)
                .singleResult()
                .getId();
        mvc.perform(post("/worklist/tasks/" + task + "/claim").with(csrf()).with(with(actor)))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/worklist/tasks/" + task).with(with(actor)))
                .andExpect(content().string(shown ? containsString(words) : not(containsString(words))))
                .andExpect(content().string(not(containsString("??"))));
    }

    private ProcessInstance trunk(CaseRef ref) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("proposal-trunk")
                .processInstanceBusinessKey(ref.value())
                .singleResult();
    }
}
