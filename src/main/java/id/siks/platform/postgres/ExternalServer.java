package id.siks.platform.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A PostgreSQL that somebody else runs. It is only looked at, never set up: its administrator made the two roles. */
record ExternalServer(DatabaseAccess access) implements DatabaseServer {

    private static final String DRIVER = "jdbc:postgresql:";

    /** Looks whether the server fits; {@link DatabaseUnusable} when not. */
    static ExternalServer at(DatabaseProperties configured) {
        if (!configured.url().startsWith(DRIVER)) {
            // Not repeated: whoever writes an address of another kind may have written the password into it.
            throw new DatabaseUnusable(
                    "siks.database.url does not begin with " + DRIVER + ".",
                    "Write it as " + DRIVER + "//host:port/database.");
        }
        DatabaseAccess access = new DatabaseAccess(
                configured.url(),
                login("owner-user", configured.ownerUser(), configured.ownerPassword()),
                login("user", configured.user(), configured.password()));
        if (access.owner().user().equals(access.application().user())) {
            throw new DatabaseUnusable(
                    "siks.database.user and siks.database.owner-user are the same role.",
                    "Make two roles: one owns and migrates the tables, the application's owns nothing.");
        }
        try (Connection owner = connect(access, access.owner());
                Connection application = connect(access, access.application())) {
            Fitness.ofDatabase(owner, access.owner().user());
            Fitness.ofApplicationRole(application, access);
            Fitness.ofLog(owner, access.owner().user());
            Fitness.ofLog(application, access.application().user());
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

    private static Connection connect(DatabaseAccess access, DatabaseAccess.Login login) throws SQLException {
        return DriverManager.getConnection(access.url(), login.user(), login.password());
    }

    @Override
    public void close() {
        // It is not ours to stop.
    }
}
