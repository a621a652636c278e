package id.siks.platform;

import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values of which no cell does anything in a spreadsheet program. */
public final class Csv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final StringBuilder file = new StringBuilder(BYTE_ORDER_MARK);

    /** Adds a line. */
    public Csv row(List<String> cells) {
        file.append(cells.stream().map(Csv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
        return this;
    }

    /** The whole file; it begins with a byte order mark, so that spreadsheet programs read it as UTF-8. */
    @Override
    public String toString() {
        return file.toString();
    }

    /** Quoted; what a spreadsheet program would take for a formula gets an apostrophe in front. */
    static String cell(String text) {
        String inert = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + inert.replace("\"", "\"\"") + '"';
    }
}
