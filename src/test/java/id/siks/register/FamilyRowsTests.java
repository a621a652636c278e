package id.siks.register;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import id.siks.Plans;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What happened to a family is found by it, latest first. */
@EngineTest
class FamilyRowsTests {

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void the_key_of_the_changes_leads_from_a_family_to_its_own() {
        assertThat(Plans.of(FamilyRows.CHANGES, Map.of("id", 1L), db, transactions))
                .containsPattern("register_change_pkey[^\\n]*\\s+Index Cond: \\(family_id = ");
    }
}
