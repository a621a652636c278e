package id.siks.processadmin.replay;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How far the closed cases have been asked again, and who gets another answer. One thread counts, others look. */
public final class Replay {

    /** Fewer than so many are not shown apart (security requirement 22). */
    public static final int FEWEST = 5;

    private static final int MOST_NUMBERS = 50;

    private final Map<Change, Group> groups = new LinkedHashMap<>();
    private final boolean numbered;
    private State state = State.RUNNING;
    private YearMonth month;
    private int cases;
    private int differing;

    /** @param numbered whether the numbers of the cases may be shown */
    Replay(boolean numbered) {
        this.numbered = numbered;
    }

    /** How it stands. */
    public enum State {
        RUNNING,
        DONE,
        /** It took too long; what is counted is counted. */
        STOPPED,
        /** No period was ever closed. */
        NO_PERIOD,
        FAILED
    }

    /**
     * From one answer to another.
     *
     * @param about task it is about, or empty
     */
    public record Change(String about, String before, String after) {}

    /**
     * Cases with the same change.
     *
     * @param cases how many, at least {@value Replay#FEWEST}
     * @param refs numbers of the first of them; empty when they may not be shown
     */
    public record Group(Change change, int cases, List<String> refs) {}

    synchronized void begin(YearMonth of) {
        month = of;
    }

    synchronized void count(String ref, List<Change> changes) {
        cases++;
        differing += changes.isEmpty() ? 0 : 1;
        for (Change change : changes) {
            Group group = groups.computeIfAbsent(change, c -> new Group(c, 0, List.of()));
            List<String> refs = new ArrayList<>(group.refs());
            if (numbered && refs.size() < MOST_NUMBERS) {
                refs.add(ref);
            }
            groups.put(change, new Group(change, group.cases() + 1, refs));
        }
    }

    synchronized void end(State how) {
        state = how;
    }

    public synchronized State state() {
        return state;
    }

    /** Month of the period; null before it is known. */
    public synchronized YearMonth month() {
        return month;
    }

    /** How many cases were asked again. */
    public synchronized int cases() {
        return cases;
    }

    /** How many of them get another answer; null where the number would give away a group that is not shown. */
    public synchronized Integer differing() {
        int hidden = groups.values().stream()
                .mapToInt(Group::cases)
                .filter(n -> n < FEWEST)
                .sum();
        return hidden > 0 && hidden < FEWEST ? null : Integer.valueOf(differing);
    }

    /** The changes that enough cases share, the largest first. */
    public synchronized List<Group> groups() {
        return groups.values().stream()
                .filter(group -> group.cases() >= FEWEST)
                .sorted(Comparator.comparingInt(Group::cases).reversed())
                .toList();
    }

    /** True when some changes are shared by too few to be shown. */
    public synchronized boolean hides() {
        return groups.values().stream().anyMatch(group -> group.cases() < FEWEST);
    }
}
