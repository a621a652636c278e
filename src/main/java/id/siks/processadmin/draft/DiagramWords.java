package id.siks.processadmin.draft;

import static id.siks.platform.diagram.DrawnProcess.child;
import static id.siks.platform.diagram.DrawnProcess.children;
import static id.siks.platform.diagram.DrawnProcess.id;

import id.siks.platform.diagram.DrawnProcess;
import java.util.ArrayList;
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

    private static final Pattern READ = Pattern.compile("[$#]\\{([a-z][A-Za-z0-9]*)(?=[ }])");

    private final Map<String, String> steps = new LinkedHashMap<>();
    private final Map<String, String> moments = new LinkedHashMap<>();
    private final Map<String, String> messages = new TreeMap<>();
    private final Map<String, String> errors = new TreeMap<>();
    private final Map<String, String> escalations = new TreeMap<>();
    private final Map<String, Known> values = new TreeMap<>();
    private final List<Each> collections = new ArrayList<>();
    private final Set<String> forms = new TreeSet<>();
    private final Set<String> decided = new TreeSet<>();
    private final Set<String> told = new TreeSet<>();

    /** Reads one more diagram. */
    void read(String content) {
        Matcher read = READ.matcher(content);
        while (read.find()) {
            told.add(read.group(1));
        }
        read(new DrawnProcess(content));
    }

    private void read(DrawnProcess diagram) {
        for (Element node : diagram.nodes()) {
            String expression = node.getAttributeNS(BpmnModelConstants.CAMUNDA_NS, "expression");
            if (!expression.isEmpty()) {
                steps.putIfAbsent(expression, node.getAttribute("name"));
            }
            String form = node.getAttributeNS(BpmnModelConstants.CAMUNDA_NS, "formRef");
            if (!form.isEmpty()) {
                forms.add(form);
            }
            String result = node.getAttributeNS(BpmnModelConstants.CAMUNDA_NS, "resultVariable");
            if (!result.isEmpty()) {
                decided.add(result);
            }
            moment(node);
            collection(node);
        }
        shared(diagram, "message", "messageRef", "name", messages);
        shared(diagram, "error", "errorRef", "errorCode", errors);
        shared(diagram, "escalation", "escalationRef", "escalationCode", escalations);
        diagram.elements("sequenceFlow").forEach(flow -> condition(diagram, flow));
    }

    private void collection(Element node) {
        Element loop = child(node, "multiInstanceLoopCharacteristics");
        String collection = loop == null ? "" : loop.getAttributeNS(BpmnModelConstants.CAMUNDA_NS, "collection");
        if (!collection.isEmpty()) {
            collections.add(new Each(
                    collection,
                    loop.getAttributeNS(BpmnModelConstants.CAMUNDA_NS, "elementVariable"),
                    node.getAttribute("name")));
        }
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

    /** Codes of escalations with the name of the event that hears or raises them. */
    Map<String, String> escalations() {
        return escalations;
    }

    /** What is done for each of something. */
    List<Each> collections() {
        return collections;
    }

    /** Values the diagrams' own tables give. */
    Set<String> decided() {
        return decided;
    }

    /** Every value the diagrams read somewhere. */
    Set<String> told() {
        return told;
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

    /**
     * Something done for each of a collection.
     *
     * @param collection expression of the collection
     * @param element what each of it is called
     * @param label name of the node
     */
    record Each(String collection, String element, String label) {}
}
