package id.siks.casework;

import id.siks.identity.Actor;

/** What those who handle a case tell each other; implemented by the worklist, the timeline page leads there. */
public interface CaseComments {

    /** How many comments on the case {@code reader}, who sees the case, may read. */
    int count(CaseRef ref, Actor reader);

    /** Path of the page they are on. */
    String path(CaseRef ref);
}
