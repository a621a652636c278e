package id.siks.platform.postgres;

/**
 * How to reach the database, in its two roles.
 *
 * @param url JDBC address without credentials
 * @param owner role that owns and migrates the tables
 * @param application role the application works as
 */
record DatabaseAccess(String url, Login owner, Login application) {

    /** One role with its password, which is never printed. */
    record Login(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }
}
