package id.siks.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.yaml.snakeyaml.Yaml;

/** The compose file, the example of its settings and the realm belong together. */
class ComposeTests {

    private static final Path FILE = Path.of("docker-compose.yml");
    private static final Path EXAMPLE = Path.of(".env.example");

    @Test
    void whoeverFillsInTheExampleHasAWorkingInstallation() throws IOException {
        String text = Files.readString(FILE);
        assertThat(ComposeRules.faults(read(text), text, Files.readString(EXAMPLE), Files.readString(RealmTests.FILE)))
                .isEmpty();
    }

    @Test
    void theApplicationUnderstandsWhatItIsTold() throws IOException {
        Map<String, Object> told = Map.copyOf(environment(read(Files.readString(FILE))));
        MutablePropertySources sources = new MutablePropertySources();
        sources.addFirst(
                new SystemEnvironmentPropertySource(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, told));
        LoginSettings settings = new Binder(ConfigurationPropertySources.from(sources))
                .bind("siks.login", LoginSettings.class)
                .get();

        assertThat(settings.issuer()).endsWith(":8443/realms/siks");
        assertThat(settings.clientId()).isEqualTo("siks-ng");
        assertThat(settings.clientSecret()).startsWith("${SIKS_LOGIN_CLIENT_SECRET:?");
        assertThat(settings.firstKeeper()).startsWith("${SIKS_LOGIN_FIRST_KEEPER:?");
        assertThat(settings.acr()).isEqualTo(Set.of("2"));
        assertThat(RealmRules.faults(RealmTests.realm(), settings)).isEmpty();
    }

    /** {@code mvn verify -Pkeycloak} tries the one that runs. */
    @Test
    void theLoginServerIsTheOneThatIsTried() throws IOException {
        Map<?, ?> services = (Map<?, ?>) read(Files.readString(FILE)).get("services");
        String image = ((Map<?, ?>) services.get("keycloak")).get("image").toString();
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<keycloak.version>" + image.replaceFirst(".*:", "") + "</keycloak.version>");
    }

    @Test
    void everyRuleFindsItsFault() throws IOException {
        finds(
                "SIKS_LOGIN_CLIENT_SECRET has a default",
                text -> text.replace("${SIKS_LOGIN_CLIENT_SECRET:?set", "${SIKS_LOGIN_CLIENT_SECRET:-set"));
        finds(
                "SIKS_HOST may be missing without a word",
                text -> text.replaceFirst("\\$\\{SIKS_HOST:\\?[^}]*}", "\\${SIKS_HOST}"));
        finds(
                "the example asks for other things than the compose file",
                text -> text.replace("SIKS_MAIL_HOST:-", "SMTP_HOST:-"));
        finds(
                "SIKS_LOGIN_KEEPER is read by nobody",
                text -> text.replace("SIKS_LOGIN_FIRST_KEEPER: ", "SIKS_LOGIN_KEEPER: "));
        finds("one role for all", text -> text.replace("_USER: siks_app", "_USER: siks_owner"));
        finds("made-up people in a real installation", text -> text.replace("SAMPLE: none", "SAMPLE: small"));
        finds("cookies are not secure", text -> text.replace("COOKIE_SECURE: \"true\"", "COOKIE_SECURE: \"false\""));
        finds("another issuer than the login server", text -> text.replace("/realms/siks", "/realms/master"));
        finds(
                "SIKS_PUBLIC_ADDRESS of the realm is told by nobody",
                text -> text.replaceFirst("SIKS_PUBLIC_ADDRESS: ", "PUBLIC_ADDRESS: "));
        finds(
                "KC_DB_PASSWORD is written in the file",
                text -> text.replaceFirst("KC_DB_PASSWORD: .*", "KC_DB_PASSWORD: rahasia"));
        finds(
                "the database is not told log_error_verbosity=terse",
                text -> text.replace("log_error_verbosity=terse", "log_error_verbosity=default"));
        finds(
                "the database is not told log_min_error_statement=panic",
                text -> text.replace(", -c, log_min_error_statement=panic", ""));
        finds("the database is not told log_error_verbosity=terse", text -> text.replaceFirst("command: .*", ""));
        finds("postgres has no version", text -> text.replaceFirst("postgres:[\\d.]+", "postgres"));
        finds("postgres:17 has no version", text -> text.replaceFirst("postgres:[\\d.]+", "postgres:17"));
        finds("eclipse-temurin:17-jre has no version", text -> text.replaceFirst("temurin:\\S+", "temurin:17-jre"));
    }

    @Test
    void aFilledInExampleIsFoundOut() throws IOException {
        String text = Files.readString(FILE);
        String filled = Files.readString(EXAMPLE).replace("KEYCLOAK_ADMIN_PASSWORD=", "KEYCLOAK_ADMIN_PASSWORD=admin");
        assertThat(ComposeRules.faults(read(text), text, filled, Files.readString(RealmTests.FILE)))
                .containsExactly("KEYCLOAK_ADMIN_PASSWORD has a value in the example");
    }

    private static void finds(String fault, UnaryOperator<String> wrong) throws IOException {
        String right = Files.readString(FILE);
        String text = wrong.apply(right);
        assertThat(text).isNotEqualTo(right);
        assertThat(ComposeRules.faults(read(text), text, Files.readString(EXAMPLE), Files.readString(RealmTests.FILE)))
                .contains(fault);
    }

    private static Map<?, ?> read(String text) {
        return new Yaml().load(text);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> environment(Map<?, ?> compose) {
        Map<?, ?> services = (Map<?, ?>) compose.get("services");
        return (Map<String, Object>) ((Map<?, ?>) services.get("siks")).get("environment");
    }
}
