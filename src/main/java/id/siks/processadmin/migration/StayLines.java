package id.siks.processadmin.migration;

import id.siks.platform.Csv;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes cases that stay or would stay into a file as they are told, one to a line, version by version. */
public final class StayLines {

    /** How many references of one reason are written at most. */
    static final int MOST = 100_000;

    private final Csv file;
    private final Words words;
    private final Map<Objection, Counted> counted = new LinkedHashMap<>();
    private int version;
    private Steps steps;

    StayLines(Csv file, Words words) {
        this.file = file;
        this.words = words;
    }

    /** What the file says in the reader's language. */
    interface Words {

        /** Why a case stays. */
        String why(MoveFault fault);

        /** That the file has not so many of a reason. */
        String cut(long more);

        /** That so many of a reason have no reference of their own. */
        String unnamed(long more);
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
                line(why, of.written == MOST ? words.cut(of.more) : words.unnamed(of.more));
            }
        });
        counted.clear();
    }

    private void line(Objection why, String ref) {
        String step = why.step() == null ? "" : steps.name(why.step());
        file.row(List.of(String.valueOf(version), step, words.why(why.fault()), ref));
    }
}
