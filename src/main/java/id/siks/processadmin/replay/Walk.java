package id.siks.processadmin.replay;

import id.siks.platform.diagram.Reach;
import id.siks.processadmin.replay.Change.Untold;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One case led along another diagram, beside the way it went: at each step it does what it did then. It ends where the case
 * goes another way, because nobody knows what people would have done there, or where the history does not tell.
 */
final class Walk {

    private static final int LONGEST = 1_000;
    private static final String END = "endEvent";
    private static final String WAITING = "eventBasedGateway";

    private final Ways was;
    private final Ways is;
    private final Road road;
    private final Decider decider;
    private final Set<Change> changes = new LinkedHashSet<>();
    private final List<String> fresh = new ArrayList<>();
    // The last step both have done, and what was asked since.
    private int at;
    private String asked;
    // The first gateway since then that answers otherwise; null for none.
    private String parted;

    Walk(Ways was, Ways is, Road road, Decider decider) {
        this.was = was;
        this.is = is;
        this.road = road;
        this.decider = decider;
    }

    /** What is otherwise, in the order in which it happens. */
    List<Change> changes() {
        asked = is.start();
        String node = is.targets(asked).stream().findFirst().orElse(null);
        for (int i = 0; node != null && i < LONGEST; i++) {
            if (is.isCrossing(node)) {
                node = is.decides(node) ? decide(node) : part(node);
            } else {
                node = visit(node);
            }
        }
        return List.copyOf(changes);
    }

    private String decide(String gateway) {
        // Whoever is asked here has passed what is new before it.
        passFresh();
        asked = gateway;
        Set<String> targets = decider.targets(is, gateway, was, road, at);
        targets.remove("");
        if (targets.size() != 1) {
            return undecided(gateway, targets);
        }
        String target = targets.iterator().next();
        if (parted == null && road.wentElsewhere(gateway, target, at, was)) {
            parted = gateway;
        }
        return target;
    }

    /** It is not told where the case goes, but it may be told that it does not go where it went. */
    private String undecided(String gateway, Set<String> targets) {
        int next = road.next(at, was);
        Set<String> onward = targets.isEmpty() ? Set.copyOf(is.targets(gateway)) : targets;
        if (parted != null && next >= 0 && !mayComeBack(onward, next)) {
            changes.add(Change.way(is.name(parted), was.name(road.step(next)), is.name(gateway)));
        }
        return untold(gateway, Untold.VALUE);
    }

    /** True when a case may come from one of the nodes to the step at {@code next}, or behind what is gone, past new ones. */
    private boolean mayComeBack(Set<String> nodes, int next) {
        int later = behindWhatIsGone(next);
        Set<String> reached =
                Reach.of(nodes, node -> is.isCrossing(node) || !was.has(node) ? is.targets(node) : List.of());
        return reached.contains(road.step(next)) || later >= 0 && reached.contains(road.step(later));
    }

    private String visit(String node) {
        int next = road.next(at, was);
        if (next < 0) {
            // It has not come further.
            return null;
        }
        if (node.equals(road.step(next))) {
            return together(next);
        }
        if (!was.has(node)) {
            return pass(node, next);
        }
        int later = behindWhatIsGone(next);
        if (later >= 0 && node.equals(road.step(later))) {
            road.steps().subList(next, later).stream()
                    .filter(step -> !was.isCrossing(step))
                    .forEach(step -> changes.add(Change.leftStep(was.name(step))));
            return together(later);
        }
        return away(next, node);
    }

    /** A step nobody has done yet; most let a case through sooner or later. */
    private String pass(String node, int next) {
        if (is.kind(node).equals(END)) {
            return away(next, node);
        }
        if (is.kind(node).equals(WAITING) && is.targets(node).contains(road.step(next))) {
            // What came to the case is awaited there too, among others by now.
            return road.step(next);
        }
        fresh.add(node);
        return is.kind(node).equals(WAITING) ? untold(node, Untold.EVENT) : follow(node);
    }

    private String together(int index) {
        passFresh();
        at = index;
        parted = null;
        asked = road.step(index);
        return leave(asked);
    }

    private void passFresh() {
        fresh.forEach(step -> changes.add(Change.newStep(is.name(step))));
        fresh.clear();
    }

    /** From a step both have done to what comes next. */
    private String leave(String node) {
        int next = road.next(at, was);
        if (next < 0) {
            return null;
        }
        String did = road.step(next);
        if (was.isFromOutside(did)) {
            return is.has(did) ? null : untold(node, Untold.EVENT);
        }
        if (was.host(did).equals(node)) {
            return is.host(did).equals(node) ? together(next) : untold(node, Untold.EVENT);
        }
        if (is.kind(node).equals(WAITING)) {
            return is.targets(node).contains(did) ? did : untold(node, Untold.EVENT);
        }
        return follow(node);
    }

    private String follow(String node) {
        return is.targets(node).size() > 1
                ? part(node)
                : is.targets(node).stream().findFirst().orElse(null);
    }

    /** Where branches part the case goes on along the one it knows; the others must be new and meet it again. */
    private String part(String node) {
        List<String> targets = is.targets(node);
        if (targets.size() < 2) {
            return targets.stream().findFirst().orElse(null);
        }
        List<Branch> branches = targets.stream().map(this::branch).toList();
        List<Branch> known = branches.stream().filter(b -> !b.isWhollyNew()).toList();
        if (known.size() != 1) {
            return untold(node, Untold.BRANCHES);
        }
        branches.stream()
                .filter(Branch::isWhollyNew)
                .flatMap(branch -> branch.steps().stream())
                .forEach(step -> changes.add(Change.newStep(is.name(step))));
        return known.get(0).first();
    }

    private Branch branch(String first) {
        List<String> steps = new ArrayList<>();
        String node = first;
        while (!is.isCrossing(node)
                && !was.has(node)
                && !steps.contains(node)
                && is.targets(node).size() == 1) {
            steps.add(node);
            node = is.targets(node).get(0);
        }
        return new Branch(first, steps, is.isJoin(node));
    }

    /** One way on from where branches part: what is new on it, and whether it leads straight to where they meet. */
    private record Branch(String first, List<String> steps, boolean isWhollyNew) {}

    /** The first step from {@code next} on that the new diagram still has; -1 when nothing there is gone. */
    private int behindWhatIsGone(int next) {
        int later = next;
        while (later < road.steps().size() && (was.isCrossing(road.step(later)) || !is.has(road.step(later)))) {
            later++;
        }
        return later > next && later < road.steps().size() ? later : -1;
    }

    private String away(int next, String node) {
        String to = fresh.isEmpty() ? node : fresh.get(0);
        changes.add(Change.way(is.name(asked), was.name(road.step(next)), is.name(to)));
        return null;
    }

    private String untold(String node, Untold why) {
        passFresh();
        changes.add(Change.untold(is.name(node), why));
        return null;
    }
}
