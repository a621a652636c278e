package id.siks.sample;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@EngineTest
class LargeSampleTests {

    private static final String FAMILIES =
            "select count(*) from register.register_change where kind = 'ACTIVATED' and case_ref like 'ALH-1804-%'";
    private static final String CASES =
            """
            select count(*) from proposal.proposal p
            where status = 'READY_FOR_MEETING' and drafted_by in (
              select account_id from identity.account where login like 'operator-1804%')""";

    @Autowired
    LargeSample sample;

    @Autowired
    JdbcTemplate db;

    @Test
    void a_sample_killed_half_way_is_finished_by_the_next_start_and_never_doubled() {
        long families = count(FAMILIES);
        long cases = count(CASES);
        sample.make(60, 0);
        assertThat(count(FAMILIES)).isEqualTo(families + 60);

        sample.make(170, 130);
        sample.make(170, 130);

        assertThat(count(FAMILIES)).isEqualTo(families + 170);
        assertThat(count(CASES)).isEqualTo(cases + 130);
    }

    private long count(String query) {
        return db.queryForObject(query, Long.class);
    }
}
