package id.siks.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The data folder of an application that runs in another process, looked at from outside. */
public final class DataOnDisk {

    private static final String OWNER = "siks_owner";
    private static final int PORT_LINE = 3;

    private final Path folder;

    public DataOnDisk(Path folder) {
        this.folder = folder;
    }

    /** The server that works on this folder now, if one does. */
    public Optional<ProcessHandle> server() {
        return note().stream()
                .findFirst()
                .map(String::strip)
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(server -> server.info().command().orElse("").contains("postgres"));
    }

    /** A connection as the role that owns the tables. */
    public Connection connect() throws IOException, SQLException {
        String url = "jdbc:postgresql://localhost:" + note().get(PORT_LINE).strip() + "/siks";
        Passwords passwords = Passwords.in(folder.resolve("passwords"), List.of());
        return DriverManager.getConnection(url, OWNER, passwords.of(OWNER));
    }

    private List<String> note() {
        try {
            return Files.readAllLines(folder.resolve("postgres/postmaster.pid"));
        } catch (IOException notThere) {
            return List.of();
        }
    }
}
