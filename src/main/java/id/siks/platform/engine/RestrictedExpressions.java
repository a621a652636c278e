package id.siks.platform.engine;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;

/**
 * Expressions in diagrams know variables, lists, maps and the step façades, and nothing else: no application context, no
 * bean properties, no reflection (security requirement 4).
 */
class RestrictedExpressions extends JuelExpressionManager {

    static final Set<String> ENGINE_OBJECTS = Set.of(
            VariableScopeElResolver.EXECUTION_KEY,
            VariableScopeElResolver.CASE_EXECUTION_KEY,
            VariableScopeElResolver.TASK_KEY,
            VariableScopeElResolver.EXTERNAL_TASK_KEY,
            VariableScopeElResolver.LOGGED_IN_USER_KEY);

    private final StepFacades facades;

    RestrictedExpressions(StepFacades facades) {
        this.facades = facades;
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new FacadeResolver());
        resolver.add(new VariablesOnly());
        resolver.add(new VariableContextElResolver());
        resolver.add(new ListELResolver(true));
        resolver.add(new MapELResolver(true));
        return resolver;
    }

    /** Variables by name, but never the engine's own objects. */
    private static final class VariablesOnly extends VariableScopeElResolver {

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            if (base == null && property instanceof String name && ENGINE_OBJECTS.contains(name)) {
                return null;
            }
            return super.getValue(context, base, property);
        }
    }

    /** <code>${proposalTrunk.matchIdentity()}</code>: the execution is handed over by us, never by the diagram. */
    private final class FacadeResolver extends ELResolver {

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            if (base == null && property instanceof String name) {
                StepFacades.StepFacade facade = facades.find(name);
                if (facade != null) {
                    context.setPropertyResolved(true);
                    return facade;
                }
            }
            return null;
        }

        @Override
        public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] args) {
            if (!(base instanceof StepFacades.StepFacade facade) || (args != null && args.length > 0)) {
                return null;
            }
            VariableScope scope = (VariableScope) context.getContext(VariableScope.class);
            if (!(scope instanceof DelegateExecution execution)) {
                return null;
            }
            Object result = facade.call(String.valueOf(method), execution);
            context.setPropertyResolved(true);
            return result;
        }

        @Override
        public Class<?> getType(ELContext context, Object base, Object property) {
            return null;
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            // Façades have no properties: left unresolved, so that the engine refuses.
        }

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object property) {
            return true;
        }

        @Override
        public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
            return Collections.emptyIterator();
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, Object base) {
            return Object.class;
        }
    }
}
