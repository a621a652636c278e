package id.siks.processadmin.replay;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How far the closed cases have been asked again, and for whom something would be otherwise.
 *
 * @param periods true when periods were asked and are counted, not cases of families
 * @param month month of the period; null before it is known
 * @param cases how many cases were asked
 * @param allDiffering how many of them something would be otherwise for, those that are not shown apart included
 * @param allUntold how many of them cannot be told, likewise
 * @param all every change with its cases, those of a few included; not to be shown
 */
public record Replay(
        State state, boolean periods, YearMonth month, int cases, int allDiffering, int allUntold, List<Group> all) {

    /** Fewer cases of families than so many are not shown apart (security requirement 22); a period is about nobody. */
    public static final int FEWEST = 5;

    /** How it stands. */
    public enum State {
        RUNNING,
        DONE,
        /** It took too long; what is counted is counted. */
        STOPPED,
        /** Nothing was heard of it for a while: the application was stopped meanwhile. */
        CUT_OFF,
        /** No period was ever closed. */
        NO_PERIOD,
        FAILED;

        /** True when the rest of the cases can still be asked. */
        public boolean canGoOn() {
            return this == STOPPED || this == CUT_OFF;
        }
    }

    /**
     * Cases with the same change.
     *
     * @param refs numbers of the first of them; empty when they may not be shown
     */
    public record Group(Change change, int cases, List<String> refs) {

        /** How many of its cases are not among those shown. */
        public int more() {
            return cases - refs.size();
        }
    }

    /** How many get another answer or go another way; null where the number would give away a group that is not shown. */
    public Integer differing() {
        return countable(g -> g.change().isTold()) ? allDiffering : null;
    }

    /** How many cannot be told; null as for {@link #differing()}. */
    public Integer untold() {
        return countable(g -> !g.change().isTold()) ? allUntold : null;
    }

    private boolean countable(Predicate<Group> counted) {
        int hidden = all.stream()
                .filter(counted)
                .mapToInt(Group::cases)
                .filter(n -> n < fewest())
                .sum();
        return hidden == 0 || hidden >= fewest();
    }

    private int fewest() {
        return periods ? 1 : FEWEST;
    }

    /** True when so few were asked that their number is not shown. */
    public boolean isFew() {
        return cases < fewest();
    }

    /** The changes that enough cases share, the largest first. */
    public List<Group> groups() {
        return shown(g -> g.change().isTold());
    }

    /** What cannot be told of enough cases, the largest first. */
    public List<Group> untoldGroups() {
        return shown(g -> !g.change().isTold());
    }

    private List<Group> shown(Predicate<Group> wanted) {
        return all.stream()
                .filter(wanted)
                .filter(group -> group.cases() >= fewest())
                .sorted(Comparator.comparingInt(Group::cases).reversed())
                .toList();
    }

    /** True when numbers of cases are kept. */
    public boolean isNumbered() {
        return Stream.concat(groups().stream(), untoldGroups().stream())
                .anyMatch(group -> !group.refs().isEmpty());
    }

    /** True when some changes are shared by too few to be shown. */
    public boolean hides() {
        return all.stream().anyMatch(group -> group.cases() < fewest());
    }
}
