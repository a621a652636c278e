package id.siks.processadmin.migration;

import id.siks.identity.Actor;
import id.siks.platform.Csv;
import id.siks.processadmin.CaseFiles;
import id.siks.processadmin.migration.Foresight.Foreseen;
import id.siks.processadmin.migration.Progress.Stay;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The cases that stay or would stay, one to a line, as a file. Who meets more of one reason than it holds does not look them up
 * one by one: he changes the plan.
 */
@Component
public class StayFile {

    /** How many references of one reason it has at most. */
    public static final int MOST = 100_000;

    private static final String NAME = "processadmin-perkara-tetap";

    private final CaseFiles files;
    private final MessageSource messages;

    StayFile(CaseFiles files, MessageSource messages) {
        this.files = files;
        this.messages = messages;
    }

    /**
     * The file of a trial.
     *
     * @param about what is tried, as for {@link CaseFiles#take}
     * @param trial to be asked with {@link #MOST} references
     */
    public ResponseEntity<byte[]> take(Actor actor, String about, Supplier<List<Foreseen>> trial) {
        return files.take(actor, about, NAME, () -> {
            Csv file = head();
            trial.get()
                    .forEach(of -> rows(
                            file, of.from().number(), of.steps(), of.outlook().stays()));
            return file;
        });
    }

    /** As {@link #take(Actor, String, Supplier)}, of cases of one version. */
    ResponseEntity<byte[]> take(Actor actor, String about, Pair pair, Supplier<List<Stay>> stays) {
        return files.take(actor, about, NAME, () -> {
            Csv file = head();
            rows(file, pair.from().number(), pair.source(), stays.get());
            return file;
        });
    }

    private Csv head() {
        return new Csv().row(List.of(word("version"), word("step"), word("why"), word("case")));
    }

    private void rows(Csv file, int version, Steps steps, List<Stay> stays) {
        for (Stay stay : stays) {
            String step = stay.step() == null ? "" : steps.name(stay.step());
            String why = said("processadmin.migration.fault." + stay.fault());
            stay.refs().forEach(ref -> file.row(List.of(String.valueOf(version), step, why, ref)));
            if (stay.more() > 0) {
                file.row(List.of(String.valueOf(version), step, why, rest(stay)));
            }
        }
    }

    /** Of those left out some may be without a number, too: they come last. */
    private String rest(Stay stay) {
        return stay.refs().size() == MOST
                ? said("processadmin.cases.cut", MOST, stay.more())
                : said("processadmin.cases.unnamed", stay.more());
    }

    private String word(String column) {
        return said("processadmin.cases.column." + column);
    }

    private String said(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
