package id.siks.proposal.model;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@EngineTest
class SurroundingRowsTests {

    @Autowired
    JdbcClient db;

    /**
     * A test's table is so small that reading all of it is cheapest; without that choice, and for a village that is not most
     * of the table, the plan is a large one's.
     */
    @Test
    @Transactional
    void the_latest_places_of_a_village_are_read_in_order_and_no_others() {
        db.sql("set local enable_seqscan = off").update();
        db.sql("set local enable_bitmapscan = off").update();
        db.sql("set local enable_sort = off").update();

        List<String> plan = db.sql("explain " + SurroundingRows.LATEST_OF_VILLAGE)
                .param("village", "9999999999")
                .param("ref", "USL-1804-26-000001")
                .param("limit", 50)
                .query(String.class)
                .list();

        assertThat(plan)
                .anyMatch(line -> line.contains("using proposal_place"))
                .noneMatch(line -> line.contains("Sort"));
    }
}
