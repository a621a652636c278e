package id.siks.worklist.desk;

import static id.siks.identity.TestActors.with;
import static id.siks.proposal.ProposalTestData.agreedTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.area.Areas;
import id.siks.casework.CaseRef;
import id.siks.casework.Reason;
import id.siks.casework.ReasonCode;
import id.siks.casework.TaskForm;
import id.siks.evidence.AttachmentKind;
import id.siks.evidence.AttachmentUpload;
import id.siks.evidence.Attachments;
import id.siks.evidence.Capture;
import id.siks.evidence.SampleFiles;
import id.siks.fieldcheck.FieldCheckTestData;
import id.siks.fieldcheck.VisitOutcome;
import id.siks.finalization.Batches;
import id.siks.finalization.Milestone;
import id.siks.finalization.Periods;
import id.siks.finalization.RatificationLetter;
import id.siks.identity.Actor;
import id.siks.identity.TestActors;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.EngineJobs;
import id.siks.proposal.ProposalTestData;
import id.siks.proposal.ProposalTestData.Place;
import id.siks.proposal.Proposals;
import id.siks.register.Sex;
import id.siks.register.TestFamilies;
import id.siks.worklist.model.TestWork;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * What a room shows above its form and what the worklist shows around it stand on one page. Every form's page is opened, and
 * sent back with each of the sentences it may come back with.
 */
@EngineTest
class EveryTaskPageTests {

    private static final AreaCode REGENCY = new AreaCode("1309");

    @Autowired
    MockMvc web;

    @Autowired
    List<TaskForm> forms;

    @Autowired
    ProposalTestData proposals;

    @Autowired
    Proposals meetings;

    @Autowired
    FieldCheckTestData visits;

    @Autowired
    TestWork work;

    @Autowired
    Periods periods;

    @Autowired
    Batches batches;

    @Autowired
    TestActors people;

    @Autowired
    Attachments attachments;

    @Autowired
    Areas areas;

    @Autowired
    TaskService tasks;

    @Autowired
    EngineJobs jobs;

    @Autowired
    BusinessTime time;

    private final Set<String> opened = new TreeSet<>();

    @Test
    void whateverFormIsRefusedItsPageSaysSo() throws Exception {
        AreaCode village =
                areas.children(areas.children(REGENCY).get(0).code()).get(0).code();
        Place place = proposals.in(village.value());
        opens(tasks.createTaskQuery().taskId(work.open(village, null)).singleResult(), place.operator);

        CaseRef otherwise = place.handedIn(TestFamilies.withMember(
                place.family(), 0, TestFamilies.member("1804041506859001", "Budi Santosa", Sex.MALE, 1, true)));
        opens(open(otherwise, "correct-proposal"), place.operator);
        aVillageTalks(place);
        aVisitIsMade();
        aListIsDetermined(place);

        assertThat(opened)
                .as("every form's page")
                .containsExactlyElementsOf(
                        new TreeSet<>(forms.stream().map(TaskForm::task).toList()));
    }

    /** A wrong one: it would be opened as if the form had been refused. */
    @Test
    void theRuleFindsAFormThatTakesANameOfThePage() {
        assertThatThrownBy(() -> TaskSheets.requireApart(
                        "check-integrity", Set.of("report", "refusal"), Set.of("row", "refusal")))
                .hasMessage("what check-integrity shows is called as what its page shows: [refusal]");
    }

    private void aVillageTalks(Place place) throws Exception {
        CaseRef family = place.ready();
        CaseRef meeting = opensMeeting(place);
        opens(open(meeting, "record-meeting"), place.operator);
        place.records(meeting, agreedTo(family));
        opens(open(meeting, "sign-meeting"), place.head);
        proposals.does(place.head, meeting, "sign-meeting", Map.of("signature", "sign"));
        jobs.runDue();
        place.period();
        opens(open(place.period().ref(), "finalize-village", place.village), place.operator);
        place.finalizes();
        visits.confirms(place.worker, family);
        opens(open(family, "decide-proposal"), place.verifier);
        proposals.does(place.verifier, family, "decide-proposal", Map.of("decision", "approve"));
    }

    private CaseRef opensMeeting(Place place) {
        CaseRef meeting = meetings.openMeeting(place.village, place.operator);
        place.photo(meeting, AttachmentKind.MEETING_MINUTES);
        return meeting;
    }

