package id.siks.proposal.model;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import id.siks.Plans;
import id.siks.casework.CaseStatus;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is old is found by an index of its own: neither outcome passes over what belongs to the other. */
@EngineTest
class OldCasesTests {

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void contents_of_unsuccessful_cases() {
        assertThat(plan(ContentErasure.UNSUCCESSFUL, Map.of()))
                .containsPattern("proposal_unsuccessful[^\\n]*\\s+Index Cond: \\(changed_at");
    }

    @Test
    void contents_of_determined_cases() {
        assertThat(plan(ContentErasure.DETERMINED, Map.of()))
                .containsPattern("proposal_determined[^\\n]*\\s+Index Cond: \\(changed_at");
    }

    /** The statuses stand in the statements as words, which a new status would not join by itself. */
    @ParameterizedTest
    @EnumSource
    void the_statements_name_each_status_as_the_code_sees_its_outcome(CaseStatus status) {
        String word = "'" + status + "'";

        assertThat(ContentErasure.UNSUCCESSFUL.contains(word)).isEqualTo(status.isUnsuccessful());
        assertThat(ContentErasure.DETERMINED.contains(word)).isEqualTo(status == CaseStatus.DETERMINED);
    }

    @Test
    void meetings() {
        Map<String, Object> more = Map.of("erased", "Dihapus.", "at", Timestamp.from(Instant.EPOCH));

        assertThat(plan(OldMeetings.ERASE, more)).containsPattern("village_meeting_perishes[^\\n]*\\s+Index Cond");
    }

    private String plan(String sql, Map<String, Object> more) {
        Map<String, Object> params = new HashMap<>(more);
        params.put("before", Timestamp.from(Instant.EPOCH));
        params.put("held", new String[] {"UJI-1804-26-900001"});
        params.put("most", 500);
        return Plans.of(sql, params, db, transactions);
    }
}
