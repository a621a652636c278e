package id.siks.finalization.model;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PeriodRepository extends Repository<Period, Long> {

    Period saveAndFlush(Period period);

    @Query("select p from Period p where p.caseRef = :caseRef")
    Optional<Period> findByCaseRef(String caseRef);

    Optional<Period> findByRegencyCodeAndMonth(String regencyCode, LocalDate month);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Period p where p.caseRef = :caseRef")
    Optional<Period> lockByCaseRef(String caseRef);
}
