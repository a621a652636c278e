package id.siks.processadmin.migration;

import id.siks.identity.Actor;
import id.siks.platform.Csv;
import id.siks.processadmin.CaseFiles;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The cases that stay or would stay, one to a line, as a file. Who meets more of one reason than {@link StayLines#MOST} does not
 * look them up one by one: he changes the plan.
 */
@Component
public class StayFile {

    private static final String NAME = "processadmin-perkara-tetap";

    private final CaseFiles files;
    private final MessageSourceAccessor messages;

    StayFile(CaseFiles files, MessageSource messages) {
        this.files = files;
        this.messages = new MessageSourceAccessor(messages);
    }

    /**
     * The file; however many cases there are, few are held at once.
     *
     * @param about what is tried or was moved, as for {@link CaseFiles#take}
     * @param told tells the cases; what it throws is thrown before anything is sent
     */
    public ResponseEntity<InputStreamResource> take(Actor actor, String about, Consumer<StayLines> told) {
        return files.take(actor, about, NAME, () -> {
            Csv file = new Csv().row(List.of(word("version"), word("step"), word("why"), word("case")));
            StayLines lines = new StayLines(file, messages);
            told.accept(lines);
            lines.end();
            return file;
        });
    }

    private String word(String column) {
        return messages.getMessage("processadmin.cases.column." + column);
    }
}
