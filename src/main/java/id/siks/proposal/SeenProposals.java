package id.siks.proposal;

import id.siks.casework.CaseRef;
import id.siks.casework.CaseSummary;
import id.siks.casework.Timeline;
import id.siks.identity.AccessSubjects;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says for the access log whose proposal stands behind a code; every room that shows the case names it in its own way. */
@Component
class SeenProposals implements AccessSubjects {

    private static final List<String> PREFIXES = List.of("proposal:", "casework:", "case:").stream()
            .map(room -> room + ProposalCasePages.PROPOSAL)
            .toList();

    private final Timeline timeline;

    SeenProposals(Timeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public List<String> prefixes() {
        return PREFIXES;
    }

    @Override
    public Map<String, Named> names(Collection<String> codes, Collection<String> territories) {
        List<CaseRef> refs = codes.stream()
                .map(code -> code.substring(code.indexOf(':') + 1))
                .filter(CaseRef::isShaped)
                .map(CaseRef::new)
                .toList();
        Map<String, Named> names = new HashMap<>();
        timeline.summaries(refs, territories).forEach((ref, summary) -> names.put("proposal:" + ref, named(summary)));
        return names;
    }

    private static Named named(CaseSummary summary) {
        return new Named(summary.subject().isEmpty() ? null : summary.subject(), summary.area());
    }
}
