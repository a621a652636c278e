package id.siks.platform.postgres;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the data lies.
 *
 * @param url JDBC address of a PostgreSQL 15 or newer that somebody else runs; without it the embedded one is used
 * @param ownerUser role on that server that owns and migrates the tables
 * @param ownerPassword its password
 * @param user role on that server the application works as; it owns nothing
 * @param password its password
 * @param dataDirectory folder of the embedded server, kept across restarts
 * @param programsDirectory where the embedded server's programs are unpacked; in the data folder when it is not set
 * @param temporary true for an embedded server that is thrown away at the end (tests)
 */
@ConfigurationProperties("siks.database")
record DatabaseProperties(
        String url,
        String ownerUser,
        String ownerPassword,
        String user,
        String password,
        Path dataDirectory,
        Path programsDirectory,
        boolean temporary) {

    boolean isExternal() {
        return url != null && !url.isBlank();
    }

    @Override
    public String toString() {
        return "DatabaseProperties[url=" + url + ", dataDirectory=" + dataDirectory + ", temporary=" + temporary + "]";
    }
}
