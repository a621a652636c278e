package id.siks.processadmin.draft;

import static id.siks.platform.diagram.DrawnProcess.child;
import static id.siks.platform.diagram.DrawnProcess.children;
import static id.siks.platform.diagram.DrawnProcess.id;

import id.siks.platform.diagram.DrawnProcess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.w3c.dom.Element;

/** What diagrams in force call the words they share with the code: steps, moments, messages and routing values. */
final class DiagramWords {

    private static final Pattern CONDITION =
            Pattern.compile("\\$\\{(\\w+)(?:\\s*(?:==|!=)\\s*(?:'([^']*)'|(true|false)))?}");

    private final Map<String, String> steps = new LinkedHashMap<>();
    private final Map<String, String> moments = new LinkedHashMap<>();
    private final Map<String, String> messages = new TreeMap<>();
    private final Map<String, String> errors = new TreeMap<>();
    private final Map<String, Known> values = new TreeMap<>();
    private final Set<String> forms = new TreeSet<>();

    /** Reads one more diagram. */
    void read(DrawnProcess diagram) {
        for (Element node : diagram.nodes()) {
            String expression = node.getAttributeNS(BpmnModelConstants.CAMUNDA_NS, "expression");
            if (!expression.isEmpty()) {
                steps.putIfAbsent(expression, node.getAttribute("name"));
            }
            String form = node.getAttributeNS(BpmnModelConstants.CAMUNDA_NS, "formRef");
            if (!form.isEmpty()) {
                forms.add(form);
            }
            moment(node);
        }
        shared(diagram, "message", "messageRef", "name", messages);
        shared(diagram, "error", "errorRef", "errorCode", errors);
        diagram.elements("sequenceFlow").forEach(flow -> condition(diagram, flow));
    }

    private void moment(Element node) {
        Element timer = child(node, "timerEventDefinition");
        Element date = timer == null ? null : child(timer, "timeDate");
        if (date != null) {
            moments.putIfAbsent(date.getTextContent().strip(), node.getAttribute("name"));
        }
    }

    /** What is told from outside, with the name of the event that waits for it. */
    private static void shared(
            DrawnProcess diagram, String element, String reference, String word, Map<String, String> names) {
        for (Element told : diagram.elements(element)) {
            String name = diagram.elements(element + "EventDefinition").stream()
                    .filter(d -> d.getAttribute(reference).equals(id(told)))
                    .map(d -> ((Element) d.getParentNode()).getAttribute("name"))
                    .findFirst()
                    .orElse("");
            names.putIfAbsent(told.getAttribute(word), name);
        }
    }

    private void condition(DrawnProcess diagram, Element flow) {
        List<Element> conditions = children(flow, "conditionExpression");
        Matcher parts = CONDITION.matcher(
                conditions.isEmpty() ? "" : conditions.get(0).getTextContent().strip());
        if (!parts.matches()) {
            return;
        }
        Element asked = diagram.find(flow.getAttribute("sourceRef"));
        Known known = values.computeIfAbsent(
                parts.group(1), name -> new Known(asked.getAttribute("name"), new LinkedHashMap<>()));
        if (parts.group(2) == null) {
            known.answers.putIfAbsent("true", "");
            known.answers.putIfAbsent("false", "");
        } else {
            known.answers.putIfAbsent(parts.group(2), flow.getAttribute("name"));
        }
    }

    /** Expressions of steps with the name of the first task that calls them. */
    Map<String, String> steps() {
        return steps;
    }

    /** Expressions of moments timers wait for, with the name of the first such timer. */
    Map<String, String> moments() {
        return moments;
    }

    /** Messages with the name of the event that waits for them. */
    Map<String, String> messages() {
        return messages;
    }

    /** Codes of errors with the name of the event that catches them. */
    Map<String, String> errors() {
        return errors;
    }

    /** Routing values gateways read. */
    Map<String, Known> values() {
        return values;
    }

    /** Forms user tasks refer to. */
    Set<String> forms() {
        return forms;
    }

    /**
     * A routing value.
     *
     * @param asked the question of the gateway that reads it
     * @param answers what it may be, with the words at the flow that is then taken
     */
    record Known(String asked, Map<String, String> answers) {}
}
