package id.siks.processadmin.bundle;

import id.siks.platform.InvalidInput;
import id.siks.processadmin.check.ModelCheck;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The ZIP file of a bundle (security requirement 18): names are looked up, never used as paths; count, sizes and ratio are
 * bounded by what is read, whatever the file claims; nothing is written to disk.
 */
final class BundleArchive {

    /** Bytes of the largest file. */
    static final int MOST_BYTES = 5_000_000;

    /** Models in the largest bundle. */
    static final int MOST_PARTS = 100;

    private static final int MOST_UNPACKED = 20_000_000;
    private static final int MOST_RATIO = 100;
    private static final Pattern NAME =
            Pattern.compile("manifest\\.json|(?:bpmn|forms)/[a-z]{2,30}/[a-z][a-z0-9-]{1,62}\\.(?:bpmn|dmn|form)");
    // The first moment a ZIP file can name: the same set gives the same bytes, whenever it is packed.
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private BundleArchive() {}

    /** The file with these entries in their order, nothing compressed: the same bytes on every machine. */
    static byte[] pack(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(stored(entry.getKey(), entry.getValue()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static ZipEntry stored(String name, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        entry.setTimeLocal(ALWAYS);
        return entry;
    }

    /** The entries by name; {@link InvalidInput} at the file's field when it is not as a bundle has to be. */
    static Map<String, byte[]> unpack(byte[] file) {
        if (file.length == 0) {
            throw BundleFault.because("empty");
        }
        if (file.length > MOST_BYTES) {
            throw BundleFault.tooLarge();
        }
        List<ZipDirectory.Line> lines = ZipDirectory.read(file, MOST_PARTS + 1);
        Set<String> names = new HashSet<>();
        lines.forEach(line -> require(line, names));
        Map<String, byte[]> entries = entries(file);
        if (!entries.keySet().equals(names)) {
            throw BundleFault.because("broken");
        }
        return entries;
    }

    private static void require(ZipDirectory.Line line, Set<String> names) {
        String shown = BundleFault.shown(line.name());
        if (line.encrypted()) {
            throw BundleFault.because("encrypted");
        }
        if (!line.known()) {
            throw BundleFault.because("broken");
        }
        if (!NAME.matcher(line.name()).matches()) {
            throw BundleFault.because("name", shown);
        }
        if (!names.add(line.name())) {
            throw BundleFault.because("twice", shown);
        }
        if (line.size() > ModelCheck.MOST_BYTES || line.size() / MOST_RATIO > line.packed()) {
            throw BundleFault.because("bomb", shown);
        }
    }

    private static Map<String, byte[]> entries(byte[] file) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        long total = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes(ModelCheck.MOST_BYTES + 1);
                total += content.length;
                boolean bursts = content.length > ModelCheck.MOST_BYTES
                        || total > MOST_UNPACKED
                        || total / MOST_RATIO > file.length;
                if (bursts) {
                    throw BundleFault.because("bomb", BundleFault.shown(entry.getName()));
                }
                if (entries.put(entry.getName(), content) != null) {
                    throw BundleFault.because("twice", BundleFault.shown(entry.getName()));
                }
                zip.closeEntry();
            }
        } catch (IOException | IllegalArgumentException damaged) {
            throw BundleFault.because("broken");
        }
        return entries;
    }
}
