package id.siks.proposal;

import id.siks.casework.CaseRef;
import java.util.List;

/** Proposals were handed in by their village and are cases now. Announced in the transaction that opened them. */
public record ProposalSubmitted(List<CaseRef> refs) {}
