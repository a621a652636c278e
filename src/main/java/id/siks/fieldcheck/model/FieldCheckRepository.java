package id.siks.fieldcheck.model;

import id.siks.fieldcheck.FieldCheckView.State;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface FieldCheckRepository extends Repository<FieldCheck, Long> {

    FieldCheck save(FieldCheck fieldCheck);

    Optional<FieldCheck> findById(long id);

    Optional<FieldCheck> findByVisitTask(String task);

    List<FieldCheck> findByWorkerAndStateOrderByVillageAscVisitDueAtAsc(long worker, State state, Limit limit);

    Optional<FieldCheck> findFirstByCaseRefOrderByIdDesc(String caseRef);

    Optional<FieldCheck> findByCaseRefAndStateIn(String caseRef, Collection<State> states);
}
