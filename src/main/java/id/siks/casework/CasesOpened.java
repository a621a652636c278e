package id.siks.casework;

import java.util.List;

/** Many cases exist, told at once so that they are written together; otherwise as {@link CaseOpened}. */
public record CasesOpened(List<CaseOpened> cases) {}
