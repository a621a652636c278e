package id.siks.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import id.siks.Doors;
import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/** Requirement 19: other clients come with a bearer token of our login server, and nothing else opens a door to them. */
@EngineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientDoorTests {

    private static final AreaCode REGENCY = new AreaCode("1804");
    private static final String OURS = LoginNode.AUDIENCE;

    @Autowired
    WebApplicationContext context;

    @Autowired
    Areas areas;

    @Autowired
    Subjects subjects;

    @Autowired
    Actors actors;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc demo;

    FakeIssuer issuer;
    MockMvc mvc;
    String address;
    AreaCode village;
    AreaCode neighbouring;

    @BeforeAll
    void aDoorForClients() throws Exception {
        issuer = new FakeIssuer();
        mvc = new LoginNode(context, issuer.address()).doors();
    }

    @BeforeAll
    void twoVillages() {
        AreaCode district = areas.children(REGENCY).get(0).code();
        village = areas.children(district).get(0).code();
        neighbouring = areas.children(district).get(1).code();
    }

    @BeforeEach
    void fromSomewhereNew() {
        address = "client-" + UUID.randomUUID();
    }

    @AfterAll
    void itCloses() {
        issuer.close();
    }

    @Test
    void aClientReadsAndChangesForWhomItActsWithoutAnyCookie() throws Exception {
        Person operator = new Person(Assignment.of(Role.VILLAGE_OPERATOR, village));

        ask(get("/area/search").param("q", "Liwa"), operator.token())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].code").exists());
        var answer = ask(newProposal(village), operator.token())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.next", startsWith("/proposal/")))
                .andExpect(header().doesNotExist(HttpHeaders.SET_COOKIE))
                .andReturn();
        assertThat(answer.getRequest().getSession(false)).isNull();
    }

    @Test
    void whatHeMayNotDoNoClientDoesForHim() throws Exception {
        Person operator = new Person(Assignment.of(Role.VILLAGE_OPERATOR, village));
        Person neighbour = new Person(Assignment.of(Role.VILLAGE_OPERATOR, neighbouring));
        Person auditor = new Person(Assignment.of(Role.AUDITOR, REGENCY));

        ask(newProposal(village), auditor.token("2")).andExpect(status().isForbidden());
        String draft = draftOf(operator);
        ask(post("/proposal/" + draft + "/family"), operator.token()).andExpect(status().isUnprocessableEntity());
        ask(post("/proposal/" + draft + "/family"), neighbour.token()).andExpect(status().isNotFound());
    }

    /** The buttons that change a page save nothing: a client has no page, and its request answers with data. */
    @Test
    void whatChangesAPageIsRefusedAtItsField() throws Exception {
        Person operator = new Person(Assignment.of(Role.VILLAGE_OPERATOR, village));
        String draft = draftOf(operator);
        for (String action : List.of("add-member", "remove-member-0", "remove-member-99", "adopt-0")) {
            ask(post("/proposal/" + draft + "/family").param("action", action), operator.token())
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                    .andExpect(jsonPath("$.errors[0].field").value("action"));
        }
    }

    @Test
    void doorsThatAreForBrowsersStayShut() throws Exception {
        Person operator = new Person(Assignment.of(Role.VILLAGE_OPERATOR, village));
        for (String page : List.of("/", "/worklist", "/identity/leave", "/login")) {
            ask(get(page), operator.token()).andExpect(status().isForbidden());
        }
        ask(get("/nowhere"), operator.token()).andExpect(status().isNotFound());
        ask(post("/logout"), operator.token()).andExpect(status().isForbidden());
    }

    @Test
    void everyDoorForClientsAnswersWithDataAndWithoutASession() throws Exception {
        List<Doors.Line> open =
                Doors.matrix().stream().filter(Doors.Line::isForClients).toList();
        assertThat(open).isNotEmpty();
        String draft = draftOf(new Person(Assignment.of(Role.VILLAGE_OPERATOR, village)));
        for (Doors.Line line : open) {
            Role role = line.roles().contains("*")
                    ? Role.VILLAGE_OPERATOR
                    : Role.valueOf(line.roles().iterator().next());
            Person person = new Person(Assignment.of(role, role == Role.VILLAGE_OPERATOR ? village : REGENCY));
            HttpMethod method = HttpMethod.valueOf(line.door().method());
            String path = line.door().path().replace("{ref}", draft);
            MockHttpServletResponse answer = ask(
                            request(method, path)
                                    .accept("text/html")
                                    .header("HX-Request", "true")
                                    .header("hx-current-url", "http://localhost/"),
                            person.token("2"))
                    .andReturn()
                    .getResponse();
            assertThat(answer.getStatus())
                    .as("%s", line)
                    .isNotIn(302, 303, 401, 403, 404)
                    .isLessThan(500);
            assertThat(answer.getContentType()).as("%s", line).containsAnyOf("json", "csv");
            assertThat(answer.getHeader("Set-Cookie")).as("%s", line).isNull();
        }
    }

    @Test
    void whoApprovesHasShownASecondFactorToTheLoginServer() throws Exception {
        Person verifier = new Person(Assignment.of(Role.REGENCY_VERIFIER, REGENCY));

        ask(figures(), verifier.token()).andExpect(status().isForbidden());
        ask(figures(), verifier.token("1")).andExpect(status().isForbidden());
        ask(figures(), verifier.token("2")).andExpect(status().isOk());
        assertThat(jdbc.sql("select origin from identity.access_log where account_id = :id and kind = 'EXPORT'")
                        .param("id", verifier.account.accountId())
                        .query(String.class)
                        .list())
                .as("who reads the log sees that a client asked")
                .containsExactly(address + " via aplikasi-uji");
    }

    @Test
    void aTokenThatIsNotForUsOpensNothing() throws Exception {
        Person operator = new Person(Assignment.of(Role.VILLAGE_OPERATOR, village));
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put(
                "expired",
                issuer.signed(operator.claims().expirationTime(ago(120)).build()));
        bad.put(
                "without end",
                issuer.signed(operator.claims().expirationTime(null).build()));
        bad.put(
                "of tomorrow",
                issuer.signed(operator.claims().notBeforeTime(ago(-86400)).build()));
        bad.put(
                "another issuer",
                issuer.signed(operator.claims().issuer("https://login.example").build()));
        bad.put(
                "another audience",
                issuer.signed(operator.claims().audience("account").build()));
        bad.put("an ID token", issuer.signed(operator.claims().audience("siks").build()));
        bad.put(
                "no audience",
                issuer.signed(operator.claims().audience((String) null).build()));
        bad.put("nobody", issuer.signed(operator.claims().subject(null).build()));
        bad.put("unsigned", new PlainJWT(operator.claims().build()).serialize());
        bad.put(
                "signed with what everybody knows",
                signedWithThePublicKey(operator.claims().build()));
        bad.put(
                "another's key",
                FakeIssuer.signed(
                        operator.claims().build(),
                        new RSAKeyGenerator(2048).keyID("one").generate()));
        bad.put("changed", operator.token().replaceFirst("\\.[^.]*\\.", ".e30."));
        bad.put("no token", "abc");
        bad.put("empty", "");
        for (Map.Entry<String, String> token : bad.entrySet()) {
            MockHttpServletResponse answer =
                    ask(newProposal(village), token.getValue()).andReturn().getResponse();
            assertThat(answer.getStatus()).as(token.getKey()).isEqualTo(401);
            assertThat(answer.getHeader(HttpHeaders.WWW_AUTHENTICATE))
                    .as(token.getKey())
                    .startsWith("Bearer");
        }
        ask(newProposal(village), operator.token()).andExpect(status().isOk());
    }

    @Test
    void aTokenOfAnAccessTokenTypeCountsAndOneOfAnotherTypeDoesNot() throws Exception {
        Person operator = new Person(Assignment.of(Role.VILLAGE_OPERATOR, village));
        ask(get("/area/search"), issuer.signed(operator.claims().build(), "at+jwt"))
                .andExpect(status().isOk());
        ask(get("/area/search"), issuer.signed(operator.claims().build(), "logout+jwt"))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void aClosedAccountAndAnUnknownPersonAreRefused() throws Exception {
        Person operator = new Person(Assignment.of(Role.VILLAGE_OPERATOR, village));
        accounts.disable(operator.account.accountId());
        ask(get("/area/search"), operator.token()).andExpect(status().isUnauthorized());

        String login = "uji-client-" + UUID.randomUUID();
        accounts.enrol(login, "Petugas Uji", List.of(Assignment.of(Role.VILLAGE_OPERATOR, village)));
        JWTClaimsSet first = issuer.claims("subject-" + login, OURS)
                .claim("preferred_username", login)
                .build();
        ask(get("/area/search"), issuer.signed(first)).andExpect(status().isUnauthorized());
        assertThat(subjects.actor("subject-" + login, null))
                .as("a token ties nobody to an account")
                .isEmpty();
    }

    @Test
    void aSessionDoesNotHelpAClient() throws Exception {
        Person auditor = new Person(Assignment.of(Role.AUDITOR, REGENCY));
        MockHttpSession session = new MockHttpSession();
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(actors.login(auditor.account.accountId(), true)));
        ask(get("/area/search").session(session), "abc").andExpect(status().isUnauthorized());
        Person operator = new Person(Assignment.of(Role.VILLAGE_OPERATOR, village));
        ask(figures().session(session), operator.token()).andExpect(status().isForbidden());
    }

    @Test
    void whoBringsManyBadTokensIsTurnedAwayBeforeTheyAreLookedAt() throws Exception {
        Person operator = new Person(Assignment.of(Role.VILLAGE_OPERATOR, village));
        for (int i = 0; i < 60; i++) {
            ask(get("/area/search"), "abc").andExpect(status().isUnauthorized());
        }
        ask(get("/area/search"), operator.token()).andExpect(status().isTooManyRequests());
        address = "elsewhere-" + address;
        ask(get("/area/search"), operator.token()).andExpect(status().isOk());
    }

    /** Requirement 29 as well: nobody is taken for a stranger because his login server is down. */
    @Test
    void withoutTheLoginServerAClientIsToldToComeAgain() throws Exception {
        String token = new Person(Assignment.of(Role.VILLAGE_OPERATOR, village)).token();
        try (FakeIssuer down = new FakeIssuer()) {
            down.isGone();
            MockMvc late = new LoginNode(context, down.address()).doors();
            for (int i = 0; i < 2; i++) {
                isToldToComeAgain(late, token);
            }
        }
    }

    /** All come at once when its keys have to be asked for: one waits for them, and nobody waits for him long. */
    @Test
    @Timeout(20)
    void keysThatDoNotComeHoldOneAndTurnTheOthersAway() throws Exception {
        String token = new Person(Assignment.of(Role.VILLAGE_OPERATOR, village)).token();
        try (FakeIssuer slow = new FakeIssuer()) {
            MockMvc late = new LoginNode(context, slow.address()).doors();
            slow.hangs(FakeIssuer.KEYS);
            OneWaits.whileItHangs(slow, FakeIssuer.KEYS, () -> isToldToComeAgain(late, token));
            isToldToComeAgain(late, token);
            assertThat(slow.asked(FakeIssuer.KEYS))
                    .as("what failed is not tried again at once")
                    .isEqualTo(1);
        }
    }

    private static void isToldToComeAgain(MockMvc node, String token) throws Exception {
        node.perform(get("/area/search").header(HttpHeaders.AUTHORIZATION, "Bearer " + token))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string(HttpHeaders.RETRY_AFTER, "30"));
    }

    @Test
    void whereNobodyVouchesForTokensTheyOpenNothing() throws Exception {
        Person operator = new Person(Assignment.of(Role.VILLAGE_OPERATOR, village));
        assertThat(context.getBeansOfType(ClientDoor.class)).isEmpty();
        demo.perform(get("/area/search")
                        .accept("application/json")
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + operator.token()))
                .andExpect(status().isUnauthorized())
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString("1804"))));
    }

    /** The number of an empty proposal somebody's client begins. */
    private String draftOf(Person operator) throws Exception {
        return ask(newProposal(village), operator.token())
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll(".*/proposal/([^/]+)/family.*", "$1");
    }

    private org.springframework.test.web.servlet.ResultActions ask(MockHttpServletRequestBuilder what, String token)
            throws Exception {
        return mvc.perform(
                what.header(HttpHeaders.AUTHORIZATION, "Bearer " + token).with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                }));
    }

    private static MockHttpServletRequestBuilder newProposal(AreaCode village) {
        return post("/proposal")
                .param("village", village.value())
                .param("key", UUID.randomUUID().toString());
    }

    private static MockHttpServletRequestBuilder figures() {
        return post("/worklist/board/villages/export")
                .param("purpose", "Laporan bulanan kabupaten")
                .param("area", REGENCY.value());
    }

    private String signedWithThePublicKey(JWTClaimsSet claims) throws Exception {
        SignedJWT signed = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), claims);
        signed.sign(new MACSigner(issuer.publicKey().toRSAPublicKey().getEncoded()));
        return signed.serialize();
    }

    private static Date ago(long seconds) {
        return Date.from(Instant.now().minusSeconds(seconds));
    }

    /** Somebody who has logged in at a browser before, so that the login server's word for him is known. */
    private final class Person {

        final Actor account;
        private final String subject = "subject-" + UUID.randomUUID();

        Person(Assignment... held) {
            String login = "uji-client-" + UUID.randomUUID();
            accounts.enrol(login, "Petugas Uji", List.of(held));
            account = subjects.actor(subject, login).orElseThrow();
        }

        JWTClaimsSet.Builder claims() {
            return issuer.claims(subject, OURS).claim("azp", "aplikasi-uji");
        }

        String token() throws Exception {
            return issuer.signed(claims().build());
        }

        String token(String level) throws Exception {
            return issuer.signed(claims().claim("acr", level).build());
        }
    }
}
