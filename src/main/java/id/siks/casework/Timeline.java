package id.siks.casework;

import id.siks.platform.NotFound;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happened to a case and where it stands; the same for every level of government. */
@Service
@Transactional(readOnly = true)
public class Timeline {

    private final CaseRows rows;

    Timeline(CaseRows rows) {
        this.rows = rows;
    }

    /** Everything that happened to the case, oldest first, with what happened to its group while it was in it. */
    public List<TimelineEntry> of(CaseRef ref) {
        return rows.events(ref);
    }

    /** How much that is. */
    CaseRows.Happened happened(CaseRef ref) {
        return rows.happened(ref);
    }

    /** Where the case stands; {@link NotFound} when there is no such case. Scope is the caller's to check. */
    public CaseSummary summary(CaseRef ref) {
        CaseSummary found = rows.summaries(List.of(ref)).get(ref);
        if (found == null) {
            throw new NotFound("case " + ref);
        }
        return found;
    }

    /** Where each of these cases stands; unknown ones are absent. At most a few hundred. */
    public Map<CaseRef, CaseSummary> summaries(Collection<CaseRef> refs) {
        return rows.summaries(refs);
    }

    /**
     * The same of those whose area lies in one of the territories.
     *
     * @param territories prefixes of area codes; the nation is the empty one
     */
    public Map<CaseRef, CaseSummary> summaries(Collection<CaseRef> refs, Collection<String> territories) {
        return rows.within(refs.stream().map(CaseRef::value).toList(), territories);
    }
}
