package id.siks.finalization.model;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import id.siks.Plans;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A decree finds the next cases of a long list without passing over those it has reached. */
@EngineTest
class BatchItemsTests {

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void the_next_of_a_list_come_from_an_index_of_what_is_under_way() {
        assertThat(Plans.of(BatchItems.NEXT, Map.of("period", "PRD-1804-26-11", "most", 100), db, transactions))
                .containsPattern("batch_item_under_way[^\\n]*\\s+Index Cond: \\(\\(batch_id = [^\\n]*state = ");
    }
}
