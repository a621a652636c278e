package id.siks.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** What the login server's realm must be so that the application may believe it (requirements 13, 19, 21 and 30). */
final class RealmRules {

    private static final String OURS = "${SIKS_PUBLIC_ADDRESS}";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[A-Z_]+}");
    private static final Set<String> SECOND = Set.of("auth-otp-form", "webauthn-authenticator");
    private static final Set<String> PERSONS = Set.of(
            "oidc-usermodel-attribute-mapper",
            "oidc-usermodel-property-mapper",
            "oidc-full-name-mapper",
            "oidc-address-mapper");
    private static final Set<String> SCOPES = Set.of("profile", "email");

    /** Others would ask for a name, or let him who knows a password put something beside the second factor. */
    private static final Set<String> ACTIONS = Set.of("UPDATE_PASSWORD", "CONFIGURE_TOTP", "webauthn-register");

    private final JsonNode realm;
    private final LoginSettings settings;
    private final List<String> faults = new ArrayList<>();

    private RealmRules(JsonNode realm, LoginSettings settings) {
        this.realm = realm;
        this.settings = settings;
    }

    /** What is wrong with the realm for an application with these settings; empty when nothing is. */
    static List<String> faults(JsonNode realm, LoginSettings settings) {
        RealmRules rules = new RealmRules(realm, settings);
        rules.client();
        rules.anotherClient();
        rules.noPasswordForAToken();
        rules.addresses();
        rules.secrets(realm, "");
        rules.levels();
        rules.tokens();
        rules.people();
        rules.times();
        return rules.faults;
    }

    private void client() {
        JsonNode client = ours();
        need(!client.path("publicClient").asBoolean(true), "the client keeps no secret");
        need(attribute("pkce.code.challenge.method").equals("S256"), "PKCE is not demanded");
        codeOnly(client);
        need(client.path("standardFlowEnabled").asBoolean(), "the code flow is off");
        need(attribute("id.token.signed.response.alg").equals("RS256"), "the algorithm is not fixed");
    }

    /** Other software has one pattern, shut until somebody says where it leads back to; only its tokens open our doors. */
    private void anotherClient() {
        for (JsonNode client : realm.path("clients")) {
            if (client != ours()) {
                need(!client.path("enabled").asBoolean(true), "another client than ours");
                need(client.path("redirectUris").isEmpty(), "a client's addresses");
                need(client.path("webOrigins").isEmpty(), "a client's web origins");
                need(!client.path("publicClient").asBoolean(true), "a client keeps no secret");
                need(client.path("consentRequired").asBoolean(), "people are not asked about a client");
                JsonNode said = client.path("attributes");
                need(said.path("pkce.code.challenge.method").asText().equals("S256"), "a client without PKCE");
                need(said.path("access.token.signed.response.alg").asText().equals("RS256"), "a client's algorithm");
                need(said.path("acr.loa.map").asText().equals(attribute("acr.loa.map")), "a client's levels");
                need(
                        texts(client.path("defaultClientScopes")).equals(Set.of("basic", "acr", settings.audience())),
                        "a client's scopes");
                codeOnly(client);
            }
        }
        need(!texts(ours().path("defaultClientScopes")).contains(settings.audience()), "our own tokens open the house");
        JsonNode scope = StreamSupport.stream(realm.path("clientScopes").spliterator(), false)
                .filter(one -> one.path("name").asText().equals(settings.audience()))
                .findFirst()
                .orElseGet(() -> realm.path("no such scope"));
        JsonNode meant = scope.path("protocolMappers").path(0).path("config");
        need(meant.path("included.custom.audience").asText().equals(settings.audience()), "whom a token is meant for");
        need(meant.path("id.token.claim").asText().equals("false"), "an ID token that opens the house");
    }

    /** The login server brings clients of its own, and some of them may ask for this. */
    private void noPasswordForAToken() {
        List<JsonNode> steps = executions(flow(realm.path("directGrantFlow").asText()));
        need(
                steps.size() == 1
                        && steps.get(0).path("authenticator").asText().equals("deny-access-authenticator")
                        && steps.get(0).path("requirement").asText().equals("REQUIRED"),
                "a token for a password");
    }

    private void codeOnly(JsonNode client) {
        for (String way : List.of("implicitFlowEnabled", "directAccessGrantsEnabled", "serviceAccountsEnabled")) {
            need(!client.path(way).asBoolean(true), way);
        }
    }

    private void addresses() {
        need(texts(ours().path("redirectUris")).equals(Set.of(OURS + LoginServer.RETURN)), "redirect addresses");
        need(ours().path("webOrigins").isEmpty(), "web origins");
        Set<String> left = Set.of(attribute("post.logout.redirect.uris").split("##"));
        need(left.equals(Set.of(OURS + ServerLogout.BYE, OURS + ServerLogout.UNKNOWN)), "addresses after a logout");
    }

    /** Whatever is called a secret or a password is a word to be replaced; nobody's credentials are in the file. */
    private void secrets(JsonNode node, String name) {
        if (node.isTextual() && name.matches("(?i).*(secret|password|privatekey)") && !name.equals("providerId")) {
            need(PLACEHOLDER.matcher(node.asText()).matches(), "a secret in " + name);
        }
        need(!Set.of("credentials", "users", "secretData").contains(name), name + " in the file");
        node.fields().forEachRemaining(field -> secrets(field.getValue(), field.getKey()));
        if (node.isArray()) {
            node.forEach(element -> secrets(element, name));
        }
    }

    /** A level that counts asks for a second factor on every way through it; the others are not worth its name. */
    private void levels() {
        Set<String> known = new HashSet<>();
        for (JsonNode flow : realm.path("authenticationFlows")) {
            String level = level(flow);
            if (level != null) {
                known.add(level);
                boolean counts = settings.acr().contains(level);
                need(counts == asksForAFactor(flow, new HashSet<>()), "level " + level + " and the second factor");
                need(counts || means(flow).stream().noneMatch(settings.amr()::contains), "means of level " + level);
            }
        }
        need(known.containsAll(settings.acr()), "levels the application asks for");
        need(attribute("acr.loa.map").replaceAll("\\s", "").equals("{\"1\":1,\"2\":2}"), "names of the levels");
        need(known.equals(Set.of("1", "2")), "levels of the flow");
        need(executions(flow(realm.path("browserFlow").asText())).size() == 2, "the flow of the browser");
    }

    private String level(JsonNode flow) {
        return executions(flow).stream()
                .filter(e -> e.path("authenticator").asText().equals("conditional-level-of-authentication"))
                .map(e -> config(e).path("loa-condition-level").asText())
                .findFirst()
                .orElse(null);
    }

    private boolean asksForAFactor(JsonNode flow, Set<String> seen) {
        need(seen.add(flow.path("alias").asText()), "a flow within itself");
        List<JsonNode> steps = executions(flow).stream()
                .filter(e -> !e.path("authenticator").asText().startsWith("conditional-"))
                .toList();
        return !steps.isEmpty()
                && steps.stream()
                        .allMatch(e -> e.path("authenticatorFlow").asBoolean()
                                ? asksForAFactor(flow(e.path("flowAlias").asText()), seen)
                                : SECOND.contains(e.path("authenticator").asText()));
    }

    private Set<String> means(JsonNode flow) {
        Set<String> means = new TreeSet<>();
        executions(flow)
                .forEach(
                        e -> means.add(config(e).path("default.reference.value").asText()));
        return means;
    }

    /** The ID token says how somebody came in; who he is tells only the answer to us. */
    private void tokens() {
        Set<String> given = texts(ours().path("defaultClientScopes"));
        need(given.containsAll(SCOPES), "scopes the application asks for");
        Set<String> kinds = new HashSet<>();
        for (JsonNode scope : realm.path("clientScopes")) {
            for (JsonNode mapper : scope.path("protocolMappers")) {
                String kind = mapper.path("protocolMapper").asText();
                kinds.add(kind);
                JsonNode config = mapper.path("config");
                boolean inToken = config.path("id.token.claim").asBoolean(true)
                        || config.path("access.token.claim").asBoolean(true);
                need(!PERSONS.contains(kind) || !inToken, "personal data in a token: " + mapper.path("name"));
            }
        }
        need(
                kinds.containsAll(Set.of("oidc-acr-mapper", "oidc-amr-mapper", "oidc-usersessionmodel-note-mapper")),
                "acr, amr or auth_time");
        need(kinds.stream().noneMatch(kind -> kind.matches(".*(role|group).*")), "roles in a token");
    }

    /** What somebody may do stands in our assignments, so the realm knows no roles or groups. */
    private void people() {
        need(!realm.has("roles") && !realm.has("groups"), "roles or groups of the realm");
        need(!realm.path("registrationAllowed").asBoolean(true), "people can register themselves");
        need(!realm.path("editUsernameAllowed").asBoolean(true), "people can rename themselves");
        Set<String> actions = new TreeSet<>();
        realm.path("requiredActions")
                .forEach(one -> actions.add(one.path("alias").asText()));
        need(actions.equals(ACTIONS), "what people set up themselves");
        need(!realm.path("rememberMe").asBoolean(true), "remembered logins");
        need(realm.path("bruteForceProtected").asBoolean(), "guessing is not stopped");
        need(realm.path("passwordPolicy").asText().contains("length(12)"), "password policy");
        need(
                realm.path("eventsEnabled").asBoolean()
                        && realm.path("adminEventsEnabled").asBoolean(),
                "events");
    }

    private void times() {
        need(seconds(realm, "ssoSessionIdleTimeout").compareTo(SignIn.IDLE_OF_APPROVERS) <= 0, "idle sessions");
        need(seconds(realm, "ssoSessionMaxLifespan").compareTo(SessionAge.OLDEST) <= 0, "oldest sessions");
        for (JsonNode config : realm.path("authenticatorConfig")) {
            JsonNode age = config.path("config").path("loa-max-age");
            need(
                    age.isMissingNode() || Duration.ofSeconds(age.asLong()).compareTo(FreshLogin.FRESH) <= 0,
                    "how long a level lasts");
        }
    }

    private static Duration seconds(JsonNode node, String name) {
        return Duration.ofSeconds(node.path(name).asLong(Long.MAX_VALUE));
    }

    private JsonNode ours() {
        return StreamSupport.stream(realm.path("clients").spliterator(), false)
                .filter(c -> c.path("clientId").asText().equals(settings.clientId()))
                .findFirst()
                .orElseGet(() -> realm.path("no client of ours"));
    }

    private String attribute(String name) {
        return ours().path("attributes").path(name).asText();
    }

    private JsonNode flow(String alias) {
        return named("authenticationFlows", alias);
    }

    private JsonNode config(JsonNode execution) {
        return named(
                        "authenticatorConfig",
                        execution.path("authenticatorConfig").asText())
                .path("config");
    }

    private JsonNode named(String list, String alias) {
        return StreamSupport.stream(realm.path(list).spliterator(), false)
                .filter(one -> one.path("alias").asText().equals(alias))
                .findFirst()
                .orElseGet(() -> realm.path("nothing called " + alias));
    }

    private static List<JsonNode> executions(JsonNode flow) {
        return StreamSupport.stream(flow.path("authenticationExecutions").spliterator(), false)
                .toList();
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private void need(boolean right, String fault) {
        if (!right && !faults.contains(fault)) {
            faults.add(fault);
        }
    }
}
