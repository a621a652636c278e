package id.siks.proposal.model;

import id.siks.casework.CaseRef;
import id.siks.fieldcheck.HomeAddresses;
import id.siks.register.FamilyContent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Map<CaseRef, String> addresses = new HashMap<>();
        for (Proposal proposal : proposals.findByCaseRefIn(List.of(CaseRef.values(cases)))) {
            FamilyContent family = proposal.family();
            if (family.address() != null) {
                addresses.put(proposal.ref(), family.addressLine());
            }
        }
        return addresses;
    }
}
