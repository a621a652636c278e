package id.siks.platform;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Bytes that are written one after the other and then read once, however many: the first lie in memory, and when they become
 * more, all of them in a temporary file that nobody else can open and that is gone with whoever wrote it. Not for threads.
 */
public final class Spool extends OutputStream {

    /** Bytes that lie in memory. */
    static final int IN_MEMORY = 256 * 1024;

    private final Path directory;
    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private FileChannel file;
    private long length;

    /** Its file, should it need one, lies where the system keeps such files. */
    public Spool() {
        this(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** The same in a directory of its own. */
    Spool(Path directory) {
        this.directory = directory;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int many) throws IOException {
        if (file == null && length + many > IN_MEMORY) {
            spill();
        }
        if (file == null) {
            memory.write(bytes, from, many);
        } else {
            put(ByteBuffer.wrap(bytes, from, many));
        }
        length += many;
    }

    /** How many bytes were written. */
    public long length() {
        return length;
    }

    /** True while all of them lie in memory. */
    boolean isInMemory() {
        return file == null;
    }

    /** What was written, once; nothing is written after it, and nothing is left when it is closed. */
    public InputStream read() throws IOException {
        if (file == null) {
            return new ByteArrayInputStream(memory.toByteArray());
        }
        file.position(0);
        return new BufferedInputStream(Channels.newInputStream(file));
    }

    private void spill() throws IOException {
        Path path = Files.createTempFile(directory, "siks-", ".spool");
        file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        put(ByteBuffer.wrap(memory.toByteArray()));
        memory = null;
    }

    private void put(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }
}
