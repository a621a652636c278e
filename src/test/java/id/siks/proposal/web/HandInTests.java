package id.siks.proposal.web;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.HiddenFields;
import id.siks.evidence.AttachmentKind;
import id.siks.evidence.AttachmentUpload;
import id.siks.evidence.Attachments;
import id.siks.evidence.Capture;
import id.siks.identity.Actor;
import id.siks.proposal.ProposalTestData;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.util.HtmlUtils;

/** A proposal is handed in whole, with its photos. */
class HandInTests extends WizardTest {

    @Autowired
    Attachments attachments;

    @Autowired
    MessageSource messages;

    @Test
    void submittingAnIncompleteProposalNamesWhatIsMissing() throws Exception {
        send("submit", Map.of("declaration", "true"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("#familyCardNumber")));
    }

    @Test
    void withoutTheDeclarationNothingIsSent() throws Exception {
        send("submit", Map.of())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Centang pernyataan")));
        assertThat(saved().submittedAt()).isNull();
    }

    @ParameterizedTest
    @MethodSource("id.siks.evidence.SampleFiles#badPhotos")
    void aBadPhotoIsRefusedWhereItWasChosen(String problem, byte[] bytes) throws Exception {
        // A browser sends an empty file where none was chosen.
        String key = bytes.length == 0 ? "proposal.page.error.photo-empty" : "evidence.error." + problem;
        String sentence =
                messages.getMessage(key, null, Locale.forLanguageTag("id")).split("\\{")[0];
        mvc.perform(multipart("/proposal/{ref}/photos", ref)
                        .file(new MockMultipartFile("file", "foto.jpg", "image/jpeg", bytes))
                        .param("kind", "HOUSE_FRONT")
                        .with(csrf())
                        .with(with(operator)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("#photos.HOUSE_FRONT")))
                .andExpect(content().string(containsString(HtmlUtils.htmlEscape(sentence))));
        assertThat(attachments.of(ref.value())).isEmpty();
    }

    @Test
    void aPhotoSentTwiceFromOnePageIsThereOnceAndAnUnreadableKeyIsRefused() throws Exception {
        String page = mvc.perform(get("/proposal/{ref}/photos", ref).with(with(operator)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String key = HiddenFields.of(page, "key");
        photo("HOUSE_FRONT", key).andExpect(status().is3xxRedirection());
        photo("HOUSE_FRONT", key).andExpect(status().is3xxRedirection());
        assertThat(attachments.of(ref.value())).hasSize(1);
        photo("FAMILY_CARD", key).andExpect(status().is3xxRedirection());
        assertThat(attachments.of(ref.value())).hasSize(2);
        photo("FAMILY_CARD", "bukan kunci").andExpect(status().isUnprocessableEntity());
        assertThat(attachments.of(ref.value())).hasSize(2);
    }

    @Test
    void onePhotoTooManyIsToldWhereItWasChosen() throws Exception {
        // Each person adds only so many within an hour.
        Actor colleague = actors.operator(saved().village());
        for (int i = 0; i < 60; i++) {
            attachments.add(
                    new AttachmentUpload(
                            ref.value(),
                            saved().village(),
                            AttachmentKind.OTHER,
                            ProposalTestData.jpeg(),
                            Capture.UNKNOWN),
                    colleague);
        }
        photo("TOILET", UUID.randomUUID().toString())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("#photos.TOILET")))
                .andExpect(content().string(containsString("60")));
        assertThat(attachments.of(ref.value())).hasSize(60);
    }

    private ResultActions photo(String kind, String key) throws Exception {
        return mvc.perform(multipart("/proposal/{ref}/photos", ref)
                .file(new MockMultipartFile("file", "foto.jpg", "image/jpeg", ProposalTestData.jpeg()))
                .param("kind", kind)
                .param("key", key)
                .with(csrf())
                .with(with(operator)));
    }
}
