package id.siks.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.platform.web.DoorKeeper;
import id.siks.platform.web.Landing;
import id.siks.platform.web.MatrixAuthorization;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
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
    MatrixAuthorization matrix;

    @Autowired
    DoorKeeper keeper;

    @Autowired
    Subjects subjects;

    @Autowired
    SignIn signIn;

    @Autowired
    Limits limits;

    @Autowired
    Emails emails;

    @Autowired
    Landing landing;

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
        node = node();
    }

    @AfterEach
    void itCloses() {
        issuer.close();
    }

    @Test
    void aNodeStartsWithoutItAndLetsPeopleInAsSoonAsItIsBack() throws Exception {
        int port = issuer.port();
        issuer.close();
        MockMvc started = node(Duration.ZERO);
        started.perform(get("/oauth2/authorization/siks").session(session)).andExpect(redirectedUrl(UNAVAILABLE));
        started.perform(get("/login").param("unavailable", ""))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Server masuk tidak dapat dihubungi")))
                .andExpect(content().string(containsString("Yang sudah masuk dapat terus bekerja")));

        issuer = new FakeIssuer(port);
        node = started;
        assertThat(comesIn()).isEqualTo("/");
    }

    @Test
    void whoIsInWorksOnAndGoesWhenHeLikes() throws Exception {
        comesIn();
        issuer.close();
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
            int port = issuer.port();
            issuer.close();
            assertThat(comesBack(asked)).isEqualTo(UNAVAILABLE);
            issuer = new FakeIssuer(port);
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
        int people = 6;
        ExecutorService threads = Executors.newFixedThreadPool(people);
        try {
            long began = System.nanoTime();
            List<Future<String>> turnedAway = IntStream.range(0, people)
                    .mapToObj(i -> threads.submit(() -> beginning(new MockHttpSession())))
                    .toList();
            for (Future<String> one : turnedAway) {
                assertThat(one.get()).isEqualTo(UNAVAILABLE);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(9));

            began = System.nanoTime();
            assertThat(beginning(session)).isEqualTo(UNAVAILABLE);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
        } finally {
            threads.shutdownNow();
        }
    }

    /** He began at another node; this one never heard of the server and cannot reach it. */
    @Test
    void whoComesBackToANodeThatCannotAskItIsNotBlamed() throws Exception {
        Map<String, String> asked = begins();
        node = node();
        issuer.close();
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

    private MockMvc node() throws Exception {
        return node(Duration.ofSeconds(10));
    }

    private MockMvc node(Duration pause) throws Exception {
        LoginSettings settings =
                new LoginSettings(issuer.address(), "siks", "secret", Set.of("2"), Set.of("mfa"), "siks-api", "");
        LoginServer server = new LoginServer(settings, "http://localhost/", pause);
        OpenIdLogin openId = new OpenIdLogin(
                settings,
                server,
                new ServerLogout(server),
                subjects,
                signIn,
                limits,
                emails,
                landing,
                new SecondFactor(settings));
        HttpSecurity http = context.getBean(HttpSecurity.class);
        DefaultMockMvcBuilder node = MockMvcBuilders.webAppContextSetup(context);
        context.getBeansOfType(FilterRegistrationBean.class)
                .values()
                .forEach(shell -> node.addFilters(shell.getFilter()));
        return node.addFilters(
                        new FilterChainProxy(new SecuritySetup().doors(http, matrix, keeper, Optional.of(openId))))
                .build();
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
