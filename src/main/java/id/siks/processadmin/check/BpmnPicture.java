package id.siks.processadmin.check;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Everything is drawn: nobody can compare, follow or print what has no picture. */
@Component
class BpmnPicture implements BpmnRule {

    @Override
    public void check(Bpmn diagram, Findings findings) {
        Map<String, Part> drawn = diagram.root()
                .all()
                .filter(part -> part.uri().equals(BpmnSpaces.DRAWING)
                        && !part.get("bpmnElement").isEmpty())
                .collect(Collectors.toMap(part -> part.get("bpmnElement"), Function.identity(), (one, other) -> one));
        diagram.root()
                .all()
                .filter(part -> part.name().equals("Bounds") && !isAt(part, "x", "y", "width", "height")
                        || part.name().equals("waypoint") && !isAt(part, "x", "y"))
                .forEach(part -> findings.at(part, Rule.PICTURE_INCOMPLETE));
        Set<String> ids =
                diagram.root().all().map(Part::id).filter(Objects::nonNull).collect(Collectors.toSet());
        drawn.forEach((element, picture) -> {
            if (!ids.contains(element)) {
                findings.at(picture, Rule.PICTURE_INCOMPLETE);
            }
        });
        if (drawn.isEmpty()) {
            findings.add(Rule.PICTURE_MISSING);
            return;
        }
        Stream.concat(diagram.graph().nodes(), diagram.graph().flows().stream())
                .filter(part -> !isPlaced(part, drawn.get(part.id())))
                .forEach(part -> findings.at(part, Rule.PICTURE_INCOMPLETE));
    }

    private static boolean isPlaced(Part part, Part shape) {
        if (shape == null) {
            return false;
        }
        boolean line = part.name().equals("sequenceFlow");
        return line ? shape.children("waypoint").size() >= 2 : shape.has("Bounds");
    }

    private static boolean isAt(Part place, String... attributes) {
        return Stream.of(attributes).allMatch(a -> place.get(a).matches("-?\\d{1,6}(\\.\\d{1,20})?"));
    }
}
