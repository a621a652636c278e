package id.siks.platform.web;

import java.text.Normalizer;

/** Text without characters that hide or change what people read (requirement 15). */
final class CleanText {

    private CleanText() {}

    /** True when {@code text} has a control character other than line breaks and tabs, or turns the reading direction. */
    static boolean isForbidden(String text) {
        return text.codePoints().anyMatch(CleanText::isForbidden);
    }

    /** {@code text} in composed form (NFC) without forbidden characters. */
    static String of(String text) {
        String allowed = text;
        if (isForbidden(text)) {
            StringBuilder kept = new StringBuilder(text.length());
            text.codePoints().filter(c -> !isForbidden(c)).forEach(kept::appendCodePoint);
            allowed = kept.toString();
        }
        return Normalizer.normalize(allowed, Normalizer.Form.NFC);
    }

    private static boolean isForbidden(int c) {
        boolean layout = c == '\n' || c == '\r' || c == '\t';
        boolean turning =
                c == 0x061C || c == 0x200E || c == 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        boolean broken = c >= 0xD800 && c <= 0xDFFF || c == 0xFFFE || c == 0xFFFF;
        return Character.isISOControl(c) && !layout || turning || broken;
    }
}
