package id.siks.finalization;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.SiksApplication;
import id.siks.platform.postgres.DataOnDisk;
import id.siks.sample.LongDetermination;
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
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The decree reaches a long list while the application is killed in the middle of it: once alone, with its server left
 * running, and once together with its server. Rows held by the test stop every lane of it at a known place.
 */
class KilledDeterminationTests {

    private static final int CASES = 2_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    // One in each of the chunks that the lanes take next; the first chunk goes through.
    private static final int[] PLACES = {150, 250, 350};

    private static final String MEMBER =
            """
            select case_ref from finalization.batch_item where state = 'SEALED' order by batch_item_id
            offset ? limit 1""";

    private static final String DETERMINED = "select count(*) from finalization.batch_item where state = 'DETERMINED'";

    private static final String BLOCKED =
            "select count(*) from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))";

    @TempDir
    Path temp;

    private final List<ProcessHandle> started = new ArrayList<>();
    private DataOnDisk data;
    private ProcessHandle server;
    private Path log;

    @BeforeEach
    void nothingYet() {
        data = new DataOnDisk(temp.resolve("data"));
    }

    @AfterEach
    void stopWhatIsLeft() {
        data.server().ifPresent(started::add);
        started.forEach(ProcessHandle::destroyForcibly);
        started.forEach(process -> process.onExit().join());
    }

    @Test
    void a_determination_killed_twice_reaches_every_case_exactly_once() throws Exception {
        Process first = prepare();
        try (Connection holder = data.connect()) {
            // Held before the register is written: the application dies at the beginning of a chunk.
            hold(holder, "select 1 from proposal.proposal where case_ref = ? for update");
            determine(first);
            awaitEveryLaneWaitsFor(holder, first);
            assertThat(count(holder, DETERMINED)).isBetween(1L, CASES - 1L);
            kill(first.toHandle());
        }

        Process second = start("second", SiksApplication.class, List.of());
        try (Connection holder = awaitItsServer(second)) {
            // Held when the register is written and the processes end: everything dies at the end of a chunk.
            long before = count(holder, DETERMINED);
            hold(holder, "select 1 from act_ru_execution where business_key_ = ? and parent_id_ is null for update");
            awaitEveryLaneWaitsFor(holder, second);
            assertThat(count(holder, DETERMINED)).isBetween(before + 1, CASES - 1L);
            kill(data.server().orElseThrow());
        }
        kill(second.toHandle());

        Process third = start("third", SiksApplication.class, List.of());
        try (Connection reader = awaitItsServer(third)) {
            await(
                    third,
                    () -> count(reader, "select count(*) from finalization.period where state = 'DETERMINED'") == 1);
            everythingHappenedOnce(reader);
        }
        third.destroy();
        assertThat(third.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    private void everythingHappenedOnce(Connection db) {
        assertThat(count(db, DETERMINED)).isEqualTo(CASES);
        assertThat(count(db, "select count(*) from finalization.batch_item where state <> 'DETERMINED'"))
                .isZero();
        assertThat(count(db, "select count(*) from proposal.proposal where status = 'DETERMINED'"))
                .isEqualTo(CASES);
        assertThat(count(db, "select count(*) from proposal.open_subject")).isZero();

        assertThat(count(db, "select count(*) from register.family where status = 'ACTIVE'"))
                .isEqualTo(CASES);
        assertThat(count(db, "select count(*) from register.family")).isEqualTo(CASES);
        assertThat(count(db, "select count(*) from register.register_change where kind = 'ACTIVATED'"))
                .isEqualTo(CASES);
        assertThat(count(db, "select count(distinct case_ref) from register.register_change"))
                .isEqualTo(CASES);
        assertThat(count(db, "select count(distinct family_id) from register.register_change"))
                .isEqualTo(CASES);
        assertThat(count(db, "select count(*) from register.person where active"))
                .isEqualTo(count(db, "select sum(member_count) from proposal.proposal"));

        assertThat(count(db, "select count(*) from casework.case_event where what = 'applied'"))
                .isEqualTo(CASES);
        assertThat(count(db, "select count(distinct case_ref) from casework.case_event where what = 'applied'"))
                .isEqualTo(CASES);
        assertThat(count(db, "select count(*) from casework.case_summary where group_id is not null"))
                .isZero();

        assertThat(count(db, "select count(*) from act_ru_incident")).isZero();
        assertThat(
                        count(
                                db,
                                """
                        select count(*) from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                        where d.key_ in ('proposal-trunk', 'field-check')"""))
                .isZero();
        assertThat(count(db, "select count(*) from act_ru_job where handler_type_ = 'async-continuation'"))
                .isZero();
        assertThat(
                        count(
                                db,
                                """
                        select count(*) from act_ru_execution e
                        join finalization.period p on p.case_ref = e.business_key_ and p.state = 'DETERMINED'"""))
                .isZero();
        assertThat(
                        count(
                                db,
                                """
                        select count(*) from act_hi_procinst
                        where proc_def_key_ = 'proposal-trunk' and end_act_id_ = 'proposal-applied'"""))
                .isEqualTo(CASES);
    }

    private Process prepare() throws IOException {
        Path prepared = temp.resolve("prepared");
        Process first = start(
                "first", LongDetermination.class, List.of("--test.cases=" + CASES, "--test.prepared=" + prepared));
        await(first, () -> Files.exists(prepared));
        server = data.server().orElseThrow();
        return first;
    }

    private static void determine(Process prepared) throws IOException {
        prepared.getOutputStream().write('\n');
        prepared.getOutputStream().flush();
    }

    private Process start(String name, Class<?> main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                "--server.port=0",
                "--siks.sample=none",
                "--siks.database.data-directory=" + temp.resolve("data"),
                "--siks.database.programs-directory="
                        + Path.of("target/postgres").toAbsolutePath(),
                // So long a job stays reserved for the application that was killed.
                "--camunda.bpm.job-execution.lock-time-in-millis=5000"));
        command.addAll(arguments);
        log = temp.resolve(name + ".log");
        // Not in the project's folder: its models would be found twice.
        Process process = new ProcessBuilder(command)
                .directory(temp.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        started.add(process.toHandle());
        return process;
    }

    /** The application starts a server of its own, whatever became of the one before. */
    private Connection awaitItsServer(Process application) {
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

    private static void hold(Connection connection, String row) throws SQLException {
        connection.setAutoCommit(false);
        for (int place : PLACES) {
            String member = template(connection).queryForObject(MEMBER, String.class, place);
            assertThat(template(connection).queryForList(row, member)).hasSize(1);
        }
    }

    private void awaitEveryLaneWaitsFor(Connection holder, Process application) {
        await(application, () -> count(holder, BLOCKED) >= PLACES.length);
    }

    private void await(Process application, Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(SQLException.class)
                .until(() -> {
                    assertThat(application.isAlive()).as(() -> read(log)).isTrue();
                    return condition.call();
                });
    }

    private static void kill(ProcessHandle process) throws Exception {
        process.destroyForcibly();
        process.onExit().get(1, TimeUnit.MINUTES);
    }

    private static long count(Connection connection, String query) {
        return template(connection).queryForObject(query, Long.class);
    }

    private static JdbcTemplate template(Connection connection) {
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
