package id.siks.processadmin.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.siks.platform.InvalidInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The list of what is in a bundle.
 *
 * @param format always {@value #FORMAT}
 * @param formatVersion how bundles are made; {@value #VERSION} now
 * @param source address of the installation that made it
 * @param parts its models in the order of their paths
 */
record Manifest(String format, int formatVersion, String source, List<Line> parts) {

    static final String NAME = "manifest.json";
    static final String FORMAT = "siks-ng-bundle";
    static final int VERSION = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    /**
     * What the list says of one model.
     *
     * @param kind {@code BPMN}, {@code DMN} or {@code FORM}
     * @param key name of its file without the ending
     * @param room folder it belongs to
     * @param version number of the release there
     * @param sha256 hash of the content, 64 hexadecimal digits
     */
    record Line(String kind, String key, String room, int version, String sha256) {}

    /** The list of these parts. */
    static Manifest of(String source, List<Part> parts) {
        return new Manifest(
                FORMAT,
                VERSION,
                source,
                parts.stream()
                        .map(part ->
                                new Line(part.kind().name(), part.key(), part.room(), part.version(), part.sha256()))
                        .toList());
    }

    /** Reads the list; {@link InvalidInput} at the file when it is none of ours. */
    static Manifest read(byte[] content) {
        try {
            Manifest manifest = JSON.readValue(content, Manifest.class);
            if (!FORMAT.equals(manifest.format()) || manifest.formatVersion() != VERSION) {
                throw BundleFault.because("format", VERSION);
            }
            return manifest;
        } catch (IOException shapeless) {
            throw BundleFault.because("manifest");
        }
    }

    /** The list as it is written: the same for the same parts. */
    byte[] bytes() {
        try {
            String text = JSON.writer(
                            new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES))
                    .writeValueAsString(this);
            return (text + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
