package id.siks.proposal.model;

import id.siks.casework.CaseRef;
import id.siks.platform.BusinessTime;
import id.siks.proposal.RegencyDecision;
import id.siks.proposal.model.DecisionLog.Level;
import id.siks.proposal.model.IdentityCheck.Finding;
import id.siks.register.FamilyContent;
import id.siks.register.MatchReport;
import id.siks.register.Persons;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Families that cannot be on their village's list, because the civil registry knows somebody of them otherwise by now, as one
 * who has died (glossary 9.2). They go back to be corrected.
 */
@Component
public class KeptOff {

    private final ProposalAccess access;
    private final TravelRows rows;
    private final Persons persons;
    private final IdentityCheck identity;
    private final DecisionLog log;
    private final BusinessTime time;

    KeptOff(
            ProposalAccess access,
            TravelRows rows,
            Persons persons,
            IdentityCheck identity,
            DecisionLog log,
            BusinessTime time) {
        this.access = access;
        this.rows = rows;
        this.persons = persons;
        this.identity = identity;
        this.log = log;
        this.time = time;
    }

    /** Those of the cases it concerns, as far as the registry was asked or has told. */
    public Set<CaseRef> among(Collection<CaseRef> refs) {
        if (refs.isEmpty()) {
            return Set.of();
        }
        Map<CaseRef, FamilyContent> families = rows.contents(refs);
        List<CaseRef> asked = List.copyOf(families.keySet());
        List<MatchReport> known = persons.lastReports(List.copyOf(families.values()));
        return IntStream.range(0, asked.size())
                .filter(i -> known.get(i).anyMismatched())
                .mapToObj(asked::get)
                .collect(Collectors.toSet());
    }

    /** Writes down why each of them goes back; the model carries it out. */
    public void judge(Collection<CaseRef> refs) {
        for (CaseRef ref : refs) {
            Proposal proposal = access.get(ref);
            Finding finding = identity.of(persons.lastReport(proposal.family()));
            proposal.judged(finding.reason(), finding.remarks());
            log.add(
                    ref,
                    Level.CIVIL_REGISTRY,
                    RegencyDecision.RETURN.name(),
                    finding.reason(),
                    finding.remarks(),
                    null,
                    time.now());
        }
    }
}
