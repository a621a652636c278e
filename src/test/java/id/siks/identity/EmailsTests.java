package id.siks.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.platform.BusinessTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.context.WebApplicationContext;

/** Whose word about an address counts. */
@EngineTest
class EmailsTests {

    private static final AreaCode VILLAGE = new AreaCode("5202042001");

    @Autowired
    Emails emails;

    @Autowired
    OldEmailClaims old;

    @Autowired
    TestActors people;

    @Autowired
    Accounts accounts;

    @Autowired
    WebApplicationContext context;

    @Autowired
    BusinessTime time;

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
        time.release();
    }

    @Test
    void the_login_server_is_believed_when_it_vouches_for_the_address() throws Exception {
        Actor operator = people.operator(VILLAGE);
        comesIn(operator, "siti@uji.example", false);
        assertThat(emails.of(operator.accountId())).isEmpty();
        comesIn(operator, "siti@uji.example\r\nBcc: semua@uji.example", true);
        assertThat(emails.of(operator.accountId())).isEmpty();

        comesIn(operator, "siti@uji.example", true);
        assertThat(emails.of(operator.accountId())).contains("siti@uji.example");
        assertThat(emails.reachable(List.of(operator.accountId()))).containsExactly(operator.accountId());

        comesIn(operator, "siti.baru@uji.example", true);
        assertThat(emails.of(operator.accountId())).contains("siti.baru@uji.example");
    }

    @Test
    void a_closed_account_keeps_no_address_for_whoever_has_it_next() throws Exception {
        Actor operator = people.operator(VILLAGE);
        emails.claim(operator, "siti@uji.example");
        emails.confirm(
                operator, emails.renewCode(operator.accountId()).orElseThrow().digits());
        emails.claim(operator, "siti.lain@uji.example");

        accounts.disable(operator.accountId());
        accounts.grant(operator.accountId(), Assignment.of(Role.VILLAGE_OPERATOR, VILLAGE), null);

        assertThat(emails.of(operator.accountId())).isEmpty();
        assertThat(emails.claimed(operator.accountId())).isEmpty();
        comesIn(operator, "budi@uji.example", true);
        assertThat(emails.of(operator.accountId())).contains("budi@uji.example");
    }

    @Test
    void what_the_person_has_decided_here_stays() throws Exception {
        Actor operator = people.operator(VILLAGE);
        emails.claim(operator, "budi@uji.example");
        emails.confirm(
                operator, emails.renewCode(operator.accountId()).orElseThrow().digits());
        comesIn(operator, "kantor@uji.example", true);
        assertThat(emails.of(operator.accountId())).contains("budi@uji.example");

        emails.forget(operator);
        comesIn(operator, "kantor@uji.example", true);
        assertThat(emails.of(operator.accountId())).isEmpty();
    }

    @Test
    void an_address_nobody_confirms_is_forgotten() {
        Actor operator = people.operator(VILLAGE);
        emails.claim(operator, "ani@uji.example");
        old.erase(time.now().minus(Duration.ofMinutes(1)), java.util.Set.of(), 1_000);
        assertThat(emails.claimed(operator.accountId())).contains("ani@uji.example");

        old.erase(time.now().plus(Duration.ofMinutes(1)), java.util.Set.of(), 1_000);
        assertThat(emails.claimed(operator.accountId())).isEmpty();
    }

    private void comesIn(Actor person, String address, boolean vouched) throws Exception {
        OidcUser proven = mock(OidcUser.class);
        when(proven.getSubject()).thenReturn(subject(person));
        when(proven.getPreferredUsername()).thenReturn(login(person));
        when(proven.getIdToken()).thenReturn(new OidcIdToken("token", null, null, Map.of("sub", subject(person))));
        when(proven.getEmail()).thenReturn(address);
        when(proven.getEmailVerified()).thenReturn(vouched);
        MockHttpServletResponse response = new MockHttpServletResponse();
        new LoginNode(context, "https://login.example")
                .login()
                .welcome(new MockHttpServletRequest(), response, new TestingAuthenticationToken(proven, ""));
        assertThat(response.getRedirectedUrl()).isEqualTo("/");
    }

    private static String subject(Actor person) {
        return UUID.nameUUIDFromBytes(person.id().getBytes()).toString();
    }

    /** Accounts of tests are called by a number their name ends with. */
    private static String login(Actor person) {
        return "uji-" + person.displayName().replaceAll("\\D", "");
    }
}
