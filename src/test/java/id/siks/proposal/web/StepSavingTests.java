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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.identity.Actor;
import id.siks.identity.TestActors;
import id.siks.proposal.Proposals;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;

/** A step is saved by what saves while one types: each answer tells the version this very save has left. */
@EngineTest
class StepSavingTests {

    private static final AreaCode VILLAGE = new AreaCode("1806042029");
    private static final String NOT_SAVED = "data-unsaved=\"yes\"";

    @Autowired
    MockMvc mvc;

    @Autowired
    Proposals proposals;

    @Autowired
    TestActors actors;

    Actor operator;
    Actor colleague;
    CaseRef ref;
    int drafted;

    @BeforeEach
    void aDraftOfTwo() {
        operator = actors.operator(VILLAGE);
        colleague = actors.operator(VILLAGE);
        ref = proposals.draft(operator, VILLAGE);
        drafted = proposals.view(ref, operator).version();
    }

    @Test
    void aRepeatIsToldTheVersionItsFirstRequestLeftWhateverOthersHaveSavedSince() throws Exception {
        String key = key();
        int first = version(save(operator, key, drafted, "Jalan Melati 1"));
        int second = version(save(colleague, key(), first, "Jalan Kenanga 2"));
        assertThat(second).isGreaterThan(first);

        assertThat(version(save(operator, key, drafted, "Jalan Melati 1"))).isEqualTo(first);
        save(operator, key(), first, "Jalan Melati 3").andExpect(status().isConflict());
        assertThat(address()).isEqualTo("Jalan Kenanga 2");
    }

    @Test
    void aKeyThatBelongsToAnotherDeedSavesNothing() throws Exception {
        String key = key();
        mvc.perform(post("/proposal")
                        .param("key", key)
                        .accept("application/json")
                        .with(csrf())
                        .with(with(operator)))
                .andExpect(status().isOk());

        save(operator, key, drafted, "Jalan Melati 1")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("key"));
        assertThat(address()).isNull();
    }

    /** Whoever leaves a page that keeps what nobody has saved is asked first. */
    @Test
    void aPageWithWhatWasTypedAndNotSavedSaysSo() throws Exception {
        mvc.perform(get("/proposal/{ref}/family", ref).with(with(operator)))
                .andExpect(content().string(not(containsString(NOT_SAVED))));
        page("phone", "12").andExpect(status().isUnprocessableEntity()).andExpect(notSaved());
        page("action", "add-member").andExpect(status().isOk()).andExpect(notSaved());
        save(colleague, key(), drafted, "Jalan Kenanga 2");
        page("address", "Jalan Melati 1").andExpect(status().isConflict()).andExpect(notSaved());
    }

    private static ResultMatcher notSaved() {
        return content().string(containsString(NOT_SAVED));
    }

    private ResultActions page(String field, String value) throws Exception {
        return mvc.perform(post("/proposal/{ref}/family", ref)
                .param("version", Integer.toString(drafted))
                .param("key", key())
                .param(field, value)
                .with(csrf())
                .with(with(operator)));
    }

    private ResultActions save(Actor actor, String key, int version, String address) throws Exception {
        return mvc.perform(post("/proposal/{ref}/family", ref)
                .param("version", Integer.toString(version))
                .param("key", key)
                .param("action", "save")
                .param("address", address)
                .accept("application/json")
                .with(csrf())
                .with(with(actor)));
    }

    private static int version(ResultActions saved) throws Exception {
        return JsonPath.read(
                saved.andExpect(status().isOk()).andReturn().getResponse().getContentAsString(), "$.version");
    }

    private String address() {
        return proposals.view(ref, operator).content().address();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
