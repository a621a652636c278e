package id.siks;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.platform.postgres.DataOnDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The application in processes of their own on one data folder, one after the other, each of which a test may kill. */
public final class ChildApplication {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path folder;
    private final DataOnDisk data;
    private final List<ProcessHandle> started = new ArrayList<>();
    private ProcessHandle server;
    private Path log;

    public ChildApplication(Path folder) {
        this.folder = folder;
        data = new DataOnDisk(folder.resolve("data"));
    }

    /** Starts it with such works, and waits until they are prepared. */
    public Process prepared(Stream<Class<? extends ChildWork>> works) throws IOException {
        Path prepared = folder.resolve("prepared");
        String sources = works.map(Class::getName).collect(Collectors.joining(","));
        Process first = start(
                "first", ChildWorks.class, List.of("--spring.main.sources=" + sources, "--test.prepared=" + prepared));
        await(first, () -> Files.exists(prepared));
        server = data.server().orElseThrow();
        return first;
    }

    /** Lets the works begin that {@link #prepared} prepared. */
    public static void goOn(Process prepared) throws IOException {
        prepared.getOutputStream().write('\n');
        prepared.getOutputStream().flush();
    }

    /** Starts it once more as it is. */
    public Process start(String name) throws IOException {
        return start(name, SiksApplication.class, List.of());
    }

    private Process start(String name, Class<?> main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                "--server.port=0",
                "--siks.sample=none",
                "--siks.database.data-directory=" + folder.resolve("data"),
                "--siks.database.programs-directory="
                        + Path.of("target/postgres").toAbsolutePath(),
                // So long a job stays reserved for the application that was killed; a test that stops jobs in the
                // middle
                // has that long to see them all stopped, before the executor waits for one of them itself.
                "--camunda.bpm.job-execution.lock-time-in-millis=20000"));
        command.addAll(arguments);
        log = folder.resolve(name + ".log");
        // Not in the project's folder: its models would be found twice.
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        started.add(process.toHandle());
        return process;
    }

    /** A connection to the server that works now. */
    public Connection connect() throws IOException, SQLException {
        return data.connect();
    }

    /** The application starts a server of its own, whatever became of the one before. */
    public Connection awaitItsServer(Process application) {
        AtomicReference<Connection> connection = new AtomicReference<>();
        await(application, () -> {
            Optional<ProcessHandle> now = data.server().filter(found -> !found.equals(server));
            if (now.isPresent()) {
                connection.set(data.connect());
                server = now.get();
            }
            return now.isPresent();
        });
        return connection.get();
    }

    /** Waits for something while the application lives. */
    public void await(Process application, Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(SQLException.class)
                .until(() -> {
                    assertThat(application.isAlive()).as(() -> read(log)).isTrue();
                    return condition.call();
                });
    }

    /** Ends the application without a word. */
    public static void kill(Process application) throws Exception {
        kill(application.toHandle());
    }

    /** Ends its server without a word. */
    public void killServer() throws Exception {
        kill(data.server().orElseThrow());
    }

    private static void kill(ProcessHandle process) throws Exception {
        process.destroyForcibly();
        process.onExit().get(1, TimeUnit.MINUTES);
    }

    /** Lets the application end by itself. */
    public static void stop(Process application) throws InterruptedException {
        application.destroy();
        assertThat(application.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    /** Ends whatever is left of it; after each test. */
    public void clear() {
        data.server().ifPresent(started::add);
        started.forEach(ProcessHandle::destroyForcibly);
        started.forEach(process -> process.onExit().join());
    }

    /** How many wait for a row or a lock that this connection holds. */
    public static long blockedBy(Connection holder) {
        return count(
                holder,
                "select count(*) from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))");
    }

    /** The one number the query answers. */
    public static long count(Connection connection, String query) {
        return template(connection).queryForObject(query, Long.class);
    }

    /** Each of the queries answers this number. */
    public static void eachCounts(long number, Connection connection, String... queries) {
        assertThat(queries)
                .allSatisfy(query -> assertThat(count(connection, query)).isEqualTo(number));
    }

    /** The connection, to ask more of it. */
    public static JdbcTemplate template(Connection connection) {
        return new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.getMessage();
        }
    }
}
