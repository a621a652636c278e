package id.siks.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import id.siks.OutsideSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.StaticApplicationContext;

/** The embedded server by itself, without the application around it. */
@Tag(OutsideSuite.TAG)
@Execution(ExecutionMode.CONCURRENT)
class EmbeddedServerTests {

    private static final Path PROGRAMS = Path.of("target/postgres");

    @TempDir
    static Path shared;

    @TempDir
    Path temp;

    private final List<ProcessHandle> started = new ArrayList<>();

    @BeforeAll
    static void startForTheFirstTime() {
        EmbeddedServer.on(begun(), PROGRAMS).close();
    }

    /** Most tests are about a later start; a copy is there sooner than one more first start. */
    @BeforeEach
    void copyWhatHasBegun() throws IOException {
        try (Stream<Path> files = Files.walk(begun())) {
            for (Path file : files.toList()) {
                Files.copy(file, folder().resolve(begun().relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @AfterEach
    void stopWhatIsLeft() {
        started.forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void data_is_kept_across_restarts() throws Exception {
        Path anew = temp.resolve("anew");
        try (EmbeddedServer first = EmbeddedServer.on(anew, PROGRAMS)) {
            execute(first, "create table kept (word text)", "insert into kept values ('confirmed')");
        }
        try (EmbeddedServer second = EmbeddedServer.on(anew, PROGRAMS)) {
            assertThat(kept(second)).isEqualTo(1);
        }
    }

    @Test
    void data_is_kept_when_the_application_is_killed() throws Exception {
        Process application = startChild();
        kill(application.toHandle());

        try (EmbeddedServer next = start()) {
            assertThat(kept(next)).isEqualTo(1);
        }
    }

    @Test
    void data_is_kept_when_application_and_server_are_killed() throws Exception {
        Process application = startChild();
        kill(serverOf(folder()));
        kill(application.toHandle());

        try (EmbeddedServer next = start()) {
            assertThat(kept(next)).isEqualTo(1);
        }
    }

    @Test
    void a_process_number_that_somebody_else_uses_now_is_no_hindrance() throws Exception {
        String note = ProcessHandle.current().pid() + "\n" + folder().resolve("postgres") + "\n";
        Files.writeString(folder().resolve("postgres/postmaster.pid"), note);

        try (EmbeddedServer next = start()) {
            assertThat(one(next, "select 1")).isEqualTo("1");
        }
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void a_first_start_that_was_killed_half_way_begins_anew() throws Exception {
        Path anew = temp.resolve("anew");
        Files.createDirectories(anew.resolve("postgres/base"));
        Files.writeString(anew.resolve("postgres/postgresql.conf"), "");
        Files.createFile(anew.resolve("first-start"));

        try (EmbeddedServer next = EmbeddedServer.on(anew, PROGRAMS)) {
            assertThat(one(next, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void what_is_confirmed_is_on_the_disk() throws Exception {
        try (EmbeddedServer server = start()) {
            assertThat(one(server, "show fsync")).isEqualTo("on");
            assertThat(one(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(one(server, "show full_page_writes")).isEqualTo("on");
            assertThat(one(server, "show server_version")).startsWith(EmbeddedServer.MAJOR + ".");
        }
    }

    @Test
    void nobody_gets_in_without_a_password() throws Exception {
        try (EmbeddedServer server = start()) {
            for (String role : List.of("postgres", "siks_owner", "siks_app")) {
                assertThatThrownBy(() ->
                                DriverManager.getConnection(server.access().url(), role, "guess"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password authentication failed");
            }
            assertThat(Files.readString(folder().resolve("postgres/pg_hba.conf"))
                            .lines())
                    .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
                    .allMatch(line -> line.endsWith("scram-sha-256"));
        }
    }

    @Test
    void only_the_owner_reads_the_passwords() throws Exception {
        assertThat(Files.getPosixFilePermissions(begun().resolve("passwords")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(begun())).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(begun().resolve("initial-password")).doesNotExist();
    }

    @Test
    void a_folder_in_use_is_said_in_one_sentence() throws Exception {
        startChild();

        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessage("The data folder " + folder() + " is in use by another running SIKS-NG.");
        assertThat(serverOf(folder()).isAlive()).isTrue();
    }

    @Test
    void data_of_another_major_version_is_said_in_one_sentence() throws Exception {
        Files.writeString(folder().resolve("postgres/PG_VERSION"), "16\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessage("The data in " + folder().resolve("postgres")
                        + " was made by PostgreSQL 16, but this SIKS-NG brings PostgreSQL 17.");
    }

    @Test
    void data_of_another_user_is_said_in_one_sentence() throws Exception {
        assumeThat(givenAway(folder().resolve("postgres")))
                .as("may give files away")
                .isTrue();

        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("belongs to the user");
    }

    @Test
    void a_folder_that_cannot_be_made_is_said_in_one_sentence() throws Exception {
        Path file = Files.createFile(temp.resolve("file"));

        assertThatThrownBy(() -> EmbeddedServer.on(file.resolve("data"), PROGRAMS))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessage("The data folder " + file.resolve("data") + " is not writable.");
    }

    @Test
    void the_server_stops_quickly_and_leaves_the_folder_free() throws Exception {
        EmbeddedServer server = start();
        ProcessHandle process = serverOf(folder());
        long begin = System.nanoTime();
        server.close();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> !process.isAlive());
        start().close();
    }

    @Test
    void an_application_that_does_not_come_up_leaves_no_server() throws Exception {
        StartingServer starting = starting(folder());
        starting.onApplicationEvent(failed(new IllegalStateException("the mail server is not configured")));

        assertThat(folder().resolve("postgres/postmaster.pid")).doesNotExist();
        start().close();
    }

    @Test
    void an_application_that_does_not_come_up_tells_its_own_reason_first() throws Exception {
        Path file = Files.createFile(temp.resolve("file"));
        IllegalStateException reason = new IllegalStateException("the mail server is not configured");
        StartingServer starting = starting(file.resolve("data"));
        starting.onApplicationEvent(failed(reason));

        assertThat(reason.getSuppressed()).hasOnlyElementsOfType(DatabaseUnusable.class);
        assertThatThrownBy(starting::take).isInstanceOf(DatabaseUnusable.class);
    }

    @Test
    void an_application_that_is_stopped_while_it_comes_up_leaves_no_server() throws Exception {
        StartingServer starting = starting(folder());
        starting.onApplicationEvent(new ContextClosedEvent(new StaticApplicationContext()));

        assertThat(folder().resolve("postgres/postmaster.pid")).doesNotExist();
        start().close();
    }

    private static StartingServer starting(Path folder) {
        return StartingServer.of(new DatabaseProperties(null, null, null, null, null, folder, PROGRAMS, false));
    }

    private static ApplicationFailedEvent failed(Throwable reason) {
        return new ApplicationFailedEvent(new SpringApplication(), new String[0], null, reason);
    }

    private static Path begun() {
        return shared.resolve("data");
    }

    private Path folder() {
        return temp.resolve("data");
    }

    private EmbeddedServer start() {
        return EmbeddedServer.on(folder(), PROGRAMS);
    }

    private Process startChild() throws IOException {
        Path ready = temp.resolve("ready");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerChild.class.getName(),
                        folder().toString(),
                        PROGRAMS.toString(),
                        ready.toString())
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("child.log").toFile())
                .start();
        started.add(child.toHandle());
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(ready) || !child.isAlive());
        assertThat(child.isAlive()).as(() -> read(temp.resolve("child.log"))).isTrue();
        started.add(serverOf(folder()));
        return child;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private static ProcessHandle serverOf(Path folder) {
        String pid = read(folder.resolve("postgres/postmaster.pid"))
                .lines()
                .findFirst()
                .orElseThrow();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static void kill(ProcessHandle process) throws Exception {
        process.destroyForcibly();
        process.onExit().get(30, TimeUnit.SECONDS);
    }

    private static boolean givenAway(Path file) {
        try {
            Files.setAttribute(file, "unix:uid", 65_533);
            return true;
        } catch (IOException | UnsupportedOperationException notAllowed) {
            return false;
        }
    }

    private static void execute(EmbeddedServer server, String... statements) throws Exception {
        try (Connection connection = ServerChild.owner(server);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static int kept(EmbeddedServer server) throws Exception {
        return Integer.parseInt(one(server, "select count(*) from kept where word = 'confirmed'"));
    }

    private static String one(EmbeddedServer server, String query) throws Exception {
        try (Connection connection = ServerChild.owner(server);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
