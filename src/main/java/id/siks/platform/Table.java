package id.siks.platform;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Lines for a spreadsheet program. Text stays text: no cell does anything there.
 *
 * @param name what the sheet is called, at most 31 letters
 * @param heads what the columns are called
 * @param lines cells in the order of the heads: numbers are written as numbers, everything else as text, null as nothing
 */
public record Table(String name, List<String> heads, List<? extends List<?>> lines) {

    private static final Pattern BY_NUMBER =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)");

    /** Rows of a sheet that are held before they are written. */
    private static final int AT_ONCE = 1_000;

    /** As comma-separated values. */
    public Csv csv() {
        Csv file = new Csv().row(heads);
        lines.forEach(line ->
                file.row(line.stream().map(cell -> cell == null ? "" : cell).toList()));
        return file;
    }

    /** As a workbook (XLSX) with one sheet; the heads and the first two columns stay in sight. */
    public Spool workbook() {
        Spool bytes = new Spool();
        // The workbook does not close what it is written to, so that nothing of it may be left in the buffer.
        try (OutputStream pieces = new BufferedOutputStream(bytes);
                Workbook file = new Workbook(pieces, "SIKS-NG", "1.0")) {
            Worksheet sheet = file.newWorksheet(name);
            sheet.freezePane(2, 1);
            for (int column = 0; column < heads.size(); column++) {
                sheet.value(0, column, written(heads.get(column)));
                sheet.style(0, column).bold().set();
            }
            for (int row = 0; row < lines.size(); row++) {
                write(sheet, row + 1, lines.get(row));
                if (row % AT_ONCE == AT_ONCE - 1) {
                    sheet.flush();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes;
    }

    private static void write(Worksheet sheet, int row, List<?> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (cells.get(column) instanceof Number number) {
                sheet.value(row, column, number);
            } else {
                sheet.value(row, column, written(text(cells.get(column))));
            }
        }
    }

    /**
     * As a workbook holds it (ECMA-376, {@code ST_Xstring}): what XML cannot hold stands there by its number, {@code _x0001_},
     * and so does the beginning of a text that looks like that. Spreadsheet programs read it back.
     */
    private static String written(String text) {
        return BY_NUMBER.matcher(text).replaceAll(found -> "_x%04X_"
                .formatted((int) found.group().charAt(0)));
    }

    private static String text(Object cell) {
        return cell == null ? "" : cell.toString();
    }
}
