package id.siks.proposal.web;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.casework.CaseRef;
import id.siks.platform.BusinessTime;
import id.siks.proposal.ProposalTestData;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A cut-off that passes while the last step is open: the proposal is taken and its operator is told. */
@EngineTest
class SubmitPagesTests {

    private static final Pattern CUTOFF = Pattern.compile("name=\"cutoff\" value=\"([^\"]+)\"");
    private static final String SAYS = "masuk periode berikutnya";

    @Autowired
    MockMvc mvc;

    @Autowired
    ProposalTestData data;

    @Autowired
    BusinessTime time;

    ProposalTestData.Place place;
    CaseRef ref;
    String cutoff;

    @BeforeEach
    void theLastStepIsOpen() throws Exception {
        place = data.in("1503012004");
        place.period();
        ref = place.drafted(place.family());
        String page = mvc.perform(get("/proposal/{ref}/review", ref).with(with(place.operator)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        Matcher shown = CUTOFF.matcher(page);
        assertThat(shown.find()).isTrue();
        cutoff = shown.group(1);
        assertThat(Instant.parse(cutoff)).isAfter(time.now());
    }

    @AfterEach
    void present() {
        time.release();
    }

    @Test
    void inTimeNothingIsSaid() throws Exception {
        mvc.perform(get("/proposal/{ref}", ref).with(with(place.operator)).flashAttrs(sent().getFlashMap()))
                .andExpect(content().string(not(containsString(SAYS))));
    }

    @Test
    void afterTheCutoffItRollsOverAndSaysSo() throws Exception {
        time.moveTo(Instant.parse(cutoff).plusSeconds(1));
        mvc.perform(get("/proposal/{ref}", ref).with(with(place.operator)).flashAttrs(sent().getFlashMap()))
                .andExpect(content().string(containsString(SAYS)));
    }

    @Test
    void whoAsksForDataIsToldSoToo() throws Exception {
        time.moveTo(Instant.parse(cutoff).plusSeconds(1));
        mvc.perform(submit().accept("application/json"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.rolledOver").value(true));
    }

    private MvcResult sent() throws Exception {
        return mvc.perform(submit())
                .andExpect(redirectedUrl("/proposal/" + ref))
                .andReturn();
    }

    private MockHttpServletRequestBuilder submit() {
        return post("/proposal/{ref}/submit", ref)
                .param("version", Integer.toString(data.version(ref)))
                .param("key", UUID.randomUUID().toString())
                .param("declaration", "true")
                .param("cutoff", cutoff)
                .with(csrf())
                .with(with(place.operator));
    }
}
