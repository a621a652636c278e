package id.siks.platform;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Comma-separated values of which no cell does anything in a spreadsheet program and none is changed by it (requirement 18). A
 * list of any length takes little memory; {@link UncheckedIOException} when there is no room for it on the disk.
 *
 * <p>A text the program would calculate or take for a number or date of another look gets an apostrophe in front. Whoever reads the
 * file takes one apostrophe off where apostrophes are followed by such a text, and leaves every other cell as it is: then
 * each text is again what it was.
 */
public final class Csv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    // Programs overlook blanks before a formula, and some of them know its signs in full width.
    private static final String FORMULA = "[\\s\\p{Z}\\p{Cf}]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20].*";
    private static final String BLANK_FIRST = "[\\t\\r\\n].*";

    // Numbers lose zeros in front and every digit after the fifteenth; the others become decimals, times, dates or
    // powers.
    private static final String LONG_NUMBER = "0[0-9]+|[0-9]{16,}";
    private static final String OTHER_NUMBER = "[0-9]+[eE][0-9]+|[0-9]+(?:[.,][0-9]+){1,2}|[0-9]+[/-][0-9]+";

    private static final Pattern LIVE = Pattern.compile(
            "'*(?:" + String.join("|", FORMULA, BLANK_FIRST, LONG_NUMBER, OTHER_NUMBER) + ")", Pattern.DOTALL);

    private final Spool file = new Spool();
    private final Writer writer = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8));

    /** Nothing yet but a byte order mark, so that spreadsheet programs read it as UTF-8. */
    public Csv() {
        say(BYTE_ORDER_MARK);
    }

    /** Adds a line: numbers as they are, everything else as text. */
    public Csv row(List<?> cells) {
        say(cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n")));
        return this;
    }

    /** The whole file; no line is added to it any more. */
    public Spool whole() {
        try {
            writer.flush();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        return file;
    }

    private void say(String text) {
        try {
            writer.write(text);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static String cell(Object cell) {
        return cell instanceof Number ? quoted(cell.toString()) : cell(cell.toString());
    }

    /** Quoted and inert. */
    static String cell(String text) {
        return quoted(LIVE.matcher(text).matches() ? "'" + text : text);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
