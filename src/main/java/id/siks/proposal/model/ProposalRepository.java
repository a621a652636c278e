package id.siks.proposal.model;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

// Questions are written out: one derived from a method's name is translated anew whenever it is asked.
interface ProposalRepository extends Repository<Proposal, Long> {

    Proposal saveAndFlush(Proposal proposal);

    List<Proposal> saveAll(Iterable<Proposal> proposals);

    @Query("select p from Proposal p where p.caseRef = :caseRef")
    Optional<Proposal> findByCaseRef(String caseRef);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Proposal p where p.caseRef = :caseRef")
    Optional<Proposal> lockByCaseRef(String caseRef);

    @Query("select p from Proposal p where p.caseRef in :caseRefs")
    List<Proposal> findByCaseRefIn(Collection<String> caseRefs);

    void flush();
}
