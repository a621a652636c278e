package id.siks.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import id.siks.platform.engine.EngineVariables;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What one submission costs in the engine: counted, because counts do not shake with the machine (performance row P1). */
@EngineTest
class EngineShareTests {

    private static final int MOST_ROWS = 14;
    private static final long MOST_WAL_BYTES = 17_000;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcTemplate db;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_start_writes_few_rows() {
        String written = transaction.execute(status -> {
            start();
            return db.queryForObject("select pg_current_xact_id()::xid::text", String.class);
        });

        long rows = 0;
        for (String table : db.queryForList(
                "select relname from pg_class where relkind = 'r' and relname like 'act\\_%'", String.class)) {
            rows += db.queryForObject("select count(*) from " + table + " where xmin::text = ?", Long.class, written);
        }
        assertThat(rows).isBetween(1L, (long) MOST_ROWS);
    }

    @Test
    void a_start_writes_little_log() {
        start();
        List<Long> bytes = LongStream.range(0, 21)
                .map(i -> {
                    String before = db.queryForObject("select pg_current_wal_insert_lsn()::text", String.class);
                    start();
                    return db.queryForObject(
                            "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), ?::pg_lsn)::bigint",
                            Long.class,
                            before);
                })
                .sorted()
                .boxed()
                .toList();

        assertThat(bytes.get(bytes.size() / 2)).isLessThanOrEqualTo(MOST_WAL_BYTES);
    }

    private void start() {
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "proposal-trunk",
                        "UJI-" + UUID.randomUUID(),
                        Map.of(EngineVariables.AREA_CODE, "1801012001", EngineVariables.KIND, "NEW_REGISTRATION"));
    }
}
