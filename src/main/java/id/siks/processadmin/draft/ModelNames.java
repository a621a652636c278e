package id.siks.processadmin.draft;

import id.siks.platform.diagram.DrawnProcess;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;
import org.w3c.dom.Element;

/**
 * What diagrams and tables call themselves and their tasks. Every list of models asks, and a file that is in force never
 * changes, so each is read once.
 */
@Component
class ModelNames {

    /** More than are in force at a time. */
    private static final int KEPT = 200;

    private final ConcurrentLruCache<String, Names> read = new ConcurrentLruCache<>(KEPT, ModelNames::read);

    /** The names in a diagram or table; {@link IllegalArgumentException} for a file that is neither. */
    Names in(String content) {
        return read.get(content);
    }

    private static Names read(String content) {
        DrawnProcess file = new DrawnProcess(content);
        String title = Stream.of("process", "decision")
                .map(file::elements)
                .flatMap(List::stream)
                .findFirst()
                .map(named -> named.getAttribute("name"))
                .orElse("");
        Map<String, String> tasks = new HashMap<>();
        for (Element task : file.elements("userTask")) {
            String form = task.getAttributeNS(BpmnModelConstants.CAMUNDA_NS, "formRef");
            if (!form.isEmpty()) {
                tasks.putIfAbsent(form, task.getAttribute("name"));
            }
        }
        return new Names(title, Map.copyOf(tasks));
    }

    /**
     * The names in one file.
     *
     * @param title of the process or the first decision; empty when it has none
     * @param tasks what user tasks are called, by the form they use
     */
    record Names(String title, Map<String, String> tasks) {}
}
