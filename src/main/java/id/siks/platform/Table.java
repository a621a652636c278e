package id.siks.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

    /** As comma-separated values. */
    public Csv csv() {
        Csv file = new Csv().row(heads);
        lines.forEach(line ->
                file.row(line.stream().map(cell -> cell == null ? "" : cell).toList()));
        return file;
    }

    /** As a workbook (XLSX) with one sheet; the heads and the first two columns stay in sight. */
    public byte[] workbook() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook file = new Workbook(bytes, "SIKS-NG", "1.0")) {
            Worksheet sheet = file.newWorksheet(name);
            for (int column = 0; column < heads.size(); column++) {
                sheet.value(0, column, written(heads.get(column)));
                sheet.style(0, column).bold().set();
            }
            for (int row = 0; row < lines.size(); row++) {
                write(sheet, row + 1, lines.get(row));
            }
            sheet.freezePane(2, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
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
