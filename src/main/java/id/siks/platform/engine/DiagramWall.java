package id.siks.platform.engine;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Refuses diagrams that name code themselves: scripts, classes, connectors, programs of the operating system. Expressions
 * are the other way to code; {@link RestrictedExpressions} closes that one. No activity spreads over too many branches.
 */
class DiagramWall extends AbstractBpmnParseListener {

    static final int MOST_BRANCHES = 500;

    /** Branches within branches, those of calling processes counted in: all villages of a regency are below a thousand. */
    static final int MOST_TOGETHER = 10_000;

    private static final Set<String> ELEMENTS = Set.of("scriptTask", "script", "connector", "field", "validation");
    private static final Set<String> ATTRIBUTES =
            Set.of("class", "delegateExpression", "scriptFormat", "resource", "variableMappingClass");
    private static final String STANDARD = "http://www.omg.org/spec/";
    private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final Set<String> HARMLESS_TYPES = Set.of("external");

    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
        inspect(root);
    }

    @Override
    public void parseMultiInstanceLoopCharacteristics(Element activity, Element loop, ActivityImpl body) {
        Element number = loop.element("loopCardinality");
        MultiInstanceActivityBehavior many = (MultiInstanceActivityBehavior) body.getActivityBehavior();
        int fixed = number == null ? 0 : requireFew(number);
        body.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener)
                e -> refuseTooMany(number == null ? branches(many, e) : fixed, e));
    }

    private static int requireFew(Element number) {
        String text = number.getText().strip();
        if (!text.matches("[1-9]\\d{0,2}") || Integer.parseInt(text) > MOST_BRANCHES) {
            throw new BpmnParseException("Not allowed in diagrams: loopCardinality " + text, number);
        }
        return Integer.parseInt(text);
    }

    private static int branches(MultiInstanceActivityBehavior many, DelegateExecution execution) {
        Object branches = many.getCollectionExpression() == null
                ? execution.getVariable(many.getCollectionVariable())
                : many.getCollectionExpression().getValue(execution);
        return branches instanceof Collection<?> collection ? collection.size() : 0;
    }

    // Security requirement 5. Refused before the first branch is made, so that nothing of it is left.
    private static void refuseTooMany(int branches, DelegateExecution execution) {
        if (branches > MOST_BRANCHES) {
            throw new ProcessEngineException("%s would have %d branches at once, %d are allowed"
                    .formatted(execution.getCurrentActivityId(), branches, MOST_BRANCHES));
        }
        long together = branches;
        for (ExecutionEntity at = around(execution); at != null && together <= MOST_TOGETHER; at = around(at)) {
            Object more = at.getVariableLocal(MultiInstanceActivityBehavior.NUMBER_OF_INSTANCES);
            together *= more instanceof Integer number ? number : 1;
        }
        if (together > MOST_TOGETHER) {
            throw new ProcessEngineException("%s would have %d branches within branches, %d are allowed"
                    .formatted(execution.getCurrentActivityId(), together, MOST_TOGETHER));
        }
    }

    /** What an execution is part of, also in the process that called this one. */
    private static ExecutionEntity around(DelegateExecution execution) {
        ExecutionEntity at = (ExecutionEntity) execution;
        return at.getParent() != null ? at.getParent() : at.getSuperExecution();
    }

    private void inspect(Element element) {
        if (ELEMENTS.contains(element.getTagName())) {
            throw new BpmnParseException("Not allowed in diagrams: " + element.getTagName(), element);
        }
        for (String key : element.attributes()) {
            inspect(element, key);
        }
        if (isLateSignal(element)) {
            throw new BpmnParseException("Not allowed in diagrams: an asynchronous signal", element);
        }
        element.elements().forEach(this::inspect);
    }

    // It would be delivered by a job of its own, which NoEventJobs does not look for.
    private static boolean isLateSignal(Element element) {
        return element.getTagName().equals("signalEventDefinition")
                && element.attributes().stream()
                        .anyMatch(key -> key.endsWith(":async") && Boolean.parseBoolean(element.attribute(key)));
    }

    // The engine reads its own attributes in two name spaces, and plain ones on its own elements.
    private static void inspect(Element element, String key) {
        String name = key.substring(key.lastIndexOf(':') + 1);
        boolean standard = key.equals(name) && isStandard(element.getUri()) || key.startsWith(SCHEMA_INSTANCE);
        boolean program = name.equals("type") && !HARMLESS_TYPES.contains(element.attribute(key)) && !key.equals(name);
        if (!standard && (ATTRIBUTES.contains(name) || program)) {
            throw new BpmnParseException("Not allowed in diagrams: " + name + " " + element.attribute(key), element);
        }
    }

    private static boolean isStandard(String space) {
        return space != null && space.startsWith(STANDARD);
    }
}
