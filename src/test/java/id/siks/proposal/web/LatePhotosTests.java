package id.siks.proposal.web;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
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
import id.siks.Statements;
import id.siks.casework.BatchMember;
import id.siks.casework.CaseRef;
import id.siks.evidence.AttachmentKind;
import id.siks.evidence.Attachments;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.EngineJobs;
import id.siks.proposal.ProposalTestData;
import id.siks.proposal.Proposals;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** A family taken from a list gets its photos afterwards, by the page everybody uses, until its village closes the month. */
@EngineTest
class LatePhotosTests {

    private static final String LACKING = "Foto wajib belum lengkap";

    @Autowired
    MockMvc mvc;

    @Autowired
    Proposals proposals;

    @Autowired
    ProposalTestData data;

    @Autowired
    Attachments attachments;

    @Autowired
    BatchMember members;

    @Autowired
    EngineJobs jobs;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    BusinessTime time;

    ProposalTestData.Place here;
    CaseRef ref;

    @AfterEach
    void present() {
        time.release();
    }

    @Test
    void whoWasTakenFromAListIsPhotographedLaterAndJoinsHisVillagesList() throws Exception {
        here = data.in("1806022033");
        ref = proposals
                .submitAll(List.of(here.family()), here.village, here.operator)
                .accepted()
                .get(0);
        jobs.runDue();
        here.meets(ProposalTestData.agreedTo(ref));
        assertThat(ready()).isEmpty();
        shown("/proposal/" + ref, LACKING, "/proposal/" + ref + "/photos");

        adds(AttachmentKind.HOUSE_FRONT);
        adds(AttachmentKind.FAMILY_CARD);

        assertThat(ready()).containsExactly(ref);
        mvc.perform(get("/proposal/{ref}", ref).with(with(here.operator)))
                .andExpect(content().string(not(containsString(LACKING))));
        shown("/proposal/" + ref + "/photos", "Usulan ini sudah dikirim");
        nothingElseIsOpen();
        here.finalizes();
        mvc.perform(get("/proposal/{ref}/photos", ref).with(with(here.operator)))
                .andExpect(redirectedUrl("/proposal/" + ref));
        send(AttachmentKind.OTHER, 409);
    }

    @Test
    void familiesAlikeAreLookedForOnlyWhileItMayBeHandedIn() {
        here = data.in("1806022031");
        ref = here.drafted(here.family());
        assertThat(lookedFor()).isTrue();

        ref = proposals
                .submitAll(List.of(here.family()), here.village, here.operator)
                .accepted()
                .get(0);
        assertThat(lookedFor()).isFalse();
    }

    private boolean lookedFor() {
        return Statements.during(
                        () -> assertThatNoException().isThrownBy(() -> shown("/proposal/" + ref + "/photos", "Foto")))
                .stream()
                .anyMatch(statement -> statement.contains("similarity("));
    }

    private void nothingElseIsOpen() throws Exception {
        mvc.perform(get("/proposal/{ref}/photos", ref).with(with(here.operator)))
                .andExpect(content().string(not(containsString("/remove"))))
                .andExpect(content().string(not(containsString("/proposal/" + ref + "/family"))));
        mvc.perform(get("/proposal/{ref}/family", ref).with(with(here.operator)))
                .andExpect(redirectedUrl("/proposal/" + ref));
        long photo = attachments.of(ref.value()).get(0).id().value();
        mvc.perform(post("/proposal/{ref}/photos/{id}/remove", ref, photo)
                        .with(csrf())
                        .with(with(here.operator)))
                .andExpect(status().isConflict());
    }

    private void shown(String path, String... words) throws Exception {
        for (String word : words) {
            mvc.perform(get(path).with(with(here.operator)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString(word)))
                    .andExpect(content().string(not(containsString("??"))));
        }
    }

    private void adds(AttachmentKind kind) throws Exception {
        send(kind, 302);
        assertThat(attachments.of(ref.value())).anyMatch(photo -> photo.kind() == kind);
    }

    private void send(AttachmentKind kind, int answer) throws Exception {
        mvc.perform(multipart("/proposal/{ref}/photos", ref)
                        .file(new MockMultipartFile("file", "foto.jpg", "image/jpeg", ProposalTestData.jpeg()))
                        .param("kind", kind.name())
                        .with(csrf())
                        .with(with(here.operator)))
                .andExpect(status().is(answer));
    }

    private List<CaseRef> ready() {
        return transaction.execute(s -> members.listOf(here.village).ready());
    }
}
