package id.siks.platform.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The PostgreSQL that comes with the application: real, durable and closed to everybody without its passwords. */
final class EmbeddedServer implements DatabaseServer {

    /** Major version of the binaries the build brings. */
    static final String MAJOR = "17";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final String SUPERUSER = "postgres";
    private static final String OWNER = "siks_owner";
    private static final String APPLICATION = "siks_app";
    private static final String DATABASE = "siks";
    // Recovery after a crash may have much to read.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final DataFolder folder;
    private final EmbeddedPostgres postgres;
    private final Passwords passwords;
    private final boolean temporary;

    private EmbeddedServer(DataFolder folder, EmbeddedPostgres postgres, Passwords passwords, boolean temporary) {
        this.folder = folder;
        this.postgres = postgres;
        this.passwords = passwords;
        this.temporary = temporary;
    }

    /** Starts the server on {@code directory}; {@link DatabaseUnusable} when that cannot be. */
    static EmbeddedServer on(Path directory, Path programs) {
        return start(DataFolder.open(directory), programs, false);
    }

    /** Starts a server that is thrown away when it is closed, and therefore need not be durable. */
    static EmbeddedServer temporary(Path programs) {
        try {
            return start(DataFolder.open(Files.createTempDirectory("siks")), programs, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedServer start(DataFolder folder, Path programs, boolean temporary) {
        try {
            folder.requireVersion(MAJOR);
            Passwords passwords =
                    Passwords.in(folder.root().resolve("passwords"), List.of(SUPERUSER, OWNER, APPLICATION));
            FirstStart first = FirstStart.of(folder);
            Orphan.clear(folder.cluster());
            EmbeddedPostgres postgres = launch(folder, programs, passwords, temporary);
            EmbeddedServer server = new EmbeddedServer(folder, postgres, passwords, temporary);
            server.makeRoles();
            first.done();
            return server;
        } catch (DatabaseUnusable e) {
            folder.close();
            throw e;
        } catch (IOException | SQLException e) {
            folder.close();
            throw new DatabaseUnusable(
                    "The embedded PostgreSQL does not start: " + e.getMessage(),
                    "Its own words are in " + logFile(folder) + ".",
                    e);
        } catch (InterruptedException e) {
            folder.close();
            Thread.currentThread().interrupt();
            throw new DatabaseUnusable("The start of the embedded PostgreSQL was interrupted.", "Start again.", e);
        }
    }

    private static EmbeddedPostgres launch(DataFolder folder, Path programs, Passwords passwords, boolean temporary)
            throws IOException {
        Path programFolder = programs == null ? folder.root().resolve("programs") : programs.toAbsolutePath();
        Files.createDirectories(programFolder);
        DataFolder.closeToOthers(programFolder);
        Path initialPassword = folder.root().resolve("initial-password");
        passwords.write(SUPERUSER, initialPassword);
        String durable = temporary ? "off" : "on";
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(folder.cluster())
                    .setCleanDataDirectory(false)
                    // Spring closes it after the pool; a hook of its own would be first and leave the pool hanging.
                    .setRegisterShutdownHook(false)
                    // The library opens this folder to everybody, so it lies in one that is closed.
                    .setOverrideWorkingDirectory(
                            programFolder.resolve("postgres").toFile())
                    .setPGStartupWait(PATIENCE)
                    .setErrorRedirector(
                            ProcessBuilder.Redirect.to(logFile(folder).toFile()))
                    .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                    // The library hands these three to initdb as they are: the server is closed from its first second.
                    .setLocaleConfig("pwfile", initialPassword.toString())
                    .setLocaleConfig("auth-local", "scram-sha-256")
                    .setLocaleConfig("auth-host", "scram-sha-256")
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setConnectConfig("password", passwords.of(SUPERUSER))
                    .setServerConfig("fsync", durable)
                    .setServerConfig("synchronous_commit", durable)
                    .setServerConfig("full_page_writes", durable)
                    .setServerConfig("unix_socket_directories", "''")
                    .setServerConfig("timezone", "UTC")
                    // What a statement carries may be personal: the server's own log tells neither it nor its details.
                    .setServerConfig("log_error_verbosity", "terse")
                    .setServerConfig("log_min_error_statement", "panic")
                    .start();
        } finally {
            Files.delete(initialPassword);
        }
    }

    private static Path logFile(DataFolder folder) {
        return folder.root().resolve("postgres.log");
    }

    private void makeRoles() throws SQLException {
        try (Connection connection = postgres.getDatabase(SUPERUSER, "postgres").getConnection();
                Statement statement = connection.createStatement()) {
            for (String role : List.of(OWNER, APPLICATION)) {
                if (!isThere(statement, "select 1 from pg_roles where rolname = '" + role + "'")) {
                    statement.execute("create role " + role + " login password '" + passwords.of(role) + "'");
                }
            }
            if (!isThere(statement, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("create database " + DATABASE + " owner " + OWNER);
                statement.execute("revoke connect on database " + DATABASE + " from public");
                statement.execute("grant connect on database " + DATABASE + " to " + APPLICATION);
            }
        }
    }

    private static boolean isThere(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next();
        }
    }

    @Override
    public DatabaseAccess access() {
        return new DatabaseAccess(
                "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + DATABASE,
                new DatabaseAccess.Login(OWNER, passwords.of(OWNER)),
                new DatabaseAccess.Login(APPLICATION, passwords.of(APPLICATION)));
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            LOG.warn("The embedded PostgreSQL did not stop by itself; the next start will recover", e);
        } finally {
            folder.close();
            if (temporary) {
                FileSystemUtils.deleteRecursively(folder.root().toFile());
            }
        }
    }
}
