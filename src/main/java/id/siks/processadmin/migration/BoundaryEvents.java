package id.siks.processadmin.migration;

import id.siks.platform.diagram.DrawnProcess;
import id.siks.platform.engine.TaskTimers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * The timers and messages at the border of a step that moves: which of the target's take their places. For one without a place
 * the engine forgets how long it has waited, and whether it has fired.
 */
final class BoundaryEvents {

    private static final String TIMER = "timerEventDefinition";
    private static final Set<String> WAITING = Set.of(TIMER, "messageEventDefinition");

    private final Steps steps;
    private final String host;

    private BoundaryEvents(Steps steps, String host) {
        this.steps = steps;
        this.host = host;
    }

    /** By the id of the event; equal ones first, then those that are called alike, then those that wait for the same. */
    static Map<String, String> of(Pair pair, String step, String place) {
        BoundaryEvents before = new BoundaryEvents(pair.source(), step);
        BoundaryEvents after = new BoundaryEvents(pair.target(), place);
        List<Element> open = before.events();
        List<Element> free = after.events();
        Map<String, String> found = new LinkedHashMap<>();
        Stream.<BiFunction<BoundaryEvents, Element, String>>of(
                        BoundaryEvents::id, BoundaryEvents::name, BoundaryEvents::trigger)
                .forEach(mark -> open.removeIf(event -> {
                    String wanted = mark.apply(before, event);
                    Optional<Element> taken = free.stream()
                            .filter(other -> !wanted.isEmpty() && kind(other).equals(kind(event)))
                            .filter(other -> mark.apply(after, other).equals(wanted))
                            .findFirst();
                    taken.ifPresent(other -> {
                        free.remove(other);
                        found.put(DrawnProcess.id(event), DrawnProcess.id(other));
                    });
                    return taken.isPresent();
                }));
        return found;
    }

    private List<Element> events() {
        return new ArrayList<>(steps.attached(host).stream()
                .filter(event -> !kind(event).isEmpty())
                .toList());
    }

    private static String kind(Element event) {
        return WAITING.stream()
                .filter(kind -> DrawnProcess.has(event, kind))
                .findFirst()
                .orElse("");
    }

    /** The timer of the ladder is called after its task. */
    private String id(Element event) {
        return isRung(event) ? TaskTimers.ELEMENT : DrawnProcess.id(event);
    }

    private String name(Element event) {
        return isRung(event) ? "" : event.getAttribute("name");
    }

    private String trigger(Element event) {
        if (isRung(event)) {
            return "";
        }
        return kind(event).equals(TIMER)
                ? DrawnProcess.child(event, TIMER).getTextContent().strip()
                : steps.message(DrawnProcess.id(event));
    }

    private boolean isRung(Element event) {
        return DrawnProcess.id(event).equals(host + TaskTimers.ELEMENT);
    }
}
