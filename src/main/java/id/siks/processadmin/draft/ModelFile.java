package id.siks.processadmin.draft;

import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.check.Shipped;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of a model as it lies somewhere: in our own archive or with the engine. */
record ModelFile(ModelKind kind, String key, String room, String content) {

    private static final Pattern PATH = Pattern.compile("(?:.*?/)??(?:([a-z]{2,30})/)?([a-z][a-z0-9-]{1,62})\\.[a-z]+");

    /** What a path says of its file: the kind by the ending, the room by the folder (empty without one), the key. */
    static Optional<ModelFile> at(String path, String content) {
        Matcher parts = PATH.matcher(path.replace('\\', '/'));
        return parts.matches()
                ? kindOf(path)
                        .map(kind -> new ModelFile(
                                kind, parts.group(2), parts.group(1) == null ? "" : parts.group(1), content))
                : Optional.empty();
    }

    /** A file that came with the application. */
    static ModelFile of(Shipped.File file) {
        return new ModelFile(file.kind(), file.key(), file.room(), new String(file.content(), StandardCharsets.UTF_8));
    }

    /** The kind of a file by the ending of its name. */
    static Optional<ModelKind> kindOf(String fileName) {
        return Arrays.stream(ModelKind.values())
                .filter(kind -> fileName.endsWith(kind.ending()))
                .findFirst();
    }

    /** The kind that has this name. */
    static Optional<ModelKind> kindNamed(String name) {
        return Arrays.stream(ModelKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }
}
