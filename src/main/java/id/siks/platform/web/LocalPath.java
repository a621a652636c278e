package id.siks.platform.web;

import java.util.regex.Pattern;

/** Redirects stay in the house (requirement 20). */
final class LocalPath {

    private static final Pattern LOCAL = Pattern.compile("/|/[A-Za-z0-9][A-Za-z0-9/._~%-]*");

    private LocalPath() {}

    /** {@code path} when it is a plain path of ours, the home page otherwise. */
    static String of(String path) {
        return path != null && LOCAL.matcher(path).matches() ? path : "/";
    }
}
