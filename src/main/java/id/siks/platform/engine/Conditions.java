package id.siks.platform.engine;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.springframework.stereotype.Component;

/** Evaluates the conditions of a diagram that nobody follows yet, as the engine would: by its own restricted expressions. */
@Component
public class Conditions {

    private final JuelExpressionManager expressions;

    Conditions(ProcessEngine engine) {
        ProcessEngineConfigurationImpl set = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.expressions = (JuelExpressionManager) set.getExpressionManager();
    }

    /**
     * Whether the condition holds.
     *
     * @param condition as it stands in the diagram
     * @param values what is known, by name of the variable
     * @throws IllegalArgumentException when it cannot be evaluated with these values, or is no condition
     */
    public boolean holds(String condition, Map<String, Object> values) {
        try {
            VariableContext known = Variables.fromMap(values).asVariableContext();
            Object answer = expressions.createValueExpression(condition).getValue(expressions.createElContext(known));
            if (answer instanceof Boolean held) {
                return held;
            }
        } catch (ProcessEngineException | ELException unanswered) {
            throw new IllegalArgumentException("A condition cannot be evaluated", unanswered);
        }
        throw new IllegalArgumentException("A condition is neither true nor false");
    }
}
