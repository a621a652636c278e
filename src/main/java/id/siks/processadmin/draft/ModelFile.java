package id.siks.processadmin.draft;

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
                ? ModelKind.ofFile(path)
                        .map(kind -> new ModelFile(
                                kind, parts.group(2), parts.group(1) == null ? "" : parts.group(1), content))
                : Optional.empty();
    }
}
