package id.siks.platform.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;

/** A small application of its own process, to be killed: starts the server, keeps a row, says so, and waits. */
class ServerChild {

    public static void main(String[] args) throws Exception {
        EmbeddedServer server = EmbeddedServer.on(Path.of(args[0]), Path.of(args[1]));
        try (Connection connection = owner(server);
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists kept (word text)");
            statement.execute("insert into kept values ('confirmed')");
        }
        Files.createFile(Path.of(args[2]));
        new CountDownLatch(1).await();
    }

    static Connection owner(EmbeddedServer server) throws Exception {
        DatabaseAccess access = server.access();
        return DriverManager.getConnection(
                access.url(), access.owner().user(), access.owner().password());
    }
}
