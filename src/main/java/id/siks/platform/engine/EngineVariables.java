package id.siks.platform.engine;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** Routing values that every process carries. Nothing personal is ever among them (security requirement 22). */
public final class EngineVariables {

    /** Area the case belongs to: digits only. */
    public static final String AREA_CODE = "areaCode";

    /** Kind of the case, a code of the glossary. */
    public static final String KIND = "kind";

    /** Names the engine has for itself: what an expression calls its objects, and how it counts what is repeated. */
    public static final Set<String> RESERVED = Stream.concat(
                    RestrictedExpressions.ENGINE_OBJECTS.stream(),
                    Stream.of(
                            MultiInstanceActivityBehavior.NUMBER_OF_INSTANCES,
                            MultiInstanceActivityBehavior.NUMBER_OF_ACTIVE_INSTANCES,
                            MultiInstanceActivityBehavior.NUMBER_OF_COMPLETED_INSTANCES,
                            MultiInstanceActivityBehavior.LOOP_COUNTER))
            .collect(Collectors.toUnmodifiableSet());

    /** A value that the next gateway or branch reads at once; the engine never writes it down. */
    public static TypedValue passing(Object value) {
        return Variables.untypedValue(value, true);
    }

    private EngineVariables() {}
}
