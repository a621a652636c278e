package id.siks.platform.postgres;

import static id.siks.platform.postgres.ForeignServer.APPLICATION;
import static id.siks.platform.postgres.ForeignServer.OWNER;
import static id.siks.platform.postgres.ForeignServer.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.siks.OutsideSuite;
import id.siks.SiksApplication;
import id.siks.area.Areas;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The application on a PostgreSQL that somebody else runs. */
@Tag(OutsideSuite.TAG)
@ExtendWith(OutputCaptureExtension.class)
class ExternalServerTests {

    private static final String OTHERS_TABLES =
            "select count(*) from pg_class where relkind in ('r', 'p') and pg_get_userbyid(relowner) <> ? "
                    + "and relnamespace::regnamespace::text in ('public', 'area', 'proposal', 'identity')";

    private static final String LOGGED = "The server's log would tell personal data of what the role %s does: ";

    @TempDir
    static Path temp;

    private static ForeignServer server;

    @BeforeAll
    static void startServer() throws Exception {
        server = ForeignServer.in(temp);
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @Test
    void the_owner_migrates_and_the_application_works_as_the_other_role_at_the_first_start_and_later() {
        String areas;
        try (ConfigurableApplicationContext first = start(PASSWORD)) {
            JdbcTemplate application = first.getBean(JdbcTemplate.class);
            areas = application.queryForObject("select count(*)::text from area.area", String.class);
            ownsNothingAndMakesNothing(application);
        }
        try (ConfigurableApplicationContext second = start(PASSWORD)) {
            JdbcTemplate application = second.getBean(JdbcTemplate.class);
            assertThat(application.queryForObject("select count(*)::text from area.area", String.class))
                    .isEqualTo(areas);
            assertThat(second.getBean(Areas.class).provinces()).hasSize(38);
        }
    }

    private static void ownsNothingAndMakesNothing(JdbcTemplate application) {
        assertThat(application.queryForObject("select current_user::text", String.class))
                .isEqualTo(APPLICATION);
        assertThat(application.queryForObject(OTHERS_TABLES, Long.class, OWNER)).isZero();
        assertThat(application.queryForObject(
                        "select count(*) from pg_class where pg_get_userbyid(relowner) = current_user", Long.class))
                .isZero();
        for (String sql : List.of(
                "create table public.own (a int)",
                "create table area.own (a int)",
                "create schema own",
                "drop table area.area",
                "set role " + OWNER,
                "select * from pemantauan.catatan")) {
            assertThatThrownBy(() -> application.execute(sql)).as(sql).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void a_wrong_password_is_told_without_a_stack_trace(CapturedOutput output) {
        assertThatThrownBy(() -> start("salah"))
                .hasRootCauseMessage("FATAL: password authentication failed for user \"" + APPLICATION + "\"");

        assertThat(output)
                .contains(
                        "APPLICATION FAILED TO START",
                        "The database at siks.database.url cannot be reached: FATAL: password authentication failed",
                        "Check that it runs, and the address, the roles and their passwords.")
                .doesNotContain("\tat ", "salah", PASSWORD);
    }

    @Test
    void what_does_not_fit_is_said_in_one_sentence() throws Exception {
        refused(configured(1, OWNER, APPLICATION), "The database at siks.database.url cannot be reached: Connection");
        refused(
                configured(server.port(), OWNER, OWNER),
                "siks.database.user and siks.database.owner-user are the same");
        refused(configured(server.port(), OWNER, " "), "siks.database.url is set, but siks.database.user is not.");
        refused(
                configured("postgres://x:" + PASSWORD + "@host/db", OWNER, APPLICATION),
                "siks.database.url does not begin with jdbc:postgresql:.");
        refused(
                configured(server.port(), APPLICATION, OWNER),
                "The role dinas_aplikasi may not make schemas and tables in the database.");
        refused(configured(server.port(), OWNER, "postgres"), "The role postgres may administer the server.");
        try (Aged old = new Aged(server.port())) {
            refused(
                    configured(old.port(), OWNER, APPLICATION),
                    "The database is PostgreSQL 14, but SIKS-NG needs 15 or newer.");
        }
    }

    @Test
    void a_role_that_may_change_the_structure_is_not_the_applications() throws Exception {
        server.administrate("postgres", "create database kedua owner dinas_pemilik encoding 'UTF8' template template0");
        DatabaseProperties second =
                configured("jdbc:postgresql://localhost:" + server.port() + "/kedua", OWNER, APPLICATION);

        server.administrate("kedua", "grant create on schema public to public");
        refused(second, "The role dinas_aplikasi may make tables or schemas in the database.");
        server.administrate(
                "kedua", "revoke create on schema public from public", "grant dinas_pemilik to dinas_aplikasi");
        refused(second, "The role dinas_aplikasi may act as the role dinas_pemilik.");
        server.administrate("kedua", "revoke dinas_pemilik from dinas_aplikasi", "create table public.lain (isi text)");
        refused(second, "The database holds tables of another program.");
        server.administrate(
                "kedua",
                "drop table public.lain",
                "create schema lain authorization dinas_aplikasi",
                "create table lain.milik (isi text)",
                "alter table lain.milik owner to dinas_aplikasi");
        refused(second, "The role dinas_aplikasi owns tables in the database.");
        server.administrate(
                "kedua",
                "drop schema lain cascade",
                "alter database kedua set log_error_verbosity = terse",
                "alter database kedua set log_min_error_statement = panic");
        assertThat(ExternalServer.at(second).access().application().user()).isEqualTo(APPLICATION);
    }

    @Test
    void a_server_whose_log_would_repeat_rows_is_refused() throws Exception {
        server.administrate(
                "postgres", "create database ketiga owner dinas_pemilik encoding 'UTF8' template template0");
        DatabaseProperties third =
                configured("jdbc:postgresql://localhost:" + server.port() + "/ketiga", OWNER, APPLICATION);

        refused(third, LOGGED.formatted(OWNER) + "log_error_verbosity is default.");
        server.administrate("postgres", "alter database ketiga set log_error_verbosity = terse");
        refused(third, LOGGED.formatted(OWNER) + "log_min_error_statement is error.");
        server.administrate("postgres", "alter database ketiga set log_min_error_statement = panic");
        ExternalServer.at(third).close();

        server.administrate(
                "postgres", "alter role dinas_aplikasi in database ketiga set log_error_verbosity = verbose");
        refused(third, LOGGED.formatted(APPLICATION) + "log_error_verbosity is verbose.");
    }

    @Test
    void a_database_in_another_alphabet_is_refused() throws Exception {
        server.administrate(
                "postgres", "create database lama owner dinas_pemilik encoding 'LATIN1' locale 'C' template template0");

        refused(
                configured("jdbc:postgresql://localhost:" + server.port() + "/lama", OWNER, APPLICATION),
                "The database keeps its text as LATIN1, but SIKS-NG needs UTF8.");
    }

    private static void refused(DatabaseProperties configured, String sentence) {
        DatabaseUnusable refusal = catchThrowableOfType(DatabaseUnusable.class, () -> ExternalServer.at(configured));

        assertThat(refusal).as(sentence).isNotNull();
        assertThat(refusal.getMessage()).startsWith(sentence).doesNotContain(PASSWORD);
        assertThat(refusal.remedy()).isNotBlank();
    }

    private static DatabaseProperties configured(int port, String owner, String user) {
        return configured("jdbc:postgresql://localhost:" + port + "/dinas", owner, user);
    }

    private static DatabaseProperties configured(String url, String owner, String user) {
        return new DatabaseProperties(url, owner, PASSWORD, user, PASSWORD, null, null, false);
    }

    private static ConfigurableApplicationContext start(String password) {
        return new SpringApplicationBuilder(SiksApplication.class)
                .run(
                        "--server.port=0",
                        "--siks.sample=none",
                        "--siks.evidence.directory=" + temp.resolve("evidence"),
                        "--siks.database.url=jdbc:postgresql://localhost:" + server.port() + "/dinas",
                        "--siks.database.owner-user=" + OWNER,
                        "--siks.database.owner-password=" + PASSWORD,
                        "--siks.database.user=" + APPLICATION,
                        "--siks.database.password=" + password);
    }
}
