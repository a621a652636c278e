package id.siks.platform.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A server that is not the application's: its administrator has prepared it as the README says, with names of his own. It
 * also carries what other servers carry, a schema of somebody else's.
 */
final class ForeignServer implements AutoCloseable {

    static final String OWNER = "dinas_pemilik";
    static final String APPLICATION = "dinas_aplikasi";
    static final String PASSWORD = "rahasia-untuk-uji";

    /** The same as in the README. */
    private static final List<String> PREPARATION = List.of(
            "create role dinas_pemilik login password '" + PASSWORD + "'",
            "create role dinas_aplikasi login password '" + PASSWORD + "'",
            "create database dinas owner dinas_pemilik encoding 'UTF8' template template0",
            "revoke all on database dinas from public",
            "grant connect on database dinas to dinas_aplikasi",
            "alter database dinas set log_error_verbosity = terse",
            "alter database dinas set log_min_error_statement = panic");

    private static final String ADMINISTRATOR = "postgres";

    private final EmbeddedPostgres postgres;

    private ForeignServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static ForeignServer in(Path folder) throws IOException, SQLException {
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        ForeignServer server = new ForeignServer(EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("foreign"))
                .setOverrideWorkingDirectory(Path.of("target/postgres/postgres").toFile())
                .setErrorRedirector(
                        ProcessBuilder.Redirect.to(folder.resolve("log").toFile()))
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setLocaleConfig("pwfile", password.toString())
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("locale", "C.UTF-8")
                .setConnectConfig("password", PASSWORD)
                .setServerConfig("timezone", "Asia/Jayapura")
                .start());
        server.administrate("postgres", PREPARATION.toArray(String[]::new));
        server.administrate("dinas", "create schema pemantauan", "create table pemantauan.catatan (isi text)");
        return server;
    }

    int port() {
        return postgres.getPort();
    }

    /** As the one who runs the server. */
    void administrate(String database, String... statements) throws SQLException {
        try (Connection connection = connect(database, ADMINISTRATOR);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    Connection connect(String database, String role) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + port() + "/" + database, role, PASSWORD);
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
