package id.siks.casework;

/**
 * A case is about somebody of another name than before, for example because the head of family was corrected. Casework
 * keeps its summary in the same transaction.
 *
 * @param subject as in {@link CaseOpened}
 */
public record SubjectChanged(CaseRef ref, String subject) {}
