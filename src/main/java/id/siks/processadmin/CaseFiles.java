package id.siks.processadmin;

import id.siks.identity.AccessKind;
import id.siks.identity.AccessLog;
import id.siks.identity.AccessOutcome;
import id.siks.identity.Actor;
import id.siks.identity.Limit;
import id.siks.identity.Limits;
import id.siks.platform.Csv;
import id.siks.platform.TooManyRequests;
import id.siks.platform.web.TableFile;
import java.util.function.Supplier;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Lists of case numbers as files to keep. They leave as seldom as other lists, and who took one is kept in mind (requirements
 * 21 and 23). A number names nobody, and what a list is for follows from what was tried: nobody is asked for a purpose.
 */
@Component
public class CaseFiles {

    private static final String PURPOSE = "case-numbers";

    private final Limits limits;
    private final AccessLog log;

    CaseFiles(Limits limits, AccessLog log) {
        this.limits = limits;
        this.log = log;
    }

    /**
     * Uses up one of the actor's exports, makes the list and notes that he took it; {@link TooManyRequests} before anything is
     * made when he has none left.
     *
     * @param about what it lists the cases of, as the key of a subject of the {@link AccessLog}
     * @param name of the file, without ending
     */
    public ResponseEntity<InputStreamResource> take(Actor actor, String about, String name, Supplier<Csv> list) {
        limits.use(Limit.EXPORT, actor);
        Csv lines = list.get();
        log.record(actor, AccessKind.EXPORT, "processadmin:" + about, PURPOSE, AccessOutcome.GRANTED);
        return TableFile.csv(name, lines);
    }
}
