package id.siks.processadmin.migration;

import java.util.List;

/**
 * How far a migration is: numbers of cases.
 *
 * @param gone ended or moved by something else before it was their turn
 * @param stays why some stayed, the most frequent in front
 */
record Progress(long waiting, long moved, long stayed, long gone, List<Stay> stays) {

    /** All cases it is about. */
    public long total() {
        return waiting + moved + stayed + gone;
    }

    /** How many are settled, of a hundred. */
    public int percent() {
        return total() == 0 ? 100 : (int) ((total() - waiting) * 100 / total());
    }

    /** The same before the first batch has taken in the cases that follow the old version: these wait. */
    Progress orWaiting(long cases) {
        return total() == 0 ? new Progress(cases, 0, 0, 0, List.of()) : this;
    }

    /** The numbers alone, for whoever may not look at every case of the country. */
    Progress withoutRefs() {
        return new Progress(
                waiting,
                moved,
                stayed,
                gone,
                stays.stream()
                        .map(stay -> new Stay(stay.step(), stay.fault(), stay.cases(), List.of()))
                        .toList());
    }

    /**
     * Cases that stay for the same reason.
     *
     * @param step id of the element, or null
     * @param refs references of some of them
     */
    record Stay(String step, MoveFault fault, long cases, List<String> refs) {

        /** How many references a page shows; the file has them all. */
        static final int SHOWN = 50;

        /** How many cases are not among those shown. */
        public long more() {
            return cases - refs.size();
        }
    }
}
