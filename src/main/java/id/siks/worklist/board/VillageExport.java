package id.siks.worklist.board;

import id.siks.platform.Table;
import id.siks.worklist.board.VillageFigures.Line;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The figures of villages as a file. */
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
            "departed",
            "departures",
            "died",
            "idle",
            "meeting");

    private final MessageSource messages;

    VillageExport(MessageSource messages) {
        this.messages = messages;
    }

    /** The file; {@code doneSince} is the day from which what was done is counted. */
    Table table(List<Line> lines, LocalDate doneSince) {
        return new Table(
                words("worklist.page.villages"),
                heads(doneSince),
                lines.stream().map(this::cells).toList());
    }

    private List<String> heads(LocalDate doneSince) {
        return COLUMNS.stream()
                .map(column -> words("worklist.villages." + column, doneSince.toString()))
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
                        line.departures(),
                        departures(line),
                        line.died(),
                        line.idle() == null ? "" : line.idle(),
                        line.sinceMeeting() == null ? "" : line.sinceMeeting())
                .toList();
    }

    private String reasons(Line line) {
        return line.reasons().stream()
                .map(returned -> words("casework.reason." + returned.reason()) + ": " + returned.n())
                .collect(Collectors.joining("; "));
    }

    private String departures(Line line) {
        return line.departed().entrySet().stream()
                .map(one -> words("finalization.correction." + one.getKey()) + ": " + one.getValue())
                .collect(Collectors.joining("; "));
    }

    private String words(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
