package id.siks.worklist.board;

import id.siks.platform.Csv;
import id.siks.worklist.board.VillageFigures.Line;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The figures of villages as a file. Text stays text: no cell does anything in a spreadsheet program. */
@Component
class VillageExport {

    private static final List<String> COLUMNS = List.of(
            "code",
            "village",
            "district",
            "operator",
            "handed-in",
            "returns",
            "reason",
            "done",
            "late",
            "added",
            "idle",
            "meeting");

    private final MessageSource messages;

    VillageExport(MessageSource messages) {
        this.messages = messages;
    }

    String csv(List<Line> lines) {
        Csv file = new Csv().row(heads());
        lines.forEach(
                line -> file.row(cells(line).stream().map(Object::toString).toList()));
        return file.toString();
    }

    byte[] workbook(List<Line> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook file = new Workbook(bytes, "SIKS-NG", "1.0")) {
            Worksheet sheet = file.newWorksheet(words("worklist.page.villages"));
            List<String> heads = heads();
            for (int column = 0; column < heads.size(); column++) {
                sheet.value(0, column, heads.get(column));
                sheet.style(0, column).bold().set();
            }
            for (int row = 0; row < lines.size(); row++) {
                write(sheet, row + 1, cells(lines.get(row)));
            }
            sheet.freezePane(2, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, int row, List<Object> cells) {
        for (int column = 0; column < cells.size(); column++) {
            Object cell = cells.get(column);
            if (cell instanceof Number number) {
                sheet.value(row, column, number);
            } else {
                sheet.value(row, column, cell.toString());
            }
        }
    }

    private List<String> heads() {
        return COLUMNS.stream()
                .map(column -> words("worklist.villages." + column))
                .toList();
    }

    private List<Object> cells(Line line) {
        return Stream.<Object>of(
                        line.area().display(),
                        line.name(),
                        line.district(),
                        String.join(", ", line.operators()),
                        line.handedIn(),
                        line.returns(),
                        reasons(line),
                        line.done().all(),
                        line.done().late(),
                        line.added(),
                        line.idle() == null ? "" : line.idle(),
                        line.sinceMeeting() == null ? "" : line.sinceMeeting())
                .toList();
    }

    private String reasons(Line line) {
        return line.reasons().stream()
                .map(returned -> words("casework.reason." + returned.reason()) + ": " + returned.n())
                .collect(Collectors.joining("; "));
    }

    private String words(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
