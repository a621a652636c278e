package id.siks.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.platform.BusinessTime;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Requirement 23: who looked at whom is kept, cannot be changed, and can be asked. */
@EngineTest
class AccessLogTests {

    /** Seconds a background job may keep one of the connections from everybody. */
    private static final long OTHERS = 60;

    /** Longer than they wait for each other: whoever is late then says why. */
    private static final long EVERYBODY = 2 * OTHERS;

    @Autowired
    AccessLog log;

    @Autowired
    AccessSearch search;

    @Autowired
    TestAccessLog said;

    @Autowired
    AccessSeals seals;

    @Autowired
    BusinessTime time;

    @Autowired
    TestActors actors;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;

    @Autowired
    HikariDataSource connections;

    @Autowired
    PlatformTransactionManager transactions;

    private final String subject = "test:" + UUID.randomUUID();

    @Test
    void anAccessCanBeAskedByPersonAndByUser() {
        Actor operator = actors.operator(new AreaCode("1804012001"));
        log.record(operator, AccessKind.REVEAL, subject, "verification", AccessOutcome.GRANTED);
        assertThat(said.about(subject)).singleElement().satisfies(entry -> {
            assertThat(entry.accountId()).isEqualTo(operator.accountId());
            assertThat(entry.roles()).isEqualTo("VILLAGE_OPERATOR");
            assertThat(entry.kind()).isEqualTo(AccessKind.REVEAL);
        });
        assertThat(said.by(operator)).extracting(AccessEntry::subject).containsExactly(subject);
        long first = said.about(subject).get(0).entryId();
        AccessQuery asked = new AccessQuery(subject, null, null, null, null);
        assertThat(search.entries(asked, first, actors.auditor(new AreaCode("1804")), 50))
                .isEmpty();
    }

    /** As many as there are connections: whoever waited for one more would wait for the others who do the same. */
    @Test
    void everybodyIsRefusedAtOnceAndNobodyWaitsForTheOthers() throws Exception {
        int everybody = connections.getMaximumPoolSize();
        CyclicBarrier allHoldOne = new CyclicBarrier(everybody);
        TransactionTemplate refused = new TransactionTemplate(transactions);
        ExecutorService people = Executors.newFixedThreadPool(everybody);
        try {
            List<Future<?>> looks = new ArrayList<>();
            for (int n = 0; n < everybody; n++) {
                looks.add(people.submit(() -> refused.executeWithoutResult(status -> {
                    jdbc.sql("select 1").query(Integer.class).single();
                    meet(allHoldOne);
                    log.record(null, AccessKind.READ, subject, "refused", AccessOutcome.REFUSED);
                    status.setRollbackOnly();
                })));
            }
            for (Future<?> look : looks) {
                look.get(EVERYBODY, TimeUnit.SECONDS);
            }
        } finally {
            people.shutdownNow();
        }
        assertThat(said.about(subject)).hasSize(everybody);
    }

    private static void meet(CyclicBarrier others) {
        try {
            others.await(OTHERS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRefusedAccessStaysNotedWhenItsTransactionIsUndone() {
        TransactionTemplate undone = new TransactionTemplate(transactions);
        undone.executeWithoutResult(status -> {
            log.record(null, AccessKind.READ, subject, "granted, then undone", AccessOutcome.GRANTED);
            log.record(null, AccessKind.READ, subject, "refused", AccessOutcome.REFUSED);
            status.setRollbackOnly();
        });
        assertThat(said.about(subject)).extracting(AccessEntry::purpose).containsExactly("refused");
    }

    @Test
    void theApplicationCannotChangeWhatIsWritten() {
        log.record(null, AccessKind.READ, subject, "test", AccessOutcome.GRANTED);
        for (String table : List.of("access_log", "access_seal")) {
            assertThatThrownBy(() -> jdbc.sql("delete from identity." + table).update())
                    .rootCause()
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> jdbc.sql("truncate identity." + table).update())
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() -> jdbc.sql("update identity.access_log set purpose = 'other'")
                        .update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void aChangeBehindOurBackBreaksTheSeal() {
        log.record(null, AccessKind.READ, List.of(subject, subject), "as it was", AccessOutcome.GRANTED);
        while (seals.sealNew() > 0) {
            assertThat(seals.firstBroken()).isEmpty();
        }
        JdbcTemplate intruder = new JdbcTemplate(owner);
        intruder.update("update identity.access_log set purpose = 'forged' where subject = ?", subject);
        assertThat(seals.firstBroken()).isPresent();
        intruder.update("update identity.access_log set purpose = 'as it was' where subject = ?", subject);
        assertThat(seals.firstBroken()).isEmpty();
        intruder.update(
                """
                update identity.access_log set subject = subject || purpose, purpose = '' where entry_id =
                  (select min(entry_id) from identity.access_log where subject = ?)
                """,
                subject);
        assertThat(seals.firstBroken()).isPresent();
        intruder.update(
                "update identity.access_log set subject = ?, purpose = 'as it was' where subject = ?",
                subject,
                subject + "as it was");
        assertThat(seals.firstBroken()).isEmpty();
    }

    /** A list one leaves open draws itself anew all the time. */
    @Test
    void whomAListNamedToSomebodyIsNotedOnceAnHourAndForEveryoneAndEveryListAnew() {
        Actor operator = actors.operator(new AreaCode("1804012001"));
        Actor colleague = actors.operator(new AreaCode("1804012001"));
        log.listed(operator, AccessKind.READ, List.of(subject, subject), "worklist");
        log.listed(operator, AccessKind.READ, List.of(subject, subject + "2"), "worklist");
        assertThat(said.about(subject)).hasSize(1);
        assertThat(said.about(subject + "2")).hasSize(1);
        log.listed(colleague, AccessKind.READ, List.of(subject), "worklist");
        log.listed(operator, AccessKind.SEARCH, List.of(subject), "worklist");
        log.listed(operator, AccessKind.READ, List.of(subject), "another");
        log.listed(operator, AccessKind.READ, List.of(), "worklist");
        assertThat(said.about(subject)).hasSize(4);
        jdbc.sql(
                        """
                        insert into identity.access_log (at, account_id, roles, kind, subject, purpose, origin, outcome)
                        select at - interval '61 minutes', account_id, roles, kind, 'old' || subject, purpose, origin, outcome
                        from identity.access_log where subject = :subject and account_id = :account and purpose = 'worklist'
                        """)
                .param("subject", subject)
                .param("account", operator.accountId())
                .update();
        log.listed(operator, AccessKind.READ, List.of("old" + subject), "worklist");
        assertThat(said.about("old" + subject))
                .filteredOn(entry -> entry.kind() == AccessKind.READ)
                .hasSize(2);
    }

    @Test
    void aLogThatGrowsFasterThanOneSealCoversIsSealedAllTheSame() {
        jdbc.sql(
                        """
                        insert into identity.access_log (at, roles, kind, subject, purpose, origin, outcome)
                        select :at, 'SYSTEM', 'READ', :subject, 'busy', '-', 'GRANTED' from generate_series(1, 10001)
                        """)
                .param("at", Timestamp.from(time.now()))
                .param("subject", subject)
                .update();
        seals.sealAll();
        assertThat(jdbc.sql(
                                """
                                select count(*) from identity.access_log where subject = :subject and (written_in, entry_id) >
                                  (select through_xact, through_entry from identity.access_seal order by seal_id desc limit 1)
                                """)
                        .param("subject", subject)
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
