package id.siks.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.identity.TestActors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Requirement 15: whatever is sent, the answer is a sentence and never an inner fault. */
@EngineTest
class BadInputTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestActors actors;

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\u001bb", "a\u202eb", "a\u2066b", "a\u200fb", "a\u0085b"})
    void hiddenCharactersAreRefusedAtTheirField(String text) throws Exception {
        mvc.perform(log().param("subject", text))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("karakter yang tidak boleh dipakai")));
        mvc.perform(log().param("subject", text).accept(MediaType.APPLICATION_JSON))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.errors[0].field").value("subject"))
                .andExpect(jsonPath("$.errors[0].message").exists());
    }

    @ParameterizedTest
    @ValueSource(strings = {"baris satu\r\nbaris\tdua", "Dé'wi – Ñoto 😀", "' or 1=1 --", "%", "<script>"})
    void ordinaryTextsPass(String text) throws Exception {
        mvc.perform(search().param("q", text)).andExpect(status().isOk());
    }

    @Test
    void tenThousandCharactersAreTheMost() throws Exception {
        mvc.perform(search().param("q", "x".repeat(10_000))).andExpect(status().isOk());
        mvc.perform(search().param("q", "x".repeat(10_001)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Terlalu panjang")));
    }

    @Test
    void textIsComposed() throws Exception {
        mvc.perform(log().param("subject", "De\u0301wi")).andExpect(content().string(containsString("D\u00e9wi")));
    }

    @Test
    void aNumberThatIsNoneIsABadRequest() throws Exception {
        mvc.perform(log().param("before", "x")).andExpect(status().isBadRequest());
        mvc.perform(log().param("before", "99999999999999999999")).andExpect(status().isBadRequest());
        mvc.perform(post("/login").with(csrf())).andExpect(status().isBadRequest());
    }

    @Test
    void userTextIsEscaped() throws Exception {
        mvc.perform(log().param("subject", "<script>alert(1)</script>"))
                .andExpect(content().string(not(containsString("<script>alert"))));
    }

    @Test
    void anUnknownPageIsNotFoundAndAWrongMethodIsSaid() throws Exception {
        var auditor = TestActors.with(actors.auditor(new AreaCode("1804")));
        mvc.perform(get("/nowhere").with(auditor)).andExpect(status().isNotFound());
        mvc.perform(get("/language").with(auditor))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(header().string("Allow", "POST"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/a\nb", ""})
    void aChangeOfLanguageNeverLeadsElsewhere(String back) throws Exception {
        mvc.perform(post("/language")
                        .param("language", "en")
                        .param("back", back)
                        .with(csrf()))
                .andExpect(result -> {
                    String to = result.getResponse().getRedirectedUrl();
                    assertThat(to == null || to.equals("/")).as("%s", to).isTrue();
                });
    }

    @Test
    void aChangeOfLanguageReturnsToThePageAndLasts() throws Exception {
        var result = mvc.perform(post("/language")
                        .param("language", "en")
                        .param("back", "/login")
                        .with(csrf()))
                .andExpect(redirectedUrl("/login"))
                .andReturn();
        mvc.perform(get("/login").cookie(result.getResponse().getCookies()))
                .andExpect(content().string(containsString("Log in to SIKS-NG")));
    }

    private MockHttpServletRequestBuilder log() {
        return get("/identity/access-log").with(TestActors.with(actors.auditor(new AreaCode("1804"))));
    }

    /** Takes whatever people type. */
    private MockHttpServletRequestBuilder search() {
        return get("/area/search").with(TestActors.with(actors.auditor(new AreaCode("1804"))));
    }
}
