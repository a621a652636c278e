package id.siks.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import id.siks.EngineTest;
import id.siks.area.AreaCode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.UriComponentsBuilder;

/** Requirement 29: the login server is down. Who is in works on, nodes start, who comes reads why he has to wait. */
@EngineTest
class LoginServerDownTests {

    private static final AreaCode VILLAGE = new AreaCode("1804041001");
    private static final String UNAVAILABLE = "/login?unavailable";

    @Autowired
    WebApplicationContext context;

    @Autowired
    Accounts accounts;

    final MockHttpSession session = new MockHttpSession();
    final String login = "uji-putus-" + UUID.randomUUID();
    FakeIssuer issuer;
    MockMvc node;

    @BeforeEach
    void aNodeAndSomebodyWhoMayComeIn() throws Exception {
        accounts.enrol(login, "Petugas Uji", List.of(Assignment.of(Role.VILLAGE_OPERATOR, VILLAGE)));
        issuer = new FakeIssuer();
        node = new LoginNode(context, issuer.address()).pages();
    }

    @AfterEach
    void itCloses() {
        issuer.close();
    }

    @Test
    void aNodeStartsWithoutItAndLetsPeopleInAsSoonAsItIsBack() throws Exception {
        issuer.isGone();
        node = new LoginNode(context, issuer.address(), Duration.ZERO).pages();
        node.perform(get("/oauth2/authorization/siks").session(session)).andExpect(redirectedUrl(UNAVAILABLE));
        node.perform(get("/login").param("unavailable", ""))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Server masuk tidak dapat dihubungi")))
                .andExpect(content().string(containsString("Yang sudah masuk dapat terus bekerja")));

        issuer.isBack();
        assertThat(comesIn()).isEqualTo("/");
    }

    @Test
    void whoIsInWorksOnAndGoesWhenHeLikes() throws Exception {
        comesIn();
        issuer.isGone();
        String page = node.perform(get("/identity/leave").session(session))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        String token = page.replaceAll("(?s).*<meta name=\"csrf-token\" content=\"([^\"]+)\".*", "$1");
        node.perform(post("/proposal")
                        .param("key", UUID.randomUUID().toString())
                        .param("_csrf", token)
                        .session(session))
                .andExpect(redirectedUrlPattern("/proposal/*/family"));
        node.perform(post("/logout").param("_csrf", token).session(session)).andExpect(status().is3xxRedirection());
        assertThat(session.isInvalid()).isTrue();
    }

    /** More often than anybody may fail: nobody is taken for a guesser because the server is down. */
    @Test
    void whoIsOnHisWayInReadsWhyAndIsNotBlamed() throws Exception {
        for (int i = 0; i < 6; i++) {
            Map<String, String> asked = begins();
            issuer.says("subject-" + login, login, asked.get("nonce"), Map.of("acr", "1"));
            issuer.isGone();
            assertThat(comesBack(asked)).isEqualTo(UNAVAILABLE);
            issuer.isBack();
        }
        assertThat(comesIn()).isEqualTo("/");
    }

    @Test
    void aProxyThatAnswersForItIsNoAnswer() throws Exception {
        Map<String, String> asked = begins();
        issuer.says("subject-" + login, login, asked.get("nonce"), Map.of("acr", "1"));
        issuer.breaks();
        assertThat(comesBack(asked)).isEqualTo(UNAVAILABLE);
    }

    @Test
    @Timeout(20)
    void aServerThatHangsHoldsNobodyForLong() throws Exception {
        Map<String, String> asked = begins();
        issuer.hangs();
        assertThat(comesBack(asked)).isEqualTo(UNAVAILABLE);
    }

    /** All want to come in at once, before anything is known of it: one asks, and nobody waits for him long. */
    @Test
    @Timeout(20)
    void aServerThatHangsFromTheBeginningHoldsOneAndTurnsTheOthersAway() throws Exception {
        issuer.hangs();
        OneWaits.whileItHangs(issuer, FakeIssuer.DISCOVERY, () -> assertThat(beginning(new MockHttpSession()))
                .isEqualTo(UNAVAILABLE));
        assertThat(beginning(session)).isEqualTo(UNAVAILABLE);
        assertThat(issuer.asked(FakeIssuer.DISCOVERY))
                .as("what failed is not tried again at once")
                .isEqualTo(1);
    }

    @Test
    void keysThatCannotBeReadAreNoFaultOfWhoComesIn() throws Exception {
        Map<String, String> asked = begins();
        issuer.says("subject-" + login, login, asked.get("nonce"), Map.of("acr", "1"));
        issuer.breaks(FakeIssuer.KEYS);
        assertThat(comesBack(asked)).isEqualTo(UNAVAILABLE);
    }

    /** Keys are asked for anew now and then: while nobody answers, those known last count. */
    @Test
    void theKeysKnownLastCountWhileItIsDown() throws Exception {
        JWKSource<SecurityContext> keys =
                LoginKeys.at(issuer.address() + FakeIssuer.KEYS, Duration.ofMillis(1), Duration.ofHours(1));
        JWKSelector any = new JWKSelector(new JWKMatcher.Builder().build());
        assertThat(keys.get(any, null)).hasSize(1);
        issuer.breaks();
        // Soon they are too old to count without asking.
        Awaitility.await().untilAsserted(() -> {
            assertThat(keys.get(any, null)).hasSize(1);
            assertThat(issuer.asked(FakeIssuer.KEYS)).isEqualTo(2);
        });
    }

    /** He began at another node; this one never heard of the server and cannot reach it. */
    @Test
    void whoComesBackToANodeThatCannotAskItIsNotBlamed() throws Exception {
        Map<String, String> asked = begins();
        node = new LoginNode(context, issuer.address()).pages();
        issuer.isGone();
        assertThat(comesBack(asked)).isEqualTo(UNAVAILABLE);
    }

    @Test
    void aServerThatCallsItselfOtherwiseIsNotOurs() throws Exception {
        issuer.callsItself("https://login.example");
        assertThat(beginning(session)).isEqualTo(UNAVAILABLE);
    }

    private String beginning(MockHttpSession whose) throws Exception {
        return node.perform(get("/oauth2/authorization/siks").session(whose))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    private String comesIn() throws Exception {
        Map<String, String> asked = begins();
        issuer.says("subject-" + login, login, asked.get("nonce"), Map.of("acr", "1"));
        return comesBack(asked);
    }

    private Map<String, String> begins() throws Exception {
        String led = node.perform(get("/oauth2/authorization/siks").session(session))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(led).startsWith(issuer.address());
        Map<String, String> asked =
                UriComponentsBuilder.fromUriString(led).build().getQueryParams().toSingleValueMap();
        asked.replaceAll((name, value) -> URLDecoder.decode(value, StandardCharsets.UTF_8));
        return asked;
    }

    private String comesBack(Map<String, String> asked) throws Exception {
        return node.perform(get("/login/oauth2/code/siks")
                        .param("code", "c")
                        .param("state", asked.get("state"))
                        .session(session))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }
}
