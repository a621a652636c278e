package id.siks.platform.engine;

/** Routing values that every process carries. Nothing personal is ever among them (security requirement 22). */
public final class EngineVariables {

    /** Area the case belongs to: digits only. */
    public static final String AREA_CODE = "areaCode";

    /** Kind of the case, a code of the glossary. */
    public static final String KIND = "kind";

    private EngineVariables() {}
}