    /** In a district with two workers, so that somebody has to choose. */
    private void aVisitIsMade() throws Exception {
        AreaCode district = areas.children(REGENCY).get(1).code();
        Actor worker = people.socialWorker(district);
        people.socialWorker(district);
        Actor verifier = people.verifier(REGENCY);
        CaseRef asked = visits.asked(areas.children(district).get(0).code(), null, "C1");
        opens(open(asked, "assign-visit"), verifier);
        visits.does(verifier, asked, "assign-visit", Map.of("worker", worker.id()));
        opens(open(asked, "record-visit"), worker);
        visits.does(worker, asked, "record-visit", FieldCheckTestData.found(VisitOutcome.MOVED_OR_GONE));
        opens(open(asked, "review-visit"), verifier);
    }

    private void aListIsDetermined(Place place) throws Exception {
        CaseRef period = place.period().ref();
        comes(period, Milestone.VILLAGE_CUTOFF);
        opens(open(period, "close-regency"), place.verifier);
        comes(period, Milestone.REGENCY_CUTOFF);
        Actor officeHead = people.officeHead(REGENCY);
        opens(open(period, "approve-batch"), officeHead);
        batches.approve(period, officeHead);
        Actor regent = people.regent(REGENCY);
        opens(open(period, "record-ratification"), regent);
        ratifies(period, regent);
        Actor province = people.provinceOfficer(REGENCY.at(AreaLevel.PROVINCE));
        opens(open(period, "forward-batch"), province);
        batches.forward(period, province);
        jobs.runDue();
        Actor ministry = people.ministryOfficer();
        opens(open(period, "check-integrity"), ministry);
        batches.checked(period, ministry);
        Actor decider = people.decider();
        opens(open(period, "determine-batch"), decider);
        batches.refuse(
                period, new Reason(ReasonCode.EVIDENCE_MISSING, "Foto rumah tidak memperlihatkan atap."), decider);
        jobs.runDue();
        opens(open(period, "check-integrity"), ministry, "Dikembalikan", "Foto rumah tidak memperlihatkan atap.");
    }

    private void ratifies(CaseRef period, Actor regent) {
        attachments.add(
                new AttachmentUpload(
                        period.value(),
                        REGENCY,
                        AttachmentKind.RATIFICATION_LETTER,
                        SampleFiles.png(210, 297),
                        Capture.UNKNOWN),
                regent);
        batches.ratify(
                period,
                new RatificationLetter(
                        "460/123/2026",
                        time.today(areas.zoneOf(REGENCY)),
                        batches.find(period).orElseThrow().sha256()),
                regent);
    }

    private void comes(CaseRef period, Milestone milestone) {
        time.moveTo(periods.find(period).orElseThrow().at(milestone).plusSeconds(1));
        jobs.runDue();
    }

    private Task open(CaseRef ref, String task) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(ref.value())
                .taskDefinitionKey(task)
                .singleResult();
    }

    private Task open(CaseRef period, String task, AreaCode village) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(period.value())
                .taskDefinitionKey(task)
                .list()
                .stream()
                .filter(t -> village.value().equals(tasks.getVariable(t.getId(), "areaCode")))
                .findFirst()
                .orElseThrow();
    }

    /** Takes the task, reads its page, and sends the page back in ways no form accepts. */
    private void opens(Task task, Actor actor, String... shown) throws Exception {
        opened.add(task.getTaskDefinitionKey());
        String page = "/worklist/tasks/" + task.getId();
        web.perform(post(page + "/claim").with(csrf()).with(with(actor))).andExpect(redirectedUrl(page));
        says(get(page), actor, status().isOk(), shown);
        says(sent(page).param("form", "x"), actor, status().isConflict(), and(shown, "Halaman ini sudah usang"));
        says(
                sent(page).param("form", "x").param("note", "a\u0000b"),
                actor,
                status().isUnprocessableEntity(),
                and(shown, "<div class=\"alert alert-danger\" role=\"alert\">"));
        says(
                post(page + "/put-off")
                        .param("key", UUID.randomUUID().toString())
                        .param("followUp", "kapan-kapan"),
                actor,
                status().isUnprocessableEntity(),
                and(shown, "value=\"kapan-kapan\""));
    }

    private static MockHttpServletRequestBuilder sent(String page) {
        return post(page + "/complete")
                .param("key", UUID.randomUUID().toString())
                .param("version", "0");
    }

    private void says(MockHttpServletRequestBuilder request, Actor actor, ResultMatcher status, String... sentences)
            throws Exception {
        ResultActions answer =
                web.perform(request.with(csrf()).with(with(actor))).andExpect(status);
        for (String sentence : sentences) {
            answer.andExpect(content().string(containsString(sentence)));
        }
        answer.andExpect(content().string(not(containsString("??"))));
    }

    private static String[] and(String[] shown, String sentence) {
        return Stream.concat(Stream.of(shown), Stream.of(sentence)).toArray(String[]::new);
    }
}
