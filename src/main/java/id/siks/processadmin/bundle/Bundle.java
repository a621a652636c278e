package id.siks.processadmin.bundle;

import id.siks.platform.InvalidInput;
import id.siks.platform.Sha256;
import id.siks.processadmin.check.ModelKeys;
import id.siks.processadmin.check.ModelKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Models that travel together.
 *
 * @param source address of the installation that made it
 * @param parts at least one, in the order of their paths
 */
record Bundle(String source, List<Part> parts) {

    private static final Pattern SOURCE = Pattern.compile("[!-~]{1,200}");
    private static final Pattern ROOM = Pattern.compile("[a-z]{2,30}");
    private static final byte[] PACKED = {'P', 'K', 3, 4};

    /** The parts in their order. */
    static Bundle of(String source, List<Part> parts) {
        return new Bundle(
                source, parts.stream().sorted(Comparator.comparing(Part::path)).toList());
    }

    /** The file: the list first, then every part. */
    byte[] pack() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(Manifest.NAME, Manifest.of(source, parts).bytes());
        parts.forEach(part -> entries.put(part.path(), part.content()));
        return BundleArchive.pack(entries);
    }

    /** Reads a file; {@link InvalidInput} at its field when it is no bundle, or not whole. What the parts say is not looked at. */
    static Bundle read(byte[] file) {
        Map<String, byte[]> entries = new LinkedHashMap<>(BundleArchive.unpack(file));
        byte[] list = entries.remove(Manifest.NAME);
        if (list == null) {
            throw BundleFault.because("no-manifest");
        }
        Manifest manifest = Manifest.read(list);
        if (!SOURCE.matcher(manifest.source()).matches() || manifest.parts().isEmpty()) {
            throw BundleFault.because("manifest");
        }
        List<Part> parts = new ArrayList<>();
        manifest.parts().forEach(line -> parts.add(part(line, entries)));
        if (!entries.isEmpty()) {
            throw BundleFault.because(
                    "unlisted", BundleFault.shown(entries.keySet().iterator().next()));
        }
        return of(manifest.source(), parts);
    }

    /** The part of that line, taken out of the entries: a line that stands twice finds nothing the second time. */
    private static Part part(Manifest.Line line, Map<String, byte[]> entries) {
        ModelKind kind = line == null
                ? null
                : Arrays.stream(ModelKind.values())
                        .filter(k -> k.name().equals(line.kind()))
                        .findFirst()
                        .orElse(null);
        boolean whole = kind != null
                && ModelKeys.valid(line.key())
                && ROOM.matcher(line.room()).matches()
                && line.version() > 0;
        if (!whole) {
            throw BundleFault.because("manifest");
        }
        Part named = new Part(kind, line.key(), line.room(), line.version(), line.sha256(), new byte[0]);
        byte[] content = entries.remove(named.path());
        if (content == null) {
            throw BundleFault.because("missing", named.path());
        }
        if (content.length >= PACKED.length && Arrays.equals(content, 0, PACKED.length, PACKED, 0, PACKED.length)) {
            throw BundleFault.because("nested", named.path());
        }
        if (!Sha256.hex(content).equals(line.sha256())) {
            throw BundleFault.because("hash", named.path());
        }
        return new Part(kind, line.key(), line.room(), line.version(), line.sha256(), content);
    }
}
