package id.siks.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The realm in {@code keycloak/} is one the application may believe, as it is set up when nothing is said. */
class RealmTests {

    static final Path FILE = Path.of("keycloak/siks-realm.json");

    private final LoginSettings settings =
            new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate("siks.login", LoginSettings.class);

    @Test
    void theRealmIsOneWeMayBelieve() throws IOException {
        assertThat(RealmRules.faults(realm(), settings)).isEmpty();
    }

    @Test
    void everyRuleFindsItsFault() throws IOException {
        finds("redirect addresses", realm -> ((ArrayNode) client(realm).path("redirectUris")).add("https://x/*"));
        finds("web origins", realm -> ((ArrayNode) client(realm).path("webOrigins")).add("+"));
        finds("PKCE is not demanded", realm -> attributes(realm).remove("pkce.code.challenge.method"));
        finds("the client keeps no secret", realm -> client(realm).put("publicClient", true));
        finds("directAccessGrantsEnabled", realm -> client(realm).put("directAccessGrantsEnabled", true));
        finds("a secret in secret", realm -> client(realm).put("secret", "rahasia"));
        finds("users in the file", realm -> realm.putArray("users").addObject().put("username", "demo"));
        finds("people can register themselves", realm -> realm.put("registrationAllowed", true));
        finds(
                "what people set up themselves",
                realm -> realm.withArray("requiredActions").addObject().put("alias", "VERIFY_PROFILE"));
        finds("what people set up themselves", realm -> realm.remove("requiredActions"));
        finds("a token for a password", realm -> realm.remove("directGrantFlow"));
        finds("a token for a password", realm -> steps(realm, "siks-no-direct-grant")
                .addObject()
                .put("authenticator", "direct-grant-validate-password"));
        finds("guessing is not stopped", realm -> realm.put("bruteForceProtected", false));
        finds("idle sessions", realm -> realm.put("ssoSessionIdleTimeout", 1800));
        finds("oldest sessions", realm -> realm.remove("ssoSessionMaxLifespan"));
        finds("roles or groups of the realm", realm -> realm.putArray("groups"));
        finds("names of the levels", realm -> attributes(realm).put("acr.loa.map", "{\"2\":1}"));
        finds("how long a level lasts", realm -> config(realm, "siks-level-2").put("loa-max-age", "36000"));
        finds("the flow of the browser", realm -> realm.put("browserFlow", "browser"));
        finds(
                "level 2 and the second factor",
                realm -> steps(realm, "siks-first-factor").addObject().put("authenticator", "auth-cookie"));
        finds(
                "level 1 and the second factor",
                realm -> ((ObjectNode) steps(realm, "siks-level-1").path(1)).put("authenticator", "auth-otp-form"));
        finds("means of level 1", realm -> config(realm, "siks-password").put("default.reference.value", "mfa"));
        finds("personal data in a token: \"preferred_username\"", realm -> ((ObjectNode) realm.path("clientScopes")
                        .path(2)
                        .path("protocolMappers")
                        .path(0)
                        .path("config"))
                .put("id.token.claim", "true"));
        finds("another client than ours", realm -> pattern(realm).put("enabled", true));
        finds(
                "a client's addresses",
                realm -> pattern(realm).putArray("redirectUris").add("https://x/*"));
        finds("serviceAccountsEnabled", realm -> pattern(realm).put("serviceAccountsEnabled", true));
        finds("a secret in secret", realm -> pattern(realm).put("secret", "rahasia"));
        finds("people are not asked about a client", realm -> pattern(realm).put("consentRequired", false));
        finds("a client without PKCE", realm -> pattern(realm).remove("attributes"));
        finds(
                "a client's scopes",
                realm -> pattern(realm).withArray("defaultClientScopes").add("email"));
        finds(
                "our own tokens open the house",
                realm -> client(realm).withArray("defaultClientScopes").add("siks-ng-api"));
        finds("an ID token that opens the house", realm -> ((ObjectNode) realm.path("clientScopes")
                        .path(4)
                        .path("protocolMappers")
                        .path(0)
                        .path("config"))
                .put("id.token.claim", "true"));
        finds("whom a token is meant for", realm -> ((ArrayNode) realm.path("clientScopes")).remove(4));
        finds("acr, amr or auth_time", realm -> ((ArrayNode) realm.path("clientScopes")).remove(1));
    }

    @Test
    void itIsTheRealmOfOneApplicationOnly() throws IOException {
        LoginSettings another = new LoginSettings("", "other", "", settings.acr(), settings.amr(), "siks-api", "");
        assertThat(RealmRules.faults(realm(), another)).contains("redirect addresses", "PKCE is not demanded");
    }

    static JsonNode realm() throws IOException {
        return new ObjectMapper().readTree(FILE.toFile());
    }

    private void finds(String fault, Consumer<ObjectNode> wrong) throws IOException {
        ObjectNode realm = (ObjectNode) realm();
        wrong.accept(realm);
        assertThat(RealmRules.faults(realm, settings)).contains(fault);
    }

    private static ObjectNode client(JsonNode realm) {
        return (ObjectNode) realm.path("clients").path(0);
    }

    private static ObjectNode pattern(JsonNode realm) {
        return (ObjectNode) realm.path("clients").path(1);
    }

    private static ObjectNode attributes(JsonNode realm) {
        return (ObjectNode) client(realm).path("attributes");
    }

    private static ObjectNode config(JsonNode realm, String alias) {
        return (ObjectNode) named(realm, "authenticatorConfig", alias).path("config");
    }

    private static ArrayNode steps(JsonNode realm, String alias) {
        return (ArrayNode) named(realm, "authenticationFlows", alias).path("authenticationExecutions");
    }

    private static JsonNode named(JsonNode realm, String list, String alias) {
        for (JsonNode one : realm.path(list)) {
            if (one.path("alias").asText().equals(alias)) {
                return one;
            }
        }
        throw new IllegalArgumentException(alias);
    }
}
