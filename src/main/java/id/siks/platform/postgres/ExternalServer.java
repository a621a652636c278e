package id.siks.platform.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL that somebody else runs. It is only looked at, never set up: its administrator made the two roles. */
record ExternalServer(DatabaseAccess access) implements DatabaseServer {

    private static final int OLDEST = 15;

    /** Looks whether the server fits; {@link DatabaseUnusable} when not. */
    static ExternalServer at(DatabaseProperties configured) {
        DatabaseAccess access = new DatabaseAccess(
                configured.url(),
                login("owner-user", configured.ownerUser(), configured.ownerPassword()),
                login("user", configured.user(), configured.password()));
        if (access.owner().user().equals(access.application().user())) {
            throw new DatabaseUnusable(
                    "siks.database.user and siks.database.owner-user are the same role.",
                    "Make two roles: one owns and migrates the tables, the application's owns nothing.");
        }
        try {
            requireVersion(access);
            requirePlainRole(access);
        } catch (SQLException e) {
            throw new DatabaseUnusable(
                    "The database at siks.database.url cannot be reached: " + e.getMessage(),
                    "Check that it runs, and the address, the roles and their passwords.",
                    e);
        }
        return new ExternalServer(access);
    }

    private static DatabaseAccess.Login login(String property, String user, String password) {
        if (user == null || user.isBlank()) {
            throw new DatabaseUnusable(
                    "siks.database.url is set, but siks.database." + property + " is not.",
                    "Name both roles: owner-user with owner-password, and user with password.");
        }
        return new DatabaseAccess.Login(user, password == null ? "" : password);
    }

    private static void requireVersion(DatabaseAccess access) throws SQLException {
        try (Connection connection = connect(access, access.owner())) {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            if (major < OLDEST) {
                throw new DatabaseUnusable(
                        "The database is PostgreSQL " + major + ", but SIKS-NG needs " + OLDEST + " or newer.",
                        "Use a newer server, or the embedded one by leaving siks.database.url empty.");
            }
        }
    }

    private static void requirePlainRole(DatabaseAccess access) throws SQLException {
        try (Connection connection = connect(access, access.application());
                Statement statement = connection.createStatement();
                ResultSet role = statement.executeQuery(
                        "select rolsuper or rolcreaterole or rolcreatedb from pg_roles where rolname = current_user")) {
            if (role.next() && role.getBoolean(1)) {
                throw new DatabaseUnusable(
                        "The role " + access.application().user() + " may administer the server.",
                        "Give the application a role that owns nothing and may not create roles or databases.");
            }
        }
    }

    private static Connection connect(DatabaseAccess access, DatabaseAccess.Login login) throws SQLException {
        return DriverManager.getConnection(access.url(), login.user(), login.password());
    }

    @Override
    public void close() {
        // It is not ours to stop.
    }
}
