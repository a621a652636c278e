package id.siks.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Requirement 19: the demo login, its sessions, and where it refuses to run. */
@EngineTest
class LoginTests {

    private static final AreaCode VILLAGE = new AreaCode("1804012001");
    private static final LoginSettings DEMO = settings("");
    private static final LoginSettings SERVER = settings("https://login.example");

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    TestActors actors;

    Actor operator;
    Actor head;

    @BeforeEach
    void demoPeople() {
        operator = accounts.enrolDemo(
                "contoh-operator", "Operator Contoh", List.of(Assignment.of(Role.VILLAGE_OPERATOR, VILLAGE)));
        head = accounts.enrolDemo(
                "contoh-kadis", "Kadis Contoh", List.of(Assignment.of(Role.REGENCY_OFFICE_HEAD, new AreaCode("1804"))));
    }

    @Test
    void theLoginPageListsDemoPeopleByRoleAndSaysTheDataIsMadeUp() throws Exception {
        Actor notDemo = actors.operator(VILLAGE);
        mvc.perform(get("/login"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("Operator Contoh")))
                .andExpect(content().string(Matchers.containsString("Contoh – data buatan")))
                .andExpect(content().string(Matchers.not(Matchers.containsString(notDemo.displayName() + "<"))));
    }

    @Test
    void oneClickSignsInWithANewSessionId() throws Exception {
        MockHttpSession before = new MockHttpSession();
        String oldId = before.getId();
        MockHttpSession session = enter(operator, before);
        assertThat(session.getId()).isNotEqualTo(oldId);
        assertThat(session.getMaxInactiveInterval()).isEqualTo(30 * 60);
        mvc.perform(get("/login").session(session))
                .andExpect(content().string(Matchers.containsString("Operator desa/kelurahan – ")));
    }

    @Test
    void whoeverWantedAPageLandsThereWhenItOpensToHim() throws Exception {
        assertThat(landing("/worklist/notices/7", "text/html", operator)).isEqualTo("/worklist/notices/7");
        assertThat(landing("/worklist/deliveries", "text/html", operator)).isEqualTo("/");
        assertThat(landing("/worklist/stamp", "text/plain", operator)).isEqualTo("/");
        assertThat(landing("//evil.example/", "text/html", operator)).isEqualTo("/");
    }

    @Test
    void whoeverApprovesIsSignedOutSooner() throws Exception {
        assertThat(enter(head, new MockHttpSession()).getMaxInactiveInterval()).isEqualTo(15 * 60);
    }

    @Test
    void nobodyComesInAsSomebodyWhoIsNoDemoPerson() throws Exception {
        Actor real = actors.operator(VILLAGE);
        mvc.perform(from("10.0.0.1", real.accountId())).andExpect(redirectedUrl("/login?unknown"));
    }

