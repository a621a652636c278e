package id.siks.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.nimbusds.jwt.JWTClaimsSet;
import id.siks.Doors;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Requirement 19: other clients come with a bearer token of our login server, and nothing else opens a door to them. */
class ClientDoorTests extends ClientDoorTest {

    @Autowired
    Actors actors;

    @Autowired
    JdbcClient jdbc;

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

    /** The number of an empty proposal somebody's client begins. */
    private String draftOf(Person operator) throws Exception {
        return ask(newProposal(village), operator.token())
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll(".*/proposal/([^/]+)/family.*", "$1");
    }

    private static MockHttpServletRequestBuilder figures() {
        return post("/worklist/board/villages/export")
                .param("purpose", "Laporan bulanan kabupaten")
                .param("area", REGENCY.value());
    }
}
