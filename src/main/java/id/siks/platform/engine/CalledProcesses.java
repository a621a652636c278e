package id.siks.platform.engine;

import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallableElementActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.core.model.CallableElement;
import org.camunda.bpm.engine.impl.core.model.CallableElementParameter;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * A process that another one calls works at the same case: it has its business key, and the area and kind every process carries,
 * whatever the diagram hands on. The engine would begin it with nothing.
 */
class CalledProcesses extends AbstractBpmnParseListener {

    @Override
    public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
        CallableElement called =
                ((CallableElementActivityBehavior) activity.getActivityBehavior()).getCallableElement();
        called.setBusinessKeyValueProvider(new Handed(caller -> ((DelegateExecution) caller).getProcessBusinessKey()));
        // Behind what the diagram hands on: the last of a name counts.
        List.of(EngineVariables.AREA_CODE, EngineVariables.KIND).forEach(variable -> called.addInput(input(variable)));
    }

    private static CallableElementParameter input(String variable) {
        CallableElementParameter input = new CallableElementParameter();
        input.setSourceValueProvider(new Handed(caller -> caller.getVariable(variable)));
        input.setTarget(variable);
        return input;
    }

    /** Something of the caller. */
    private record Handed(Function<VariableScope, Object> of) implements ParameterValueProvider {

        @Override
        public Object getValue(VariableScope caller) {
            return of.apply(caller);
        }

        @Override
        public boolean isDynamic() {
            return true;
        }
    }
}
