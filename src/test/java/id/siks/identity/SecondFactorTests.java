package id.siks.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/** Requirements 7, 13 and 19 at a login server: who approves or administers has come in with a second factor. */
@EngineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecondFactorTests {

    private static final AreaCode REGENCY = new AreaCode("1804");
    private static final AreaCode VILLAGE = new AreaCode("1804012001");
    private static final Map<String, Object> PASSWORD = Map.of("acr", "1");
    private static final Map<String, Object> CODE = Map.of("acr", "2");

    @Autowired
    WebApplicationContext context;

    @Autowired
    Accounts accounts;

    @Autowired
    MockMvc mvc;

    FakeIssuer issuer;
    FilterChainProxy door;
    FreshLogin fresh;

    @BeforeAll
    void aLoginServer() throws Exception {
        issuer = new FakeIssuer();
        LoginNode node = new LoginNode(context, issuer.address());
        fresh = new FreshLogin(node.settings);
        door = node.browsers();
    }

    @AfterAll
    void itCloses() {
        issuer.close();
    }

    @Test
    void whoeverNeedsNoneIsInWithAPassword() throws Exception {
        Visit operator = new Visit(Assignment.of(Role.VILLAGE_OPERATOR, VILLAGE));

        assertThat(operator.begins("")).doesNotContainKeys("acr_values", "prompt");
        assertThat(operator.comesBack(PASSWORD)).isEqualTo("/");
        mvc.perform(get("/identity/second-factor").session(operator.session))
                .andExpect(content().string(containsString("Semua peran Anda berlaku")));
    }

    @Test
    void whoeverApprovesIsSentBackOnceForASecondFactorAndIsThenInWithEverything() throws Exception {
        Visit auditor = new Visit(Assignment.of(Role.REGENCY_VERIFIER, REGENCY), Assignment.of(Role.AUDITOR, REGENCY));
        auditor.begins("");

        String more = auditor.comesBack(PASSWORD);
        assertThat(more).isEqualTo("/oauth2/authorization/siks?factor");
        mvc.perform(get("/identity/second-factor").session(auditor.session)).andExpect(status().is3xxRedirection());
        assertThat(auditor.begins("?factor")).containsEntry("acr_values", "2");
        assertThat(auditor.comesBack(CODE)).isEqualTo("/");
        mvc.perform(get("/identity/second-factor").session(auditor.session))
                .andExpect(content().string(containsString("Semua peran Anda berlaku")))
                .andExpect(content().string(containsString("Verifikator Dinsos kabupaten/kota – ")));
    }

    @Test
    void withoutItOnlyTheOtherRolesAreInForceAndAPageSaysWhatToDo() throws Exception {
        Visit both = new Visit(Assignment.nation(Role.PROCESS_ADMIN), Assignment.of(Role.AUDITOR, REGENCY));
        both.begins("?factor");

        assertThat(both.comesBack(PASSWORD)).isEqualTo("/identity/second-factor");
        mvc.perform(get("/identity/second-factor").session(both.session))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("aplikasi autentikator")))
                .andExpect(content().string(containsString("Belum berlaku sebelum Anda masuk dengan faktor kedua: ")));
        mvc.perform(get("/casework/calendar").session(both.session)).andExpect(status().isForbidden());
        mvc.perform(get("/identity/access-log").session(both.session)).andExpect(status().isOk());
    }

    @Test
    void whoeverLeavesIsLedThroughTheLoginServer() throws Exception {
        Visit operator = new Visit(Assignment.of(Role.VILLAGE_OPERATOR, VILLAGE));
        operator.begins("");
        operator.comesBack(PASSWORD);

        UriComponents out =
                UriComponentsBuilder.fromUriString(operator.leaves()).build();
        assertThat(out.toUriString()).startsWith(issuer.address() + "/logout?");
        assertThat(out.getQueryParams().getFirst("id_token_hint")).contains(".");
        assertThat(decode(out.getQueryParams().getFirst("post_logout_redirect_uri")))
                .isEqualTo("http://localhost/login?bye");
        assertThat(operator.session.isInvalid()).isTrue();
    }

    @Test
    void whomWeDoNotKnowIsOutAtTheLoginServerTooAndReadsWhy() throws Exception {
        Visit stranger = new Visit(Assignment.of(Role.VILLAGE_OPERATOR, VILLAGE));
        accounts.disable(stranger.accountId);
        stranger.begins("");

        assertThat(decode(stranger.comesBack(CODE)))
                .startsWith(issuer.address() + "/logout?")
                .endsWith("post_logout_redirect_uri=http://localhost/login?unknown");
        assertThat(stranger.session.isInvalid()).isTrue();
        mvc.perform(get("/login").param("unknown", ""))
                .andExpect(content().string(containsString("tidak dikenal di SIKS-NG")));
    }

    @Test
    void anAnswerToAnotherQuestionIsNoLogin() throws Exception {
        Visit operator = new Visit(Assignment.of(Role.VILLAGE_OPERATOR, VILLAGE));
        operator.begins("");
        assertThat(operator.comesBackWith("another-nonce")).isEqualTo("/login?failed");
        mvc.perform(get("/identity/leave").session(operator.session)).andExpect(status().is3xxRedirection());
    }

    @Test
    void theServerIsToldOurPublicAddressWhateverNameTheRequestHad() throws Exception {
        Visit operator = new Visit(Assignment.of(Role.VILLAGE_OPERATOR, VILLAGE));
        assertThat(decode(operator.begins("").get("redirect_uri"))).isEqualTo("http://localhost" + LoginServer.RETURN);
    }

    @Test
    void aLoginThatCannotBeginIsToldInWords() throws Exception {
        Visit operator = new Visit(Assignment.of(Role.VILLAGE_OPERATOR, VILLAGE));
        assertThat(operator.sends("/oauth2/authorization/unknown")).isEqualTo("/login?unavailable");
        mvc.perform(get("/login").param("unavailable", ""))
                .andExpect(content().string(containsString("Server masuk tidak dapat dihubungi")));
    }

    @Test
    void aListOfMeansCountsAsWellAndOddClaimsCountForNothing() throws Exception {
        assertThat(arrives(Map.of("amr", List.of("pwd", "mfa")))).isEqualTo("/");
        for (Map<String, Object> odd : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("acr", 2),
                Map.of("acr", "22"),
                Map.of("acr", List.of("2")),
                Map.of("amr", List.of("pwd", "otp")))) {
            assertThat(arrives(odd)).as("%s", odd).isEqualTo("/identity/second-factor");
        }
    }

    @Test
    void aReleaseAsksTheLoginServerAnewAndLeadsBack() throws Exception {
        Visit auditor = new Visit(Assignment.of(Role.AUDITOR, REGENCY));
        String again = fresh.again("/identity/access-log");

        Map<String, String> asked = auditor.begins(again.substring(again.indexOf('?')));
        assertThat(asked)
                .containsEntry("prompt", "login")
                .containsEntry("max_age", Long.toString(FreshLogin.FRESH.toSeconds()))
                .containsEntry("acr_values", "2");
        assertThat(auditor.comesBack(Map.of("acr", "2", "auth_time", now()))).isEqualTo("/identity/access-log");
        assertThat(fresh.isFresh(auditor.session)).isTrue();
    }

    @Test
    void beingLetThroughByTheServerIsNoFreshLogin() throws Exception {
        Visit admin = new Visit(Assignment.nation(Role.PROCESS_RELEASER));
        admin.begins("");
        long longAgo = now() - FreshLogin.FRESH.toSeconds() - 10;
        admin.comesBack(Map.of("acr", "2", "auth_time", longAgo));
        assertThat(fresh.isFresh(admin.session)).isFalse();

        admin.begins("");
        admin.comesBack(CODE);
        assertThat(fresh.isFresh(admin.session))
                .as("the server does not say when")
                .isFalse();
    }

    @Test
    void onesWayBackStaysInTheHouseAndWhereOneMayGo() throws Exception {
        Visit operator = new Visit(Assignment.of(Role.VILLAGE_OPERATOR, VILLAGE));
        operator.begins("?fresh&then=https://evil.example/");
        assertThat(operator.comesBack(PASSWORD)).isEqualTo("/");
        operator.begins("?fresh&then=/processadmin/releases");
        assertThat(operator.comesBack(PASSWORD)).isEqualTo("/");
    }

    @Test
    void thePageOfARoleThatIsNotWithheldDoesNotSpeakOfIt() throws Exception {
        Visit operator = new Visit(Assignment.of(Role.VILLAGE_OPERATOR, VILLAGE));
        operator.begins("");
        operator.comesBack(PASSWORD);
        mvc.perform(get("/identity/leave").session(operator.session))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Belum berlaku"))));
    }

    private String arrives(Map<String, Object> claims) throws Exception {
        Visit officer = new Visit(Assignment.of(Role.REGENCY_OFFICE_HEAD, REGENCY));
        officer.begins("?factor");
        return officer.comesBack(claims);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    /** Somebody new in a browser of his own. */
    private final class Visit {

        final MockHttpSession session = new MockHttpSession();
        final long accountId;
        private final String login = "masuk-" + UUID.randomUUID();
        private Map<String, String> asked = Map.of();

        Visit(Assignment... held) {
            accountId = accounts.enrol(login, "Petugas Uji", List.of(held)).accountId();
        }

        /** Begins a login; what the login server is asked for. */
        Map<String, String> begins(String how) throws Exception {
            UriComponents server = UriComponentsBuilder.fromUriString(sends("/oauth2/authorization/siks" + how))
                    .build();
            asked = server.getQueryParams().toSingleValueMap();
            return asked;
        }

        /** Comes back from the server, which says {@code claims} of him; where he is led. */
        String comesBack(Map<String, Object> claims) throws Exception {
            issuer.says("subject-" + login, login, decode(asked.get("nonce")), claims);
            return answered();
        }

        /** As {@link #comesBack}, but what the server says belongs to another login. */
        String comesBackWith(String nonce) throws Exception {
            issuer.says("subject-" + login, login, nonce, PASSWORD);
            return answered();
        }

        /** Logs out; where he is led. */
        String leaves() throws Exception {
            MockHttpServletRequest request = new MockHttpServletRequest("POST", "/logout");
            request.setServletPath("/logout");
            request.setSession(session);
            MockHttpServletResponse page = new MockHttpServletResponse();
            HttpSessionCsrfTokenRepository tokens = new HttpSessionCsrfTokenRepository();
            CsrfToken token = tokens.generateToken(request);
            tokens.saveToken(token, request, page);
            new XorCsrfTokenRequestAttributeHandler().handle(request, page, () -> token);
            CsrfToken shown = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
            request.addParameter(shown.getParameterName(), shown.getToken());
            return led(request);
        }

        private String answered() throws Exception {
            return sends("/login/oauth2/code/siks?code=c&state=" + asked.get("state"));
        }

        String sends(String address) throws Exception {
            UriComponents parts = UriComponentsBuilder.fromUriString(address).build();
            MockHttpServletRequest request = new MockHttpServletRequest("GET", parts.getPath());
            request.setServletPath(parts.getPath());
            request.setQueryString(parts.getQuery());
            parts.getQueryParams()
                    .forEach((name, values) -> values.forEach(value -> request.addParameter(
                            name, value == null ? "" : URLDecoder.decode(value, StandardCharsets.UTF_8))));
            request.setSession(session);
            return led(request);
        }

        private String led(MockHttpServletRequest request) throws Exception {
            MockHttpServletResponse response = new MockHttpServletResponse();
            door.doFilter(request, response, new MockFilterChain());
            return response.getRedirectedUrl();
        }
    }
}
