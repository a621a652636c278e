package id.siks.processadmin.check;

import id.siks.processadmin.check.BpmnApprovals.Demand;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two versions of a process between which cases move. Each is sound for cases that come from its own start; what it does with
 * those that appear in the middle of it is told here.
 */
public final class Crossing {

    private final Bpmn before;
    private final Bpmn after;
    private final BpmnAnswers answers;
    private final List<Demand> demands;
    private final Map<Demand, Set<Part>> open = new HashMap<>();
    private final Map<Demand, Set<Part>> still = new HashMap<>();

    Crossing(Bpmn before, Bpmn after, BpmnAnswers answers) {
        this.before = before;
        this.after = after;
        this.answers = answers;
        this.demands = BpmnApprovals.demands(before.key());
    }

    /**
     * True when a case that may not have passed a station on its way to the step would stand behind it, as if it had.
     *
     * @param step one of the first version
     * @param place the one of the second that takes its place
     */
    public boolean leadsPast(String step, String place) {
        Part from = before.graph().node(step);
        Part to = after.graph().node(place);
        return from != null && to != null && demands.stream().anyMatch(demand -> leadsPast(demand, from, to));
    }

    private boolean leadsPast(Demand demand, Part from, Part to) {
        boolean behind =
                !still.computeIfAbsent(demand, d -> d.missed(after.graph())).contains(to);
        boolean amid = demand.station().test(to) && !demand.station().test(from) && !isDone(to);
        return (behind || amid)
                && open.computeIfAbsent(demand, d -> d.missed(before.graph())).contains(from);
    }

    /** True when whoever comes there does it: an event only waits for what others were asked for before. */
    private static boolean isDone(Part station) {
        return !station.name().equals("intermediateCatchEvent") && !Graph.isLeftByJob(station);
    }

    /** True for a task of the first version for which the application has a page: what it knows of it is kept by its id. */
    public boolean hasOwnPage(String step) {
        return before.words().tasks().contains(step);
    }

    /**
     * True when what the diagram gives itself is read behind the place and a case that comes from the step may not have it. What
     * the first version reads there itself, the case has.
     *
     * @param step one of the first version
     * @param place the one of the second that takes its place
     */
    public boolean lacks(String step, String place) {
        Part from = before.graph().node(step);
        Part to = after.graph().node(place);
        if (from == null || to == null) {
            return false;
        }
        Set<String> had = answers.readBehind(before, from);
        return answers.readBehind(after, to).stream()
                .filter(variable -> !had.contains(variable))
                .anyMatch(variable -> !answers.isGivenAt(before, from, variable));
    }
}
