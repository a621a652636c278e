package id.siks.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.test.util.TestSocketUtils;
import org.yaml.snakeyaml.Yaml;

/**
 * The login server itself in a process of its own, with the realm of the project: as {@code docker-compose.yml} starts it, but
 * on loopback, without HTTPS, and with a database that is gone at the end.
 */
final class Keycloak implements AutoCloseable {

    /** What proves the application to it. */
    static final String SECRET = "rahasia-untuk-uji";

    private static final String ADMINISTRATOR = "sementara";
    private static final Path REALM = Path.of("keycloak/siks-realm.json");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient line = HttpClient.newHttpClient();
    private final Path home =
            Path.of(Objects.requireNonNull(System.getProperty("keycloak.home"), "mvn verify -Pkeycloak"));
    private final Path log = home.resolve("journey.log");
    private final String address = "http://127.0.0.1:" + TestSocketUtils.findAvailableTcpPort();
    private final Process process;

    /** One that answers and leads back to the application at {@code publicAddress}. */
    Keycloak(String publicAddress) throws IOException {
        Path realms = Files.createDirectories(home.resolve("data/import"));
        Files.copy(REALM, realms.resolve(REALM.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        process = start(publicAddress);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        Awaitility.await().atMost(PATIENCE).until(this::answers);
    }

    private Process start(String publicAddress) throws IOException {
        Map<?, ?> compose = new Yaml().load(Files.readString(Path.of("docker-compose.yml")));
        Map<?, ?> service = (Map<?, ?>) ((Map<?, ?>) compose.get("services")).get("keycloak");
        Map<?, ?> told = (Map<?, ?>) service.get("environment");
        ProcessBuilder start = new ProcessBuilder(home.resolve("bin/kc.sh").toString());
        ((List<?>) service.get("command")).forEach(word -> start.command().add(word.toString()));
        Map<String, String> environment = start.environment();
        environment.put("KC_DB", "dev-mem");
        environment.put("KC_CACHE", "local");
        environment.put("KC_HOSTNAME", address);
        environment.put("KC_HTTP_ENABLED", "true");
        environment.put("KC_HTTP_HOST", "127.0.0.1");
        environment.put("KC_HTTP_PORT", Integer.toString(URI.create(address).getPort()));
        environment.put("KC_FEATURES_DISABLED", told.get("KC_FEATURES_DISABLED").toString());
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", SECRET);
        environment.put("SIKS_PUBLIC_ADDRESS", publicAddress);
        environment.put("SIKS_LOGIN_CLIENT_SECRET", SECRET);
        return start.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    private boolean answers() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException(Files.readString(log));
        }
        try {
            return answer(issuer() + "/.well-known/openid-configuration").statusCode() == 200;
        } catch (ConnectException notYet) {
            return false;
        }
    }

    /** What the application calls it. */
    String issuer() {
        return address + "/realms/siks";
    }

    /** Where a browser asks for a code that is to be brought to {@code back}; without a proof of who asks (PKCE). */
    String asks(String back) {
        return issuer()
                + "/protocol/openid-connect/auth?client_id=siks-ng&response_type=code&scope=openid&redirect_uri="
                + back;
    }

    /** As its administrator does for somebody new: he is given a password and changes it at his first login. */
    void addAccount(String login, String given) throws IOException {
        String account =
                """
                {"username": "%s", "enabled": true, "credentials": [{"type": "password", "value": "%s", "temporary": true}]}"""
                        .formatted(login, given);
        HttpResponse<String> made = answer(HttpRequest.newBuilder(URI.create(address + "/admin/realms/siks/users"))
                .header("Authorization", "Bearer " + administratorsToken())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(account)));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    }

    private String administratorsToken() throws IOException {
        String login = tokenForPassword("master", ADMINISTRATOR, SECRET).body();
        return new ObjectMapper().readTree(login).path("access_token").asText();
    }

    /** What it answers a program that knows somebody's password and nothing else. */
    HttpResponse<String> tokenForPassword(String realm, String login, String password) throws IOException {
        String asked = "grant_type=password&client_id=admin-cli&username=%s&password=%s".formatted(login, password);
        return answer(
                HttpRequest.newBuilder(URI.create(address + "/realms/" + realm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(asked)));
    }

    /** What it answers a program that asks for a login by its address and follows nowhere. */
    HttpResponse<String> answer(String asked) throws IOException {
        return answer(HttpRequest.newBuilder(URI.create(asked)));
    }

    private HttpResponse<String> answer(HttpRequest.Builder asked) throws IOException {
        try {
            return line.send(asked.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> started = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        started.forEach(ProcessHandle::destroy);
        started.forEach(one -> one.onExit().join());
    }
}
