package id.siks.proposal.web;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.casework.CaseRef;
import id.siks.evidence.AttachmentKind;
import id.siks.evidence.AttachmentView;
import id.siks.evidence.Attachments;
import id.siks.identity.AccessEntry;
import id.siks.identity.AccessOutcome;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestAccessLog;
import id.siks.identity.TestActors;
import id.siks.proposal.ProposalTestData;
import id.siks.proposal.Proposals;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** A draft and its photos are everybody's who works for its village, and nobody's who works elsewhere and looks on here. */
@EngineTest
class OnlookerTests {

    private static final AreaCode DISTRICT = new AreaCode("121906");

    @Autowired
    MockMvc mvc;

    @Autowired
    Proposals proposals;

    @Autowired
    Attachments attachments;

    @Autowired
    TestActors actors;

    @Autowired
    Areas areas;

    @Autowired
    TestAccessLog log;

    Actor operator;
    Actor onlooker;
    CaseRef ref;

    @BeforeEach
    void aDraftWithAPhoto() throws Exception {
        AreaCode village = areas.children(DISTRICT).get(4).code();
        operator = actors.operator(village);
        onlooker = actors.holding(List.of(
                Assignment.of(
                        Role.VILLAGE_OPERATOR, areas.children(DISTRICT).get(5).code()),
                Assignment.of(Role.AUDITOR, new AreaCode("1219"))));
        ref = proposals.draft(operator, village);
        addsPhoto(operator, 302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"family", "housing", "photos", "place", "review"})
    void whoLooksOnReadsTheCaseButNoStepOfItsDraft(String step) throws Exception {
        mvc.perform(get("/proposal/{ref}", ref).with(with(onlooker))).andExpect(status().isOk());
        mvc.perform(get("/proposal/{ref}/{step}", ref, step).with(with(onlooker)))
                .andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"family", "housing", "place", "submit", "duplicates"})
    void whatHeSendsIsNeitherKeptNorAnsweredWithTheDraft(String step) throws Exception {
        int version = proposals.view(ref, operator).version();
        mvc.perform(post("/proposal/{ref}/{step}", ref, step)
                        .param("version", Integer.toString(version))
                        .param("key", UUID.randomUUID().toString())
                        .with(csrf())
                        .with(with(onlooker)))
                .andExpect(status().isNotFound());
        assertThat(proposals.view(ref, operator).version()).isEqualTo(version);
    }

    @Test
    void photosAreAddedAndTakenBackByThoseWhoWorkForTheVillage() throws Exception {
        addsPhoto(onlooker, 404);
        List<AttachmentView> photos = attachments.of(ref.value());
        assertThat(photos).extracting(AttachmentView::kind).containsExactly(AttachmentKind.HOUSE_FRONT);
        String remove = "/proposal/" + ref + "/photos/" + photos.get(0).id() + "/remove";
        mvc.perform(post(remove).with(csrf()).with(with(onlooker))).andExpect(status().isNotFound());

        Actor colleague = actors.operator(proposals.view(ref, operator).village());
        mvc.perform(post(remove).with(csrf()).with(with(colleague)))
                .andExpect(redirectedUrl("/proposal/" + ref + "/photos"));
        assertThat(attachments.of(ref.value())).isEmpty();
    }

    /** Requirement 23: also that somebody was not let in is written down, whatever he asked for. */
    @Test
    void whoIsNotLetInIsWrittenDown() throws Exception {
        Actor stranger = actors.operator(areas.children(DISTRICT).get(3).code());
        mvc.perform(get("/proposal/{ref}", ref).with(with(stranger))).andExpect(status().isNotFound());
        assertThat(refused(stranger)).containsExactly("proposal:" + ref);
        mvc.perform(post("/proposal/{ref}/reveal", ref)
                        .param("purpose", "VERIFY")
                        .with(csrf())
                        .with(with(stranger)))
                .andExpect(status().isNotFound());
        assertThat(refused(stranger)).containsExactly("proposal:" + ref, "proposal:" + ref);
        mvc.perform(get("/proposal/{ref}/family", ref).with(with(onlooker))).andExpect(status().isNotFound());
        assertThat(refused(onlooker)).containsExactly("proposal:" + ref);
    }

    private List<String> refused(Actor actor) {
        return log.by(actor).stream()
                .filter(entry -> entry.outcome() == AccessOutcome.REFUSED)
                .map(AccessEntry::subject)
                .toList();
    }

    private void addsPhoto(Actor actor, int answer) throws Exception {
        mvc.perform(multipart("/proposal/{ref}/photos", ref)
                        .file(new MockMultipartFile("file", "foto.jpg", "image/jpeg", ProposalTestData.jpeg()))
                        .param("kind", "HOUSE_FRONT")
                        .with(csrf())
                        .with(with(actor)))
                .andExpect(status().is(answer));
    }
}
