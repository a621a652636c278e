package id.siks.processadmin.replay;

import id.siks.platform.diagram.DrawnProcess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** The timers of a diagram. When they would have fired nobody is asked: cases that ended tell where they went, not what they waited out. */
public final class Timers {

    private Timers() {}

    /** Names of the events whose time is another one in the newer diagram, or that came or went; of both, which were checked. */
    public static List<String> changed(DrawnProcess before, DrawnProcess after) {
        Map<String, Timer> was = of(before);
        Map<String, Timer> is = of(after);
        return Stream.concat(is.keySet().stream(), was.keySet().stream())
                .distinct()
                .filter(id -> !Objects.equals(time(was.get(id)), time(is.get(id))))
                .map(id -> is.getOrDefault(id, was.get(id)).name())
                .distinct()
                .toList();
    }

    private record Timer(String name, String time) {}

    private static String time(Timer timer) {
        return timer == null ? null : timer.time();
    }

    private static Map<String, Timer> of(DrawnProcess diagram) {
        Map<String, Timer> timers = new LinkedHashMap<>();
        for (Element timer : diagram.elements("timerEventDefinition")) {
            Element event = (Element) timer.getParentNode();
            String id = DrawnProcess.id(event);
            String name = event.getAttribute("name");
            String kind = Stream.of("timeDate", "timeDuration", "timeCycle")
                    .filter(each -> DrawnProcess.has(timer, each))
                    .findFirst()
                    .orElse("");
            timers.put(
                    id,
                    new Timer(
                            name.isEmpty() ? id : "«" + name + "»",
                            kind + " " + timer.getTextContent().strip()));
        }
        return timers;
    }
}
