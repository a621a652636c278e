package id.siks.platform.web;

import id.siks.platform.InvalidInput;

/** The version of something a form was made from, in its hidden field (requirement 26). */
public final class FormVersion {

    private FormVersion() {}

    /** The version a form carries; a form without one is not ours, and {@link InvalidInput}. */
    public static int of(String text) {
        if (!isReadable(text)) {
            throw InvalidInput.at("version", "platform.request-key");
        }
        return Integer.parseInt(text);
    }

    /** True when it is a version at all, of whatever time. */
    public static boolean isReadable(String text) {
        return text != null && text.matches("[0-9]{1,9}");
    }
}
