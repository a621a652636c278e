package id.siks.platform.postgres;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Stands before a server and makes it say that it is PostgreSQL 14; everything else passes as it is. */
final class Aged implements Closeable {

    private static final String SAYS = "server_version\0";

    private final ServerSocket door;
    private final int port;

    Aged(int port) throws IOException {
        this.port = port;
        this.door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        run(this::welcome);
    }

    int port() {
        return door.getLocalPort();
    }

    private void welcome() throws IOException {
        while (!door.isClosed()) {
            Socket client = door.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
            run(() -> client.getInputStream().transferTo(server.getOutputStream()));
            run(() -> answer(server.getInputStream(), client.getOutputStream()));
        }
    }

    private static void answer(InputStream server, OutputStream client) throws IOException {
        byte[] bytes = new byte[65_536];
        for (int read = server.read(bytes); read > 0; read = server.read(bytes)) {
            String text = new String(bytes, 0, read, StandardCharsets.ISO_8859_1);
            client.write(text.replaceFirst(SAYS + "\\d\\d", SAYS + "14").getBytes(StandardCharsets.ISO_8859_1));
            client.flush();
        }
    }

    private static void run(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                // One of the two has hung up.
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Work {
        void run() throws IOException;
    }
}
