package id.siks.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Files under random names in a directory nothing is served from. A file is written before the row that names it and
 * erased after that row is gone; what a crash leaves over in between the {@link OrphanSweep} takes away.
 */
@Component
class FileStore {

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}");
    private static final int RANDOM_BYTES = 16;

    private static final Logger LOG = LoggerFactory.getLogger(FileStore.class);

    private final Path directory;
    private final SecureRandom random = new SecureRandom();

    FileStore(@Value("${siks.evidence.directory:./data/evidence}") Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    /**
     * Keeps the bytes and tells their name. When the current transaction fails, they are erased again.
     *
     * @throws StoreDown when they cannot be kept; then nothing of them is
     */
    String write(byte[] content) {
        byte[] id = new byte[RANDOM_BYTES];
        random.nextBytes(id);
        String name = HexFormat.of().formatHex(id);
        try {
            put(path(name), content);
        } catch (IOException e) {
            eraseHalf(name);
            throw new StoreDown("The evidence directory cannot be written", e);
        }
        onEnd(TransactionSynchronization.STATUS_ROLLED_BACK, name);
        return name;
    }

    /** The file called {@code name}. */
    Path path(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a name of ours");
        }
        return directory.resolve(name.substring(0, 2)).resolve(name);
    }

    /** The bytes called {@code name}; {@link StoreDown} when they cannot be read. */
    byte[] read(String name) {
        try {
            return Files.readAllBytes(path(name));
        } catch (IOException e) {
            throw new StoreDown("An evidence file cannot be read", e);
        }
    }

    /** The file called {@code name}, to be sent; {@link StoreDown} when it cannot be read. */
    Resource open(String name) {
        Path file = path(name);
        if (!Files.isReadable(file)) {
            throw new StoreDown("An evidence file cannot be read", new NoSuchFileException(file.toString()));
        }
        return new FileSystemResource(file);
    }

    void put(Path file, byte[] content) throws IOException {
        makePrivate(file.getParent());
        Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        restrict(file, "rw-------");
    }

    /** A full disk takes a part of a file; the rest of it would only take room. */
    private void eraseHalf(String name) {
        try {
            erase(name);
        } catch (UncheckedIOException stays) {
            LOG.warn("Part of a file stays until it is swept up: {}", stays.getMessage());
        }
    }

    /** Erases the file once the current transaction has succeeded. */
    void eraseAfterCommit(String name) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            onEnd(TransactionSynchronization.STATUS_COMMITTED, name);
        } else {
            erase(name);
        }
    }

    void erase(String name) {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException("An evidence file cannot be erased", e);
        }
    }

    /** Names of files last changed before {@code moment}. */
    List<String> olderThan(Instant moment) {
        List<String> names = new ArrayList<>();
        try {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String name = file.getFileName().toString();
                    if (NAME.matcher(name).matches()
                            && attributes.lastModifiedTime().toInstant().isBefore(moment)) {
                        names.add(name);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (NoSuchFileException nothingKeptYet) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("The evidence directory cannot be read", e);
        }
        return names;
    }

    private void onEnd(int wanted, String name) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    if (status == wanted) {
                        erase(name);
                    }
                }
            });
        }
    }

    private void makePrivate(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            restrict(directory, "rwx------");
            restrict(folder, "rwx------");
        }
    }

    private static void restrict(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}
