package id.siks.processadmin.check;

import id.siks.platform.diagram.Reach;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/**
 * How many tokens one token becomes. Whatever forks sends one down each of its flows, an event that interrupts nothing sends
 * one more along, and so many as flows lead into a parallel gateway go on as one, wherever they come from: the engine counts
 * them so. Where one way is chosen, that with the most counts.
 */
final class Tokens {

    /** Enough to say that it is too much. */
    static final long ENDLESS = 1_000_000_000;

    private static final int MOST_ROUNDS = 200;
    // Three thirds are not quite one.
    private static final double NEARLY = 1e-6;
    private static final Set<String> CHOOSES = Set.of("exclusiveGateway", "eventBasedGateway");
    private static final Pattern TIMES = Pattern.compile("R(\\d{1,3})/.*");

    private final Graph graph;
    /** Every node; what it leads to stands before it, but for what leads back. */
    private final Set<Part> order = new LinkedHashSet<>();
    /** Where each node leads back to. */
    private final Map<Part, Set<Part>> back = new HashMap<>();

    Tokens(Graph graph) {
        this.graph = graph;
        graph.scopes().flatMap(scope -> begins(scope).stream()).forEach(start -> follow(start, new HashSet<>()));
        graph.nodes().forEach(node -> follow(node, new HashSet<>()));
    }

    private void follow(Part node, Set<Part> passed) {
        if (order.contains(node)) {
            return;
        }
        passed.add(node);
        for (Part next : next(node)) {
            if (passed.contains(next)) {
                back.computeIfAbsent(node, each -> new HashSet<>()).add(next);
            } else {
                follow(next, passed);
            }
        }
        passed.remove(node);
        order.add(node);
    }

    /** What one comes to from a node, the inside of a subprocess included. */
    private List<Part> next(Part node) {
        List<Part> next = new ArrayList<>(graph.onward(node));
        next.addAll(begins(node));
        return next;
    }

    /** With what a scope begins, and what may begin in it by itself. */
    private static List<Part> begins(Part scope) {
        return scope.children().stream()
                .filter(part -> part.name().equals("startEvent") || Graph.isEventSubprocess(part))
                .toList();
    }

    private boolean leadsBack(Part node, Part next) {
        return back.getOrDefault(node, Set.of()).contains(next);
    }

    /** True when more goes on from the node than came to it, be it that an event lets something begin beside it. */
    boolean multiplies(Part node) {
        boolean forks = !CHOOSES.contains(node.name()) && graph.flowsFrom(node).size() > 1;
        return forks || isAside(node);
    }

    /** An event that interrupts nothing and after which something is done. */
    private boolean isAside(Part node) {
        return node.name().equals("boundaryEvent")
                && !Graph.isInterrupting(node)
                && graph.behind(node).stream().anyMatch(next -> !next.name().equals("endEvent"));
    }

    /** True when no second token is on its way to the node while one of the same scope is there, however often it is passed. */
    boolean comeOneByOne(Part node) {
        Count coming = new Count(only(node), false);
        return coming.staysOne(() -> coming.inside(node.parent()));
    }

    /** True when the node multiplies a token and more than one of what it becomes comes back. */
    boolean growInLoop(Part node) {
        if (!multiplies(node) || !Reach.of(next(node), this::next).contains(node)) {
            return false;
        }
        Count returning = new Count(only(node), false);
        return !returning.staysOne(() -> returning.at(node) * needed(node));
    }

    /** So many tokens at most come to the node when everything is passed once. */
    long to(Part node) {
        return whole(passedOnce(only(node)).inside(graph.process()));
    }

    /** So many tokens at most are in the scope, those of subprocesses included, when everything is passed once. */
    long in(Part scope) {
        return whole(passedOnce(part -> 1).inside(scope));
    }

    /** Where one token becomes more than {@code most} when everything is passed once, and how many. */
    Map<Part, Long> exceeding(int most) {
        Count everywhere = passedOnce(part -> 1);
        Predicate<Part> many = node -> everywhere.at(node) > most + NEARLY;
        Map<Part, Long> exceeding = new LinkedHashMap<>();
        order.stream()
                .filter(many)
                .filter(node -> next(node).stream()
                        .filter(next -> !leadsBack(node, next))
                        .noneMatch(many))
                .forEach(node -> exceeding.put(node, whole(everywhere.at(node))));
        return exceeding;
    }

    private Count passedOnce(ToDoubleFunction<Part> counted) {
        Count count = new Count(counted, true);
        // What a node leads to is counted before it: one round is enough.
        count.grows();
        return count;
    }

    /** How often the node is passed. */
    private ToDoubleFunction<Part> only(Part node) {
        return part -> part == node ? 1.0 / needed(node) : 0;
    }

    /** So many tokens the node takes before one goes on. */
    private int needed(Part node) {
        return node.name().equals("parallelGateway")
                ? Math.max(1, graph.flowsTo(node).size())
                : 1;
    }

    private static long whole(double count) {
        return (long) Math.ceil(count - NEARLY);
    }

    /** How often an event may happen to one activity; nobody knows that of a message or an escalation. */
    private static int times(Part event) {
        if (!event.has("timerEventDefinition")) {
            return 2;
        }
        return event.all()
                .map(time -> TIMES.matcher(time.text()))
                .filter(Matcher::matches)
                .mapToInt(cycle -> Integer.parseInt(cycle.group(1)))
                .max()
                .orElse(1);
    }

    /** What a token at each node becomes, as far as it counts. */
    private final class Count {

        private final ToDoubleFunction<Part> counted;
        private final boolean once;
        private final Map<Part, Double> counts = new HashMap<>();

        /**
         * @param counted for how many a token counts at a node
         * @param once true when a token that is led back only counts for where it comes to, and an event happens once
         */
        Count(ToDoubleFunction<Part> counted, boolean once) {
            this.counted = counted;
            this.once = once;
        }

        /** Counts until nothing changes any more; false as soon as there is more than one, or when nobody would wait for it. */
        boolean staysOne(DoubleSupplier watched) {
            for (int round = 0; round < MOST_ROUNDS; round++) {
                boolean grows = grows();
                if (watched.getAsDouble() > 1 + NEARLY) {
                    return false;
                }
                if (!grows) {
                    return true;
                }
            }
            return false;
        }

        double at(Part node) {
            return counts.getOrDefault(node, 0.0);
        }

        /** What a scope becomes that is entered by one token. */
        double inside(Part scope) {
            return begins(scope).stream().mapToDouble(this::at).sum();
        }

        boolean grows() {
            boolean grows = false;
            for (Part node : order) {
                double now = Math.min(ENDLESS, Math.max(counted.applyAsDouble(node), onward(node)));
                grows |= now > at(node) + NEARLY;
                counts.put(node, now);
            }
            return grows;
        }

        /** The events beside it come on top of what interrupts it or goes on from it. */
        private double onward(Part node) {
            double most = Math.max(along(node), inside(node));
            double aside = 0;
            for (Part event : graph.attachedTo(node)) {
                if (Graph.isInterrupting(event)) {
                    most = Math.max(most, by(node, event));
                } else if (isAside(event)) {
                    aside += by(node, event) * (once ? 1 : times(event));
                }
            }
            return most + aside;
        }

        private double along(Part node) {
            DoubleStream ways = graph.behind(node).stream().mapToDouble(next -> by(node, next));
            double all = CHOOSES.contains(node.name()) ? ways.max().orElse(0) : ways.sum();
            return all / needed(node);
        }

        private double by(Part node, Part next) {
            return once && leadsBack(node, next) ? counted.applyAsDouble(next) : at(next);
        }
    }
}
