package id.siks.platform.postgres;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/** The random passwords of the embedded server's roles, kept in a file only its owner can read. */
final class Passwords {

    private final Properties byRole;

    private Passwords(Properties byRole) {
        this.byRole = byRole;
    }

    /** Reads {@code file}; makes it, with a new password for each of {@code roles}, when there is none. */
    static Passwords in(Path file, List<String> roles) throws IOException {
        Properties byRole = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                byRole.load(reader);
            }
            return new Passwords(byRole);
        }
        roles.forEach(role -> byRole.setProperty(role, random()));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, ownerOnly());
        try (Writer writer = Files.newBufferedWriter(fresh)) {
            byRole.store(writer, null);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        return new Passwords(byRole);
    }

    /** The password of {@code role}. */
    String of(String role) {
        return byRole.getProperty(role);
    }

    /** Writes the password of {@code role} alone into {@code file}, which only its owner can read. */
    void write(String role, Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, ownerOnly());
        Files.writeString(file, of(role));
    }

    private static FileAttribute<?>[] ownerOnly() {
        return DataFolder.POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
