package id.siks.platform.postgres;

/** A PostgreSQL that is ready for the application; closing it is the last thing the application does. */
interface DatabaseServer extends AutoCloseable {

    /** How to reach it. */
    DatabaseAccess access();

    @Override
    void close();
}
