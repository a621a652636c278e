package id.siks.models;

import static id.siks.models.Diagram.id;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** Security requirements 2 and 3: only known elements, attributes and expressions. */
final class SafetyRule implements ModelRule {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final Set<String> ELEMENTS = Set.of(
            "definitions",
            "process",
            "incoming",
            "outgoing",
            "documentation",
            "extensionElements",
            "sequenceFlow",
            "conditionExpression",
            "message",
            "error",
            "escalation",
            "messageEventDefinition",
            "errorEventDefinition",
            "escalationEventDefinition",
            "timerEventDefinition",
            "terminateEventDefinition",
            "timeDate",
            "timeDuration",
            "timeCycle",
            "multiInstanceLoopCharacteristics",
            "loopCardinality",
            "textAnnotation",
            "association",
            "text");
    private static final Set<String> CAMUNDA_ELEMENTS = Set.of("failedJobRetryTimeCycle");
    private static final Set<String> CAMUNDA_ATTRIBUTES = Set.of(
            "historyTimeToLive",
            "versionTag",
            "expression",
            "assignee",
            "candidateGroups",
            "dueDate",
            "formRef",
            "formRefBinding",
            "asyncBefore",
            "asyncAfter",
            "exclusive",
            "jobPriority",
            "collection",
            "elementVariable",
            "decisionRef",
            "decisionRefBinding",
            "mapDecisionResult",
            "resultVariable");
    private static final Pattern STEP = Pattern.compile("\\$\\{[a-zA-Z]+\\.[a-zA-Z]+\\(\\)}");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[a-z][a-zA-Z]*}");
    private static final Pattern COMPARISON =
            Pattern.compile("\\$\\{[a-z][a-zA-Z]* (==|!=) ('[a-zA-Z-]+'|true|false)}");

    @Override
    public List<String> faults(Diagram diagram) {
        List<String> faults = new ArrayList<>();
        for (Element element : diagram.everything()) {
            known(element, faults);
            expressions(element, faults);
        }
        return faults;
    }

    private static void known(Element element, List<String> faults) {
        String name = element.getLocalName();
        boolean known =
                !BPMN.equals(element.getNamespaceURI()) || ELEMENTS.contains(name) || Diagram.NODES.contains(name);
        if (Diagram.CAMUNDA.equals(element.getNamespaceURI())) {
            known = CAMUNDA_ELEMENTS.contains(name);
        }
        if (!known) {
            faults.add(name + " " + id(element) + " is not allowed");
        }
    }

    private static void expressions(Element element, List<String> faults) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            boolean camunda = Diagram.CAMUNDA.equals(attribute.getNamespaceURI());
            if (camunda && !CAMUNDA_ATTRIBUTES.contains(attribute.getLocalName())) {
                faults.add(id(element) + " has the attribute " + attribute.getLocalName());
            }
            boolean step = camunda && attribute.getLocalName().equals("expression");
            check(element, attribute.getValue(), step, faults);
        }
        if (Diagram.isLeaf(element)) {
            // A timer may ask a step for its date.
            boolean date = element.getLocalName().equals("timeDate");
            check(
                    element,
                    element.getTextContent(),
                    date && STEP.matcher(element.getTextContent()).matches(),
                    faults);
        }
    }

    private static void check(Element element, String text, boolean step, List<String> faults) {
        if (!text.contains("${") && !text.contains("#{")) {
            return;
        }
        boolean plain =
                VARIABLE.matcher(text).matches() || COMPARISON.matcher(text).matches();
        if (step ? !STEP.matcher(text).matches() : !plain) {
            faults.add(id(element) + " has the expression " + text);
        }
    }
}
