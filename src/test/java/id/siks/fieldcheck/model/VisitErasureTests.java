package id.siks.fieldcheck.model;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import id.siks.Plans;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is old is found by an index of its own: neither outcome passes over what belongs to the other. */
@EngineTest
class VisitErasureTests {

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void visits_of_unsuccessful_cases_are_found_by_the_day_these_ended() {
        assertThat(plan(VisitErasure.UNSUCCESSFUL)).containsPattern("field_check_unsuccessful[^\\n]*\\s+Index Cond");
    }

    @Test
    void visits_of_determined_cases_are_found_without_those_of_unsuccessful_ones() {
        assertThat(plan(VisitErasure.DETERMINED)).containsPattern("field_check_perishes[^\\n]*\\s+Index Cond");
    }

    private String plan(String sql) {
        Map<String, ?> params = Map.of(
                "before", Timestamp.from(Instant.EPOCH), "held", new String[] {"UJI-1804-26-900001"}, "most", 500);
        return Plans.of(sql, params, db, transactions);
    }
}
