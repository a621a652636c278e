package id.siks.platform.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What a database of somebody else must be like; whatever would fail half way through the start is said before it. */
final class Fitness {

    private static final int OLDEST = 15;

    private static final String DATABASE =
            """
            select getdatabaseencoding() as encoding,
              has_database_privilege(current_database(), 'create')
                and coalesce(has_schema_privilege(to_regnamespace('public')::oid, 'create'), false) as may_create,
              exists (select 1 from pg_available_extensions where name = 'pg_trgm') as has_trigrams,
              to_regclass('public.flyway_schema_history') is null and exists (
                select 1 from pg_class c
                where c.relnamespace = to_regnamespace('public') and c.relkind in ('r', 'p', 'v', 'm')
                  and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')) as taken""";

    private static final String ROLE =
            """
            select rolsuper or rolcreaterole or rolcreatedb as administers,
              pg_has_role(current_user, ?, 'member') as becomes_owner,
              has_database_privilege(current_database(), 'create')
                or coalesce(has_schema_privilege(to_regnamespace('public')::oid, 'create'), false) as may_create,
              exists (select 1 from pg_class where relowner = r.oid) as owns
            from pg_roles r where rolname = current_user""";

    private static final String LOG =
            """
            select name, setting from (values ('log_error_verbosity', 'terse'), ('log_min_error_statement', 'panic'))
              as wanted (name, value) join pg_settings using (name) where setting <> value order by name""";

    private Fitness() {}

    /** {@link DatabaseUnusable} when the tables cannot be made and kept here by {@code owner}. */
    static void ofDatabase(Connection connection, String owner) throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        if (major < OLDEST) {
            throw new DatabaseUnusable(
                    "The database is PostgreSQL " + major + ", but SIKS-NG needs " + OLDEST + " or newer.",
                    "Use a newer server, or the embedded one by leaving siks.database.url empty.");
        }
        try (PreparedStatement query = connection.prepareStatement(DATABASE);
                ResultSet found = query.executeQuery()) {
            found.next();
            refuse(
                    !"UTF8".equals(found.getString("encoding")),
                    "The database keeps its text as " + found.getString("encoding") + ", but SIKS-NG needs UTF8.",
                    "Make a new database with encoding 'UTF8'.");
            refuse(
                    !found.getBoolean("may_create"),
                    "The role " + owner + " may not make schemas and tables in the database.",
                    "Make it the owner of the database: alter database … owner to " + owner + ".");
            refuse(
                    !found.getBoolean("has_trigrams"),
                    "The server does not know the extension pg_trgm.",
                    "Install the contrib modules of PostgreSQL on the server.");
            refuse(
                    found.getBoolean("taken"),
                    "The database holds tables of another program.",
                    "Give SIKS-NG a database of its own.");
        }
    }

    /** {@link DatabaseUnusable} when the application's role may do more than read and write rows. */
    static void ofApplicationRole(Connection connection, DatabaseAccess access) throws SQLException {
        String role = access.application().user();
        try (PreparedStatement query = connection.prepareStatement(ROLE)) {
            query.setString(1, access.owner().user());
            try (ResultSet found = query.executeQuery()) {
                found.next();
                refuse(
                        found.getBoolean("administers"),
                        "The role " + role + " may administer the server.",
                        "Give the application a role that owns nothing and may not create roles or databases.");
                refuse(
                        found.getBoolean("becomes_owner"),
                        "The role " + role + " may act as the role "
                                + access.owner().user() + ".",
                        "Take the membership away: revoke " + access.owner().user() + " from " + role + ".");
                refuse(
                        found.getBoolean("owns"),
                        "The role " + role + " owns tables in the database.",
                        "Hand them over: reassign owned by " + role + " to "
                                + access.owner().user() + ".");
                refuse(
                        found.getBoolean("may_create"),
                        "The role " + role + " may make tables or schemas in the database.",
                        "Take that away from it and from everybody: revoke create on schema public from public.");
            }
        }
    }

    /** {@link DatabaseUnusable} when the server's log may repeat rows of what {@code role} does: they hold persons. */
    static void ofLog(Connection connection, String role) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LOG);
                ResultSet found = query.executeQuery()) {
            if (found.next()) {
                String name = found.getString("name");
                throw new DatabaseUnusable(
                        "The server's log would tell personal data of what the role " + role + " does: " + name + " is "
                                + found.getString("setting") + ".",
                        "As administrator: alter database … set log_error_verbosity = terse, and"
                                + " alter database … set log_min_error_statement = panic.");
            }
        }
    }

    private static void refuse(boolean unfit, String sentence, String remedy) {
        if (unfit) {
            throw new DatabaseUnusable(sentence, remedy);
        }
    }
}
