package id.siks.proposal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.casework.BatchMember.ListLine;
import id.siks.casework.CaseRef;
import id.siks.evidence.AttachmentKind;
import id.siks.evidence.AttachmentView;
import id.siks.evidence.Attachments;
import id.siks.fieldcheck.FieldCheckTestData;
import id.siks.identity.AccessKind;
import id.siks.identity.Actor;
import id.siks.identity.TestAccessLog;
import id.siks.identity.TestActors;
import id.siks.platform.BusinessTime;
import id.siks.platform.FieldError;
import id.siks.platform.forms.FormSchemas;
import id.siks.register.FamilyContent;
import id.siks.register.Sex;
import id.siks.register.TestFamilies;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;

/** What people see above the forms of this room's tasks. */
@EngineTest
class ProposalTaskPagesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    ProposalTestData data;

    @Autowired
    Proposals proposals;

    @Autowired
    ProposalBatchMember members;

    @Autowired
    FieldCheckTestData visits;

    @Autowired
    TaskService tasks;

    @Autowired
    Attachments attachments;

    @Autowired
    FormSchemas schemas;

    @Autowired
    Areas areas;

    @Autowired
    BusinessTime time;

    @Autowired
    JdbcTemplate db;

    @Autowired
    TestAccessLog accessLog;

    @Test
    void the_verifier_sees_claim_finding_and_registry_side_by_side() throws Exception {
        ProposalTestData.Place place = data.in("1806032009");
        CaseRef ref = place.visited();
        FamilyContent family = proposals.view(ref, place.verifier).content();
        open(place.verifier, ref, "decide-proposal")
                .andExpect(content().string(containsString("Usulan desa")))
                .andExpect(content().string(containsString("Temuan lapangan")))
                .andExpect(content().string(containsString("Jawaban Dukcapil")))
                .andExpect(content().string(containsString("Terkonfirmasi")))
                .andExpect(content().string(containsString("Kunjungan: ")))
                .andExpect(content().string(containsString("Pekerja bebas pertanian")))
                .andExpect(content().string(containsString("Sepeda")))
                .andExpect(content().string(not(containsString("Jenis disabilitas"))))
                .andExpect(content().string(not(containsString(family.familyCardNumber()))))
                .andExpect(content()
                        .string(not(containsString(family.members().get(0).nik()))));
    }

    @Test
    void work_that_speaks_against_assistance_is_pointed_out_wherever_somebody_judges() throws Exception {
        ProposalTestData.Place place = data.in("1806032010");
        CaseRef ref = place.handedIn(TestFamilies.withMember(
                place.family(), 1, TestFamilies.working(TestFamilies.spouse("Siti Contoh"), 5)));
        String work = "Siti Contoh: PNS/TNI/Polri/BUMN/BUMD/anggota legislatif";
        mvc.perform(get("/proposal/" + ref).with(TestActors.with(place.operator)))
                .andExpect(content().string(containsString(work)));
        assertThat(proposals.review(ref, place.operator).warnings())
                .extracting(FieldError::field)
                .contains("members[1].jobPosition");
        place.meets(ProposalTestData.agreedTo(ref));
        place.finalizes();
        open(place.worker, ref, "record-visit")
                .andExpect(content().string(containsString("pekerjaan seorang anggota keluarga dikecualikan")));
        visits.confirms(place.worker, ref);
        open(place.verifier, ref, "decide-proposal")
                .andExpect(content().string(containsString(work)))
                .andExpect(content().string(containsString("Meragukan menurut isian desa/kelurahan")))
                .andExpect(content().string(containsString("<b>Anggota 2 – ")));
        assertThat(members.lines(List.of(ref)))
                .extracting(ListLine::outlier)
                .containsExactly("proposal.outlier.excluded-work");
    }

    @Test
    void the_visitor_is_told_the_neighbourhood_units_and_the_hamlet_of_the_home() throws Exception {
        ProposalTestData.Place place = data.in("1806032036");
        CaseRef ref = place.listed();
        String home = "Jalan Melati 12, RT 003/RW 001, Dusun Satu";

        // An older version of the application kept only the street when it asked for the visit.
        db.update("update fieldcheck.field_check set address = 'Jalan Melati 12' where case_ref = ?", ref.value());
        open(place.worker, ref, "record-visit").andExpect(content().string(containsString(home)));
        mvc.perform(get("/fieldcheck").with(TestActors.with(place.worker)))
                .andExpect(content().string(containsString(home)));
    }

    @Test
    void the_operator_is_led_to_the_field_that_does_not_match() throws Exception {
        ProposalTestData.Place place = data.in("1806112002");
        FamilyContent family = TestFamilies.withMember(
                place.family(), 0, TestFamilies.member("1806031506869001", "Budi Contoh", Sex.MALE, 1, true));
        CaseRef ref = place.handedIn(family);
        open(place.operator, ref, "correct-proposal")
                .andExpect(content().string(containsString("/proposal/" + ref + "/family#members[0].fullName")))
                .andExpect(content().string(containsString("Tercatat di Dukcapil")))
                .andExpect(content().string(containsString("Tidak padan dalam perbaikan")));
        mvc.perform(get("/proposal/" + ref).with(TestActors.with(place.operator)))
                .andExpect(content().string(containsString("Status anggota")))
                .andExpect(content().string(containsString("Tidak padan dalam perbaikan")));
    }

    @Test
    void the_meeting_lists_who_can_be_talked_about_and_the_head_what_was_decided() throws Exception {
        ProposalTestData.Place place = data.in("1806112003");
        CaseRef ref = place.ready();
        CaseRef meeting = proposals.openMeeting(place.village, place.operator);
        open(place.operator, meeting, "record-meeting").andExpect(content().string(containsString(ref.value())));
        isNoted(ref, place.operator, "record-meeting");
        place.photo(meeting, AttachmentKind.MEETING_MINUTES);
        place.records(meeting, ProposalTestData.agreedTo(ref));
        open(place.head, meeting, "sign-meeting")
                .andExpect(content().string(containsString("Balai pekon")))
                .andExpect(content().string(containsString("Disepakati")));
        isNoted(ref, place.head, "sign-meeting");
    }

    @Test
    void the_pages_of_a_list_may_ask_for_its_lines_without_changing_anything() {
        ProposalTestData.Place place = data.in("1806112004");
        CaseRef ref = place.listed();
        assertThat(members.lines(List.of(ref))).singleElement().satisfies(line -> {
            assertThat(line.ref()).isEqualTo(ref);
            assertThat(line.head()).isNotBlank();
            assertThat(line.address()).isEqualTo("Jalan Melati 12, RT 003/RW 001, Dusun Satu");
            assertThat(line.familyCardNumber()).matches("\\d{4}\\*{8}\\d{4}");
        });
    }

    @Test
    void a_refused_scan_is_told_on_the_meetings_page_beside_the_file() throws Exception {
        ProposalTestData.Place place = data.in("1806022019");
        CaseRef meeting = proposals.openMeeting(place.village, place.operator);
        String page = pageOf(meeting);
        MvcResult refused = mvc.perform(multipart("/evidence/" + meeting + "/attachments")
                        .file(new MockMultipartFile("file", "scan.pdf", "application/pdf", "<html>".getBytes(UTF_8)))
                        .param("kind", "SPTJM")
                        .param("back", page)
                        .with(csrf())
                        .with(TestActors.with(place.operator)))
                .andExpect(redirectedUrl(page))
                .andReturn();
        mvc.perform(get(page).with(TestActors.with(place.operator)).flashAttrs(refused.getFlashMap()))
                .andExpect(content().string(containsString("id=\"scan-file-error\"")))
                .andExpect(content().string(containsString("value=\"SPTJM\" selected")));
    }

    @Test
    void a_wrong_scan_is_taken_back_on_the_page_it_was_put_on_until_the_record_is_sent() throws Exception {
        ProposalTestData.Place place = data.in("1806022026");
        CaseRef ref = place.ready();
        CaseRef meeting = proposals.openMeeting(place.village, place.operator);
        place.photo(meeting, AttachmentKind.SPTJM);
        String wrong = "/evidence/" + attachments.of(meeting.value()).get(0).id() + "/remove";
        place.photo(meeting, AttachmentKind.MEETING_MINUTES);
        String page = pageOf(meeting);
        open(place.operator, meeting, "record-meeting").andExpect(content().string(containsString(wrong)));

        mvc.perform(post(wrong).param("back", page).with(csrf()).with(TestActors.with(place.operator)))
                .andExpect(redirectedUrl(page));

        assertThat(attachments.of(meeting.value()))
                .extracting(AttachmentView::kind)
                .containsExactly(AttachmentKind.MEETING_MINUTES);
        place.records(meeting, ProposalTestData.agreedTo(ref));
        open(place.head, meeting, "sign-meeting").andExpect(content().string(not(containsString("/remove"))));
    }

    private String pageOf(CaseRef ref) {
        return "/worklist/tasks/"
                + tasks.createTaskQuery()
                        .processInstanceBusinessKey(ref.value())
                        .singleResult()
                        .getId();
    }

    @Test
    void who_approves_after_the_cut_off_is_told_that_the_case_travels_with_the_next_list() throws Exception {
        AreaCode district = areas.children(new AreaCode("1810")).get(0).code();
        ProposalTestData.Place place =
                data.in(areas.children(district).get(0).code().value());
        List<CaseRef> refs = place.visited(2);
        String next = "ikut daftar periode berikutnya";
        approved(refs.get(0), place.verifier).andExpect(content().string(not(containsString(next))));
        Instant before = time.now();
        time.moveTo(place.period().regencyCutoffAt());
        try {
            approved(refs.get(1), place.verifier)
                    .andExpect(content().string(containsString(next)))
                    .andExpect(content().string(containsString(refs.get(1).value())));
        } finally {
            time.moveTo(before);
        }
    }

    /** The list the verifier comes back to. */
    private ResultActions approved(CaseRef ref, Actor verifier) throws Exception {
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(ref.value())
                .taskDefinitionKey("decide-proposal")
                .singleResult()
                .getId();
        String page = "/worklist/tasks/" + task;
        mvc.perform(post(page + "/claim").with(csrf()).with(TestActors.with(verifier)));
        mvc.perform(post(page + "/complete")
                        .param("key", UUID.randomUUID().toString())
                        .param("version", version(task))
                        .param("form", schemas.of("decide-proposal").fingerprint())
                        .param("decision", "approve")
                        .param("notOwnFamily", "true")
                        .with(csrf())
                        .with(TestActors.with(verifier)))
                .andExpect(redirectedUrl("/worklist?done=" + task));
        return mvc.perform(get("/worklist?done=" + task).with(TestActors.with(verifier)));
    }

    private String version(String task) {
        return db.queryForObject("select version from worklist.work_item where task_id = ?", String.class, task);
    }

    private ResultActions open(Actor actor, CaseRef ref, String key) throws Exception {
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(ref.value())
                .taskDefinitionKey(key)
                .singleResult()
                .getId();
        ResultActions page = mvc.perform(get("/worklist/tasks/" + task).with(TestActors.with(actor)))
                .andExpect(status().isOk());
        isNoted(ref, actor, key);
        return page;
    }

    /** Requirement 23: who saw the family is told whichever task's page it was. */
    private void isNoted(CaseRef ref, Actor actor, String key) {
        assertThat(accessLog.about("casework:" + ref))
                .anyMatch(entry -> Objects.equals(entry.accountId(), actor.accountId())
                        && entry.kind() == AccessKind.READ
                        && key.equals(entry.purpose()));
    }
}
