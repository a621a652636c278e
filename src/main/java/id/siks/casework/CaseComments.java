package id.siks.casework;

/** What those who handle a case tell each other; implemented by the worklist, the timeline page leads there. */
public interface CaseComments {

    /** How many comments the case has. */
    int count(CaseRef ref);

    /** Path of the page they are on. */
    String path(CaseRef ref);
}
