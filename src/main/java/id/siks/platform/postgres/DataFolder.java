package id.siks.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;

/**
 * The folder of the embedded server, for one application at a time: {@code lock} is held as long as the application
 * lives, {@code postgres} is the server's own folder.
 */
final class DataFolder implements AutoCloseable {

    /** True where the file system knows who may look into a file. */
    static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private static final String ANOTHER_FOLDER =
            "Give SIKS-NG a folder of its own with siks.database.data-directory, or hand this one over to the user who starts it.";

    private final Path root;
    private final FileChannel lock;

    private DataFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Opens the folder, making it when it is new; {@link DatabaseUnusable} when it is not ours to use. */
    static DataFolder open(Path directory) {
        Path root = directory.toAbsolutePath().normalize();
        try {
            if (!Files.isDirectory(root)) {
                Files.createDirectories(root);
                closeToOthers(root);
            }
            DataFolder folder = new DataFolder(root, lock(root));
            folder.requireOwnership();
            return folder;
        } catch (IOException e) {
            throw new DatabaseUnusable("The data folder " + root + " is not writable.", ANOTHER_FOLDER, e);
        }
    }

    /** Lets only the owner look into {@code folder}, where the file system knows owners. */
    static void closeToOthers(Path folder) throws IOException {
        if (POSIX) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        FileChannel channel =
                FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            channel.close();
            throw new DatabaseUnusable(
                    "The data folder " + root + " is in use by another running SIKS-NG.",
                    "Stop the other one, or give this one a folder of its own with siks.database.data-directory.");
        }
        return channel;
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    // A file made now belongs to whoever we are; that holds without a user name too, as in many containers.
    private void requireOwnership() throws IOException {
        Path probe = Files.createTempFile(root, "probe", null);
        try {
            UserPrincipal self = Files.getOwner(probe);
            if (Files.isDirectory(cluster()) && !self.equals(Files.getOwner(cluster()))) {
                close();
                throw new DatabaseUnusable(
                        "The data in " + cluster() + " belongs to the user " + Files.getOwner(cluster())
                                + ", but SIKS-NG was started by " + self + ".",
                        ANOTHER_FOLDER);
            }
        } finally {
            Files.delete(probe);
        }
    }

    /** {@link DatabaseUnusable} when the data was made by another major version than {@code major}. */
    void requireVersion(String major) {
        Path version = cluster().resolve("PG_VERSION");
        if (!Files.exists(version)) {
            return;
        }
        String found = read(version);
        if (!found.equals(major)) {
            throw new DatabaseUnusable(
                    "The data in " + cluster() + " was made by PostgreSQL " + found
                            + ", but this SIKS-NG brings PostgreSQL " + major + ".",
                    "Start the SIKS-NG that made it, or move the data over with the tools of PostgreSQL.");
        }
    }

    private String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new DatabaseUnusable("The file " + file + " cannot be read.", ANOTHER_FOLDER, e);
        }
    }

    /** Everything of the application that concerns the database. */
    Path root() {
        return root;
    }

    /** The server's own folder. */
    Path cluster() {
        return root.resolve("postgres");
    }

    /** Lets the next application in. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
