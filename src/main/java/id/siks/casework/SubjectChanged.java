package id.siks.casework;

import java.util.List;

/**
 * Cases are about somebody of another name than before: the head of family was corrected, or the names of many were erased.
 * Casework keeps its summaries in the same transaction; whoever else keeps the name does so with one statement as well.
 *
 * @param refs the cases
 * @param subject as in {@link CaseOpened}, the same for all
 */
public record SubjectChanged(List<CaseRef> refs, String subject) {

    /** One case. */
    public static SubjectChanged of(CaseRef ref, String subject) {
        return new SubjectChanged(List.of(ref), subject);
    }
}
