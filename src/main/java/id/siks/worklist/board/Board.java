package id.siks.worklist.board;

import id.siks.area.AreaCode;
import id.siks.finalization.Cadence;
import id.siks.worklist.model.BoardSums.Open;
import id.siks.worklist.model.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/**
 * What is open and what is late in an area.
 *
 * @param area the area, or null for the nation
 * @param total everything in it
 * @param own what belongs to the area itself and to nothing in it, as a regency's letter does
 * @param stages by user task, the most late first
 * @param areas by the areas right below, the most late first
 * @param columns those of the stages some area below has work at, in their order
 * @param bands by distance from the due date, the latest first
 * @param workers by who has taken it, the most late first; empty above a regency
 * @param free what nobody has taken; nothing above a regency
 * @param periods what was done in each of the last twelve periods, oldest first
 */
record Board(
        AreaCode area,
        Lateness total,
        Lateness own,
        List<Stage> stages,
        List<Part> areas,
        List<Stage> columns,
        List<Band> bands,
        List<Worker> workers,
        Free free,
        List<Period> periods) {

    /**
     * One user task.
     *
     * @param titleKey key of its title
     * @param typical how long it takes from opening to done, half of them shorter; null when none was done lately
     */
    record Stage(String task, String titleKey, Lateness lateness, Duration typical) {}

    /**
     * One area below.
     *
     * @param stages what is open and late of it at each of the board's columns, in their order
     */
    record Part(AreaCode area, String name, Lateness lateness, List<Lateness> stages) {}

    /** Work of one distance from its due date. */
    record Band(DueBand band, int n) {

        static Band of(DueBand band, List<Open> lines, Instant now) {
            return new Band(
                    band,
                    lines.stream()
                            .filter(line -> band.holds(line.dueAt(), now))
                            .mapToInt(Open::n)
                            .sum());
        }
    }

    /** What somebody has taken and not done. */
    record Worker(long account, String name, int open, int late) {}

    /** What nobody has taken. */
    record Free(int open, int late) {

        /** Somebody has everything. */
        static final Free NOTHING = new Free(0, 0);
    }

    /**
     * What was done in a period.
     *
     * @param closing month in which it closes
     * @param inTime done until the due date
     * @param late done after it
     */
    record Period(YearMonth closing, Cadence cadence, int inTime, int late) {

        /** Its months, as people call it. */
        public String name(Locale language) {
            return cadence.name(closing, language);
        }

        public int done() {
            return inTime + late;
        }

        /** Hundredths of what was done that were done in time; 100 when nothing was done. */
        public int timely() {
            return done() == 0 ? 100 : (int) (100L * inTime / done());
        }
    }
}
