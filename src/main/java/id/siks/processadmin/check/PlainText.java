package id.siks.processadmin.check;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From bytes to letters: UTF-8 and nothing else, whatever the file claims about itself. */
final class PlainText {

    private static final Pattern DECLARATION = Pattern.compile("^<\\?xml\\b[^>]*?\\?>");
    private static final Pattern ENCODING = Pattern.compile("encoding\\s*=\\s*([\"'])(.*?)\\1");
    private static final Pattern VERSION = Pattern.compile("version\\s*=\\s*([\"'])1\\.0\\1");
    private static final Pattern DOCTYPE = Pattern.compile("<!\\s*(doctype|entity)\\b", Pattern.CASE_INSENSITIVE);
    private static final char MARK = '\uFEFF';

    private PlainText() {}

    /** The file's letters; refuses with {@link Unreadable}. */
    static String of(byte[] content) {
        if (content.length > ModelCheck.MOST_BYTES) {
            throw new Unreadable(Rule.FILE_TOO_LARGE, ModelCheck.MOST_BYTES);
        }
        String text = decoded(content);
        if (text.isBlank()) {
            throw new Unreadable(Rule.FILE_EMPTY);
        }
        requireVisible(text);
        return text;
    }

    /** Refuses letters nobody sees; asked again of what has been written as references or escapes. */
    static void requireVisible(String text) {
        if (text.codePoints().anyMatch(PlainText::isForbidden)) {
            throw new Unreadable(Rule.FILE_CONTROL_CHARACTER);
        }
    }

    /** As {@link #of}, for a file that has to be XML. */
    static String xml(byte[] content) {
        String text = of(content);
        Matcher declaration = DECLARATION.matcher(text);
        if (declaration.find()) {
            requireOurs(declaration.group());
        }
        if (DOCTYPE.matcher(text).find()) {
            throw new Unreadable(Rule.FILE_DOCTYPE);
        }
        return text;
    }

    private static void requireOurs(String declaration) {
        Matcher encoding = ENCODING.matcher(declaration);
        if (encoding.find() && !encoding.group(2).equalsIgnoreCase("UTF-8")) {
            throw new Unreadable(Rule.FILE_NOT_UTF8);
        }
        if (!VERSION.matcher(declaration).find()) {
            throw new Unreadable(Rule.FILE_BROKEN, 1);
        }
    }

    private static String decoded(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw new Unreadable(Rule.FILE_NOT_UTF8);
        }
    }

    // Control characters, and the invisible ones that turn the direction of writing: what is read is what is there.
    private static boolean isForbidden(int c) {
        if (c == '\n' || c == '\r' || c == '\t') {
            return false;
        }
        return Character.isISOControl(c)
                || c == MARK
                || c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069
                || Character.getType(c) == Character.SURROGATE
                || c >= 0xFFFE && c <= 0xFFFF;
    }
}
