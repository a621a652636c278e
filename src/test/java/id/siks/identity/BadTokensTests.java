package id.siks.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** A token that is not for us opens nothing, and whoever brings many of them costs little. */
class BadTokensTests extends ClientDoorTest {

    @Autowired
    MockMvc demo;

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

    private String signedWithThePublicKey(JWTClaimsSet claims) throws Exception {
        SignedJWT signed = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), claims);
        signed.sign(new MACSigner(issuer.publicKey().toRSAPublicKey().getEncoded()));
        return signed.serialize();
    }

    private static Date ago(long seconds) {
        return Date.from(Instant.now().minusSeconds(seconds));
    }
}
