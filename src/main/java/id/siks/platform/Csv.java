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
 * Comma-separated values of which no cell does anything in a spreadsheet program and none is changed by it (requirement 18). A
 * list of any length takes little memory; {@link UncheckedIOException} when there is no room for it on the disk.
 *
 * <p>A {@link LiveText} gets an apostrophe in front, and so does a text that begins with one. Whoever reads the file takes
 * one apostrophe off each cell that begins with one: then each text is again what it was.
 */
public final class Csv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

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
        return quoted(text.startsWith("'") || LiveText.is(text) ? "'" + text : text);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
