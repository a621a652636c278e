package id.siks.platform;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Comma-separated values of which no cell does anything in a spreadsheet program. A list of any length takes little memory;
 * {@link UncheckedIOException} when there is no room for it on the disk.
 */
public final class Csv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Spool file = new Spool();
    private final Writer writer = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8));

    /** Nothing yet but a byte order mark, so that spreadsheet programs read it as UTF-8. */
    public Csv() {
        say(BYTE_ORDER_MARK);
    }

    /** Adds a line. */
    public Csv row(List<String> cells) {
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

    /** Quoted; what a spreadsheet program would take for a formula gets an apostrophe in front. */
    static String cell(String text) {
        String inert = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + inert.replace("\"", "\"\"") + '"';
    }
}
