package id.siks.processadmin.migration;

import id.siks.platform.Csv;
import id.siks.processadmin.CaseFile;
import id.siks.processadmin.migration.Foresight.Foreseen;
import id.siks.processadmin.migration.Progress.Stay;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** All cases that stay or would stay, one to a line, as a file. */
@Component
public class StayFile {

    /** How many references of one reason it has at most: more than a process has cases. */
    public static final int MOST = 1_000_000;

    private static final String NAME = "processadmin-perkara-tetap";

    private final MessageSource messages;

    StayFile(MessageSource messages) {
        this.messages = messages;
    }

    /** The file of a trial; to be asked with {@link #MOST} references. */
    public ResponseEntity<byte[]> of(List<Foreseen> trial) {
        Csv file = head();
        trial.forEach(
                of -> rows(file, of.from().number(), of.steps(), of.outlook().stays()));
        return CaseFile.answer(NAME, file);
    }

    /** The file of cases of one version. */
    ResponseEntity<byte[]> of(Pair pair, List<Stay> stays) {
        Csv file = head();
        rows(file, pair.from().number(), pair.source(), stays);
        return CaseFile.answer(NAME, file);
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
                file.row(List.of(String.valueOf(version), step, why, said("processadmin.cases.unnamed", stay.more())));
            }
        }
    }

    private String word(String column) {
        return said("processadmin.cases.column." + column);
    }

    private String said(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
