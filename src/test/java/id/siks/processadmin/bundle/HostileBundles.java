package id.siks.processadmin.bundle;

import id.siks.platform.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that are no bundles, each with the sentence it deserves. */
final class HostileBundles {

    private static final String FORM = "forms/proposal/second-look.form";
    private static final byte[] CONTENT = "{}".getBytes(StandardCharsets.UTF_8);

    private HostileBundles() {}

    /**
     * One of them.
     *
     * @param name what is wrong with it
     * @param file the file
     * @param sentence part of what is said about it
     */
    record Case(String name, byte[] file, String sentence) {

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> all() {
        byte[] good = zip(Map.of(Manifest.NAME, manifest("second-look", CONTENT), FORM, CONTENT));
        return List.of(
                new Case("nothing", new byte[0], "Pilih berkas bungkusan"),
                new Case(
                        "no archive",
                        "bukan zip, sama sekali bukan zip".getBytes(StandardCharsets.UTF_8),
                        "bukan bungkusan"),
                new Case("10 MB", new byte[10_000_000], "paling besar 5 MB"),
                new Case("cut off", Arrays.copyOf(good, good.length - 30), "rusak atau terpotong"),
                new Case("cut off in the middle", Arrays.copyOf(good, good.length / 2), "rusak atau terpotong"),
                new Case("something in front", prefixed(good), "bukan bungkusan"),
                new Case("a byte changed", changed(good), "rusak atau terpotong"),
                new Case("encrypted", encrypted(good), "terkunci kata sandi"),
                new Case("no manifest", zip(Map.of(FORM, CONTENT)), "manifest.json\\) tidak ada"),
                new Case(
                        "manifest of another kind",
                        listed("{\"format\":\"other\",\"formatVersion\":1,\"source\":\"x\",\"parts\":[]}"),
                        "cara yang tidak dikenal"),
                new Case("manifest without end", listed("{\"format\":"), "tidak dapat dibaca"),
                new Case(
                        "manifest with a word too many",
                        listed(
                                "{\"format\":\"siks-ng-bundle\",\"formatVersion\":1,\"source\":\"x\",\"parts\":[],\"run\":1}"),
                        "tidak dapat dibaca"),
                new Case(
                        "manifest with no line",
                        listed("{\"format\":\"siks-ng-bundle\",\"formatVersion\":1,\"source\":\"x\",\"parts\":[null]}"),
                        "tidak dapat dibaca"),
                new Case(
                        "wrong hash",
                        zip(Map.of(Manifest.NAME, manifest("second-look", new byte[] {1}), FORM, CONTENT)),
                        "tidak sama dengan yang tercatat"),
                new Case(
                        "listed and missing",
                        zip(Map.of(Manifest.NAME, manifest("second-look", CONTENT))),
                        "tercantum di daftar isi tetapi tidak ada"),
                new Case(
                        "there and not listed",
                        zip(Map.of(
                                Manifest.NAME,
                                manifest("second-look", CONTENT),
                                FORM,
                                CONTENT,
                                "forms/proposal/third-look.form",
                                CONTENT)),
                        "tidak tercantum di daftar isi"),
                new Case("a path that climbs", named("../../etc/cron.d/x.form"), "bukan bagian bungkusan"),
                new Case("a path from the root", named("/etc/passwd"), "bukan bagian bungkusan"),
                new Case("a path of Windows", named("..\\..\\boot.form"), "bukan bagian bungkusan"),
                new Case("a program", named("bpmn/proposal/run.sh"), "bukan bagian bungkusan"),
                new Case("a name that writes backwards", named("forms/\u202Emrof.form"), "bukan bagian bungkusan"),
                new Case("the same twice", twice(), "dua kali"),
                new Case("a bomb", bomb(), "terlalu besar setelah dibuka"),
                new Case("a bomb that lies about its size", lying(bomb()), "rusak atau terpotong|terlalu besar"),
                new Case("an archive in it", nested(good), "ada bungkusan lain"),
                new Case("too many", many(), "paling banyak 101"),
                new Case("a room that is not here", room(), "tidak ada di sini"));
    }

    static byte[] manifest(String key, byte[] content) {
        return manifest(key, "proposal", content);
    }

    private static byte[] manifest(String key, String room, byte[] content) {
        return new Manifest(
                        Manifest.FORMAT,
                        Manifest.VERSION,
                        "https://siks.example",
                        List.of(new Manifest.Line("FORM", key, room, 1, Sha256.hex(content))))
                .bytes();
    }

    /** A compressed file with these entries, as other tools make it. */
    static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] listed(String manifest) {
        return zip(Map.of(Manifest.NAME, manifest.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] named(String name) {
        return zip(Map.of(Manifest.NAME, manifest("second-look", CONTENT), name, CONTENT));
    }

    private static byte[] prefixed(byte[] good) {
        return ByteBuffer.allocate(good.length + 2)
                .put("MZ".getBytes(StandardCharsets.US_ASCII))
                .put(good)
                .array();
    }

    /** One byte of the first packed content is another. */
    private static byte[] changed(byte[] good) {
        byte[] file = good.clone();
        file[Manifest.NAME.length() + 32] ^= 0x55;
        return file;
    }

    private static byte[] encrypted(byte[] good) {
        byte[] file = good.clone();
        for (int at : found(file, new byte[] {'P', 'K', 1, 2})) {
            file[at + 8] |= 1;
        }
        for (int at : found(file, new byte[] {'P', 'K', 3, 4})) {
            file[at + 6] |= 1;
        }
        return file;
    }

    /** Two files of one name: the tools of the language refuse to write them, so one is renamed afterwards. */
    private static byte[] twice() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(Manifest.NAME, manifest("second-look", CONTENT));
        entries.put(FORM, CONTENT);
        entries.put(FORM.replace("second", "sEcond"), CONTENT);
        byte[] file = zip(entries);
        for (int at : found(file, "sEcond".getBytes(StandardCharsets.US_ASCII))) {
            file[at + 1] = 'e';
        }
        return file;
    }

    private static byte[] bomb() {
        return zip(Map.of(Manifest.NAME, manifest("second-look", CONTENT), FORM, new byte[50_000_000]));
    }

    /** The table of contents claims small sizes. */
    private static byte[] lying(byte[] bomb) {
        byte[] file = bomb.clone();
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        for (int at : found(file, new byte[] {'P', 'K', 1, 2})) {
            bytes.putInt(at + 24, 100);
        }
        return file;
    }

    private static byte[] nested(byte[] good) {
        return zip(Map.of(Manifest.NAME, manifest("second-look", good), FORM, good));
    }

    private static byte[] many() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        IntStream.range(0, 102).forEach(i -> entries.put("forms/proposal/look-" + i + ".form", CONTENT));
        return zip(entries);
    }

    private static byte[] room() {
        return zip(Map.of(
                Manifest.NAME,
                manifest("second-look", "cellar", CONTENT),
                FORM.replace("proposal", "cellar"),
                CONTENT));
    }

    private static List<Integer> found(byte[] file, byte[] mark) {
        return IntStream.rangeClosed(0, file.length - mark.length)
                .filter(at -> Arrays.equals(file, at, at + mark.length, mark, 0, mark.length))
                .boxed()
                .toList();
    }
}
