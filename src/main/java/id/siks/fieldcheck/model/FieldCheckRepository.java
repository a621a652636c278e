package id.siks.fieldcheck.model;

import id.siks.fieldcheck.FieldCheckView.State;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface FieldCheckRepository extends Repository<FieldCheck, Long> {

    FieldCheck save(FieldCheck fieldCheck);

    Optional<FieldCheck> findById(long id);

    boolean existsByIdAndStateAndResultIsNull(long id, State state);

    Optional<FieldCheck> findByVisitTask(String task);

    List<FieldCheck> findByWorkerAndStateOrderByVillageAscVisitDueAtAsc(long worker, State state, Limit limit);

    List<FieldCheck> findByCaseRefOrderById(String caseRef);

    Optional<FieldCheck> findFirstByCaseRefOrderByIdDesc(String caseRef);

    @Query("select c from FieldCheck c where c.caseRef = :caseRef and c.state in :states")
    Optional<FieldCheck> findByCaseRefAndStateIn(String caseRef, Collection<State> states);
}
