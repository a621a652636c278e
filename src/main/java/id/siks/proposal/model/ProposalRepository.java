package id.siks.proposal.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ProposalRepository extends Repository<Proposal, Long> {

    Proposal saveAndFlush(Proposal proposal);

    List<Proposal> saveAll(Iterable<Proposal> proposals);

    Optional<Proposal> findByCaseRef(String caseRef);

    List<Proposal> findByCaseRefIn(Collection<String> caseRefs);

    void flush();
}
