package id.siks.processadmin.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * An event at which a diagram hears a message, an error or an escalation.
 *
 * @param graph the process it stands in
 * @param event the event
 * @param trigger what it hears: {@code message}, {@code error} or {@code escalation}
 * @param word name of the message, else the code; an empty code is any
 */
record Ear(Graph graph, Part event, String trigger, String word) {

    private static final String SAID = "processadmin.check.heard.";
    private static final Map<String, String> WORDS =
            Map.of("message", "name", "error", "errorCode", "escalation", "escalationCode");

    /** All of a diagram. */
    static List<Ear> of(Part root, Graph graph) {
        return graph.nodes()
                .filter(node -> Set.of("startEvent", "boundaryEvent", "intermediateCatchEvent")
                        .contains(node.name()))
                .flatMap(event -> Graph.definitions(event).stream().flatMap(heard -> of(root, graph, event, heard)))
                .toList();
    }

    private static Stream<Ear> of(Part root, Graph graph, Part event, Part definition) {
        String trigger = definition.name().replace("EventDefinition", "");
        return root.children(trigger).stream()
                .filter(told -> definition.get(trigger + "Ref").equals(told.id()))
                .map(told -> new Ear(graph, event, trigger, told.get(WORDS.get(trigger))));
    }

    /** True when the other hears what this one does, wherever it stands. */
    boolean hearsLike(Ear other) {
        boolean any = !trigger.equals("message") && other.word.isEmpty();
        return other.trigger.equals(trigger) && (any || other.word.equals(word));
    }

    /** True when what this one hears is heard in the other diagram at each place where it is said. */
    boolean isKept(Graph there, List<Ear> ears) {
        return switch (event.name()) {
            case "startEvent" -> ears.stream().anyMatch(this::beginsLike);
            case "boundaryEvent" -> isKeptBeside(there, ears);
            default -> isKeptBehind(there, ears);
        };
    }

    private boolean beginsLike(Ear other) {
        return hearsLike(other) && standsLike(other) && scope().equals(other.scope());
    }

    private boolean standsLike(Ear other) {
        return other.event.name().equals(event.name())
                && Graph.isInterrupting(other.event) == Graph.isInterrupting(event);
    }

    /** Id of what the event subprocess lies in; empty for the process itself. */
    private String scope() {
        Part around = event.parent().parent();
        return around == graph.process() ? "" : around.id();
    }

    /** An error is said by a step, which may be left out; everything else is said whatever is drawn. */
    private boolean isKeptBeside(Graph there, List<Ear> ears) {
        Part activity = graph.node(event.get("attachedToRef"));
        List<Part> same = there.nodes().filter(node -> isSame(activity, node)).toList();
        return (!same.isEmpty() || trigger.equals("error"))
                && same.stream().allMatch(node -> ears.stream()
                        .anyMatch(ear -> hearsLike(ear)
                                && standsLike(ear)
                                && ear.event.get("attachedToRef").equals(node.id())));
    }

    private static boolean isSame(Part one, Part other) {
        String step = Graph.step(one);
        return step.isEmpty() ? one.id().equals(other.id()) : step.equals(Graph.step(other));
    }

    /** Between the step after which it is said and the place nothing is waited for: it would be said to nobody. */
    private boolean isKeptBehind(Graph there, List<Ear> ears) {
        Set<Part> places = ears.stream()
                .filter(ear -> ear.event.name().equals(event.name()) && hearsLike(ear))
                .map(Ear::place)
                .filter(place -> !Graph.isRepeated(place) || Graph.isRepeated(place()))
                .collect(Collectors.toSet());
        Set<String> steps = before().stream().map(Graph::step).collect(Collectors.toSet());
        return !places.isEmpty()
                && there.nodes()
                        .filter(node -> steps.contains(Graph.step(node)))
                        .allMatch(node -> leads(there, node, places::contains, new HashMap<>()));
    }

    /** The event gateway in front of it, else itself. */
    private Part place() {
        return graph.gatewayBefore(event).orElse(event);
    }

    /** The steps directly before its place. */
    private List<Part> before() {
        return graph.flowsTo(place()).stream()
                .flatMap(flow -> Origins.of(graph, flow).stream())
                .distinct()
                .map(graph::node)
                .filter(node -> !Graph.step(node).isEmpty())
                .toList();
    }

    /** True when the first thing waited for behind the node is a place, whichever way is taken. */
    private static boolean leads(Graph graph, Part node, Predicate<Part> place, Map<Part, Boolean> known) {
        if (Graph.isLeftByJob(node)) {
            return false;
        }
        if (known.containsKey(node)) {
            return known.get(node);
        }
        // Where a way turns without waiting, the other ways out of it tell.
        known.put(node, true);
        Predicate<Part> there = next -> place.test(next) && !Graph.isBegunByJob(next)
                || !Graph.isWait(next) && !next.name().equals("endEvent") && leads(graph, next, place, known);
        Stream<Part> next = graph.behind(node).stream();
        boolean leads = node.name().equals("parallelGateway") ? next.anyMatch(there) : next.allMatch(there);
        known.put(node, leads);
        return leads;
    }

    /** Where it is heard, as a sentence goes on. */
    MessageSourceResolvable where() {
        return switch (event.name()) {
            case "startEvent" -> said(Graph.isInterrupting(event) ? "begins-and-ends" : "begins");
            case "boundaryEvent" -> said("beside", called(graph.node(event.get("attachedToRef"))));
            default -> said("behind", before().stream().map(Ear::called).collect(Collectors.joining(", ")));
        };
    }

    private static String called(Part node) {
        return node.get("name").isEmpty() ? node.id() : "«" + node.get("name") + "»";
    }

    private static MessageSourceResolvable said(String key, Object... args) {
        return new DefaultMessageSourceResolvable(new String[] {SAID + key}, args);
    }
}
