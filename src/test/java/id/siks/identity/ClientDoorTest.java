package id.siks.identity;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import com.nimbusds.jwt.JWTClaimsSet;
import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/** Other software with a token, and the login server that vouches for it. */
@EngineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ClientDoorTest {

    static final AreaCode REGENCY = new AreaCode("1804");
    static final String OURS = LoginNode.AUDIENCE;

    @Autowired
    WebApplicationContext context;

    @Autowired
    Areas areas;

    @Autowired
    Subjects subjects;

    @Autowired
    Accounts accounts;

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

    org.springframework.test.web.servlet.ResultActions ask(MockHttpServletRequestBuilder what, String token)
            throws Exception {
        return mvc.perform(
                what.header(HttpHeaders.AUTHORIZATION, "Bearer " + token).with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                }));
    }

    static MockHttpServletRequestBuilder newProposal(AreaCode village) {
        return post("/proposal")
                .param("village", village.value())
                .param("key", UUID.randomUUID().toString());
    }

    /** Somebody who has logged in at a browser before, so that the login server's word for him is known. */
    final class Person {

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