    @Test
    void failedLoginsAreLimited() throws Exception {
        for (int i = 0; i < 5; i++) {
            mvc.perform(from("10.0.0.2", -1)).andExpect(status().is3xxRedirection());
        }
        mvc.perform(from("10.0.0.2", -1))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().exists("Retry-After"));
        mvc.perform(from("10.0.0.3", -1)).andExpect(status().is3xxRedirection());
    }

    @Test
    void aLoginWithoutTheTokenOfOurPageIsRefused() throws Exception {
        mvc.perform(post("/login").param("account", operator.id())).andExpect(status().isUnauthorized());
    }

    @Test
    void logoutEndsTheSession() throws Exception {
        MockHttpSession session = enter(operator, new MockHttpSession());
        mvc.perform(post("/logout").session(session).with(csrf())).andExpect(redirectedUrl("/login?bye"));
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void aSessionOlderThanTenHoursIsOver() throws Exception {
        MockHttpSession session = enter(operator, new MockHttpSession());
        session.setAttribute(SessionAge.SINCE, System.currentTimeMillis() - SessionAge.OLDEST.toMillis() - 1000);
        mvc.perform(get("/identity/access-log").session(session)).andExpect(redirectedUrl("/login"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /worklist/stamp",
        "GET, /worklist/changes",
        "GET, /worklist",
        "POST, /worklist/seen",
        "POST, /worklist/notices/seen",
        "GET, /preparation"
    })
    void whatAnOpenPageAsksByItselfDoesNotKeepASession(HttpMethod method, String path) throws Exception {
        MockHttpSession session = enter(head, new MockHttpSession());
        Long seen = somebodyWasThere(session, SignIn.IDLE_OF_APPROVERS.minusMinutes(1));
        mvc.perform(byItself(method, path).session(session)).andExpect(status().is2xxSuccessful());
        assertThat(session.getAttribute(SessionAge.SEEN)).isEqualTo(seen);

        somebodyWasThere(session, SignIn.IDLE_OF_APPROVERS.plusSeconds(1));
        mvc.perform(byItself(method, path).session(session));
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void whoeverOpensAPageKeepsHisSession() throws Exception {
        MockHttpSession session = enter(head, new MockHttpSession());
        Long seen = somebodyWasThere(session, SignIn.IDLE_OF_APPROVERS.minusMinutes(1));
        mvc.perform(get("/worklist").session(session)).andExpect(status().isOk());
        assertThat((Long) session.getAttribute(SessionAge.SEEN)).isGreaterThan(seen);
    }

    @Test
    void whoWasNotThereForTooLongIsLedToTheLogin() throws Exception {
        MockHttpSession session = enter(head, new MockHttpSession());
        somebodyWasThere(session, SignIn.IDLE_OF_APPROVERS.plusSeconds(1));
        mvc.perform(get("/worklist").session(session)).andExpect(redirectedUrl("/login"));
    }

    private static Long somebodyWasThere(MockHttpSession session, Duration ago) {
        Long seen = System.currentTimeMillis() - ago.toMillis();
        session.setAttribute(SessionAge.SEEN, seen);
        return seen;
    }

    private static MockHttpServletRequestBuilder byItself(HttpMethod method, String path) {
        return request(method, path).header("HX-Request", "true").with(csrf());
    }

    @Test
    void aClosedAccountIsOutAtOnce() throws Exception {
        Actor auditor = actors.auditor(new AreaCode("1804"));
        mvc.perform(get("/identity/access-log").with(TestActors.with(auditor))).andExpect(status().isOk());
        accounts.disable(auditor.accountId());
        mvc.perform(get("/identity/access-log").with(TestActors.with(auditor))).andExpect(redirectedUrl("/login"));
    }

    @Test
    void aSessionFromBeforeTheAccountWasClosedStaysOutWhenItOpensAgain() throws Exception {
        List<Assignment> auditor = List.of(Assignment.of(Role.AUDITOR, new AreaCode("1804")));
        Actor first = accounts.enrolDemo("contoh-tutup", "Auditor Contoh", auditor);
        MockHttpSession old = enter(first, new MockHttpSession());
        mvc.perform(get("/identity/access-log").session(old)).andExpect(status().isOk());

        accounts.disable(first.accountId());
        Actor next = accounts.enrolDemo("contoh-tutup", "Auditor Pengganti", auditor);

        assertThat(next.accountId()).isEqualTo(first.accountId());
        mvc.perform(get("/identity/access-log").session(old)).andExpect(redirectedUrl("/login"));
        mvc.perform(get("/identity/access-log").session(enter(next, new MockHttpSession())))
                .andExpect(status().isOk());
    }

    @Test
    void anAssignmentTakenAwayActsAtOnce() throws Exception {
        Actor auditor = actors.auditor(new AreaCode("1804"));
        accounts.end(auditor.accountId(), auditor.assignments().get(0));
        mvc.perform(get("/identity/access-log").with(TestActors.with(auditor))).andExpect(status().isForbidden());
    }

    @Test
    void demoAccountsAreServedOnLoopbackOnly() throws Exception {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        InetAddress network = InetAddress.getByName("10.1.2.3");
        assertThatCode(() -> LoginPlace.require(DEMO, loopback, false)).doesNotThrowAnyException();
        assertThatThrownBy(() -> LoginPlace.require(DEMO, network, true))
                .isInstanceOf(LoginUnsafe.class)
                .hasMessageContaining("10.1.2.3");
        assertThatThrownBy(() -> LoginPlace.require(DEMO, null, true)).hasMessageContaining("not set");
    }

    @Test
    void aLoginServerNeedsSecureCookiesOnANetwork() throws Exception {
        InetAddress network = InetAddress.getByName("10.1.2.3");
        assertThatCode(() -> LoginPlace.require(SERVER, network, true)).doesNotThrowAnyException();
        assertThatThrownBy(() -> LoginPlace.require(SERVER, network, false)).hasMessageContaining("secure");
    }

    @Test
    void whatALoginServerSaysOfALoginIsNoTokenOfAClient() throws Exception {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        LoginSettings same =
                new LoginSettings("https://login.example", "siks", "secret", Set.of("2"), Set.of("mfa"), "siks", "");
        assertThatThrownBy(() -> LoginPlace.require(same, loopback, true))
                .isInstanceOf(LoginUnsafe.class)
                .hasMessageContaining("siks.login.audience");
    }

    private static LoginSettings settings(String issuer) {
        return new LoginSettings(issuer, "siks", "secret", Set.of("2"), Set.of("mfa"), "siks-api", "");
    }

    private String landing(String wanted, String accept, Actor person) throws Exception {
        MockHttpSession session = new MockHttpSession();
        mvc.perform(get(URI.create(wanted)).accept(accept).session(session));
        return mvc.perform(post("/login")
                        .session(session)
                        .param("account", person.id())
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    private MockHttpSession enter(Actor person, MockHttpSession session) throws Exception {
        MvcResult result = mvc.perform(post("/login")
                        .param("account", person.id())
                        .session(session)
                        .with(csrf()))
                .andExpect(redirectedUrl("/"))
                .andReturn();
        return (MockHttpSession) result.getRequest().getSession(false);
    }

    private static MockHttpServletRequestBuilder from(String address, long account) {
        return post("/login")
                .param("account", Long.toString(account))
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                });
    }
}
