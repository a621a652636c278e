package id.siks.processadmin.sop;

import static id.siks.platform.diagram.DrawnProcess.id;

import id.siks.processadmin.sop.Sop.Choice;
import id.siks.processadmin.sop.Sop.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Where one step of a flow goes on: through gateways to the next steps and ends. */
final class SopWays {

    private static final int MOST = 24;

    private final SopFlow flow;
    private final Map<String, Integer> numbers;
    private final List<Way> ways = new ArrayList<>();

    private SopWays(SopFlow flow, Map<String, Integer> numbers) {
        this.flow = flow;
        this.numbers = numbers;
    }

    /** At most {@value #MOST}. */
    static List<Way> of(Element step, SopFlow flow, Map<String, Integer> numbers) {
        SopWays found = new SopWays(flow, numbers);
        found.leave(step, new Trail(List.of(), Choice.ANSWERED, Set.of()));
        for (Element event : flow.boundaries(step)) {
            found.leave(event, new Trail(List.of(event.getAttribute("name")), Choice.ANSWERED, Set.of()));
        }
        return List.copyOf(found.ways.subList(0, Math.min(MOST, found.ways.size())));
    }

    private void leave(Element node, Trail trail) {
        flow.outgoing(node).forEach(leaving -> arrive(flow.target(leaving), trail));
    }

    private void arrive(Element node, Trail trail) {
        if (!node.getLocalName().endsWith("Gateway")) {
            ways.add(new Way(
                    trail.conditions(), trail.choice(), numbers.getOrDefault(id(node), 0), node.getAttribute("name")));
        } else if (!trail.passed().contains(id(node)) && ways.size() < MOST) {
            for (Element leaving : flow.outgoing(node)) {
                arrive(
                        flow.target(leaving),
                        trail.through(node, flow.outgoing(node).size() > 1 ? leaving : null));
            }
        }
    }

    private static String answer(Element gateway, Element leaving) {
        return (gateway.getAttribute("name") + " " + leaving.getAttribute("name")).strip();
    }

    /** What was answered and passed on the way. */
    private record Trail(List<String> conditions, Choice choice, Set<String> passed) {

        /** On behind a gateway; {@code leaving} is null where it has one way out only. */
        private Trail through(Element gateway, Element leaving) {
            List<String> answers = new ArrayList<>(conditions);
            Choice chosen = choice;
            if (leaving != null) {
                switch (gateway.getLocalName()) {
                    case "exclusiveGateway" -> answers.add(answer(gateway, leaving));
                    case "parallelGateway" -> chosen = Choice.TOGETHER;
                    default -> chosen = Choice.FIRST;
                }
            }
            return new Trail(
                    answers,
                    chosen,
                    Stream.concat(passed.stream(), Stream.of(id(gateway))).collect(Collectors.toSet()));
        }
    }
}
