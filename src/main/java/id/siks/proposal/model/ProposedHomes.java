package id.siks.proposal.model;

import id.siks.casework.CaseRef;
import id.siks.fieldcheck.HomeAddresses;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells visitors where the families of proposals live. */
@Component
class ProposedHomes implements HomeAddresses {

    private final ProposalRepository proposals;

    ProposedHomes(ProposalRepository proposals) {
        this.proposals = proposals;
    }

    @Override
    public Map<CaseRef, String> of(Collection<CaseRef> cases) {
        return proposals.findByCaseRefIn(List.of(CaseRef.values(cases))).stream()
                .collect(Collectors.toMap(
                        Proposal::ref, proposal -> proposal.family().addressLine()));
    }
}
