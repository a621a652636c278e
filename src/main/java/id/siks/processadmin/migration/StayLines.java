package id.siks.processadmin.migration;

import id.siks.platform.Csv;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.support.MessageSourceAccessor;

/** Writes cases that stay or would stay into a file as they are told, one to a line, version by version. */
public final class StayLines {

    /** How many references of one reason are written at most. */
    static final int MOST = 100_000;

    private final Csv file;
    private final MessageSourceAccessor messages;
    private final Map<Objection, Counted> counted = new LinkedHashMap<>();
    private int version;
    private Steps steps;

    StayLines(Csv file, MessageSourceAccessor messages) {
        this.file = file;
        this.messages = messages;
    }

    private static final class Counted {

        private int written;
        private long more;
    }

    /** What follows are cases of this version. */
    void begin(Pair pair) {
        end();
        version = pair.from().number();
        steps = pair.source();
    }

    /** One of them stays; {@code ref} is null when it has no reference of its own. */
    void stays(Objection why, String ref) {
        Counted of = counted.computeIfAbsent(why, first -> new Counted());
        if (ref == null || of.written == MOST) {
            of.more++;
        } else {
            of.written++;
            line(why, ref);
        }
    }

    /** Says of the last version what was left out; those without a reference come last too. */
    void end() {
        counted.forEach((why, of) -> {
            if (of.more > 0) {
                line(why, left(of));
            }
        });
        counted.clear();
    }

    private String left(Counted of) {
        return of.written == MOST
                ? messages.getMessage("processadmin.cases.cut", new Object[] {MOST, of.more})
                : messages.getMessage("processadmin.cases.unnamed", new Object[] {of.more});
    }

    private void line(Objection why, String ref) {
        String step = why.step() == null ? "" : steps.name(why.step());
        String fault = messages.getMessage("processadmin.migration.fault." + why.fault());
        file.row(List.of(String.valueOf(version), step, fault, ref));
    }
}
