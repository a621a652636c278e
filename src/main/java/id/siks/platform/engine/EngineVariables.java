package id.siks.platform.engine;

import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** Routing values that every process carries. Nothing personal is ever among them (security requirement 22). */
public final class EngineVariables {

    /** Area the case belongs to: digits only. */
    public static final String AREA_CODE = "areaCode";

    /** Kind of the case, a code of the glossary. */
    public static final String KIND = "kind";

    /** A value that the next gateway or branch reads at once; the engine never writes it down. */
    public static TypedValue passing(Object value) {
        return Variables.untypedValue(value, true);
    }

    private EngineVariables() {}
}
