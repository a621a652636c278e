package id.siks.platform.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** The only beans a diagram can reach, and of them only the methods made for it. */
@Component
public class StepFacades {

    private static final Pattern WORD = Pattern.compile("-+(\\w?)");

    private final ListableBeanFactory beans;
    private volatile Map<String, StepFacade> facades;

    StepFacades(ListableBeanFactory beans) {
        this.beans = beans;
    }

    /** The façade called {@code name} in diagrams, or null. */
    StepFacade find(String name) {
        return all().get(name);
    }

    /** Name of the façade of a process, and of the answer of a task: {@code proposal-trunk} becomes {@code proposalTrunk}. */
    public static String nameFor(String key) {
        return WORD.matcher(key).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }

    /** True when the diagrams may write <code>${name.method()}</code>. */
    public boolean knows(String name, String method) {
        StepFacade facade = find(name);
        return facade != null && facade.methods.containsKey(method);
    }

    /** The methods diagrams may call, by the name of their façade. */
    public Map<String, Set<String>> methods() {
        return all().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, e -> Set.copyOf(e.getValue().methods.keySet())));
    }

    /** True when that step answers with a moment, which only a timer asks for; false too when there is no such step. */
    public boolean tellsTime(String name, String method) {
        return knows(name, method) && find(name).methods.get(method).getReturnType() == Date.class;
    }

    // The steps need the engine and the engine needs the steps: they are looked up at the first call.
    private Map<String, StepFacade> all() {
        if (facades == null) {
            facades = beans.getBeansWithAnnotation(ProcessSteps.class).entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> new StepFacade(e.getValue())));
        }
        return facades;
    }

    /** One class of steps and the methods it offers. */
    static final class StepFacade {

        private final Object steps;
        private final Map<String, Method> methods;

        private StepFacade(Object steps) {
            this.steps = steps;
            this.methods = Arrays.stream(steps.getClass().getMethods())
                    .filter(m -> Modifier.isPublic(m.getModifiers()))
                    .filter(m -> Arrays.equals(m.getParameterTypes(), new Class<?>[] {DelegateExecution.class}))
                    // The classes of steps stay private to their package; their public methods are for the diagrams.
                    .filter(Method::trySetAccessible)
                    .collect(Collectors.toUnmodifiableMap(Method::getName, Function.identity()));
        }

        Object call(String method, DelegateExecution execution) {
            Method step = methods.get(method);
            if (step == null) {
                throw new ProcessEngineException("No such step: " + method);
            }
            try {
                return step.invoke(steps, execution);
            } catch (InvocationTargetException e) {
                if (e.getTargetException() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new ProcessEngineException(e.getTargetException());
            } catch (IllegalAccessException e) {
                throw new ProcessEngineException(e);
            }
        }
    }
}
