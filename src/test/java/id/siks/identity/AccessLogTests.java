package id.siks.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Requirement 23: who looked at whom is kept, cannot be changed, and can be asked. */
@EngineTest
class AccessLogTests {

    @Autowired
    AccessLog log;

    @Autowired
    AccessSeals seals;

    @Autowired
    TestActors actors;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    MockMvc mvc;

    private final String subject = "test:" + UUID.randomUUID();

    @Test
    void anAccessCanBeAskedByPersonAndByUser() {
        Actor operator = actors.operator(new AreaCode("1804012001"));
        log.record(operator, AccessKind.REVEAL, subject, "verification", AccessOutcome.GRANTED);
        assertThat(log.ofSubject(subject, null)).singleElement().satisfies(entry -> {
            assertThat(entry.accountId()).isEqualTo(operator.accountId());
            assertThat(entry.roles()).isEqualTo("VILLAGE_OPERATOR");
            assertThat(entry.kind()).isEqualTo(AccessKind.REVEAL);
        });
        assertThat(log.ofAccount(operator.accountId(), null))
                .extracting(AccessEntry::subject)
                .containsExactly(subject);
        assertThat(log.ofSubject(subject, log.ofSubject(subject, null).get(0).entryId()))
                .isEmpty();
    }

    @Test
    void aRefusedAccessStaysNotedWhenItsTransactionIsUndone() {
        TransactionTemplate undone = new TransactionTemplate(transactions);
        undone.executeWithoutResult(status -> {
            log.record(null, AccessKind.READ, subject, "granted, then undone", AccessOutcome.GRANTED);
            log.record(null, AccessKind.READ, subject, "refused", AccessOutcome.REFUSED);
            status.setRollbackOnly();
        });
        assertThat(log.ofSubject(subject, null))
                .extracting(AccessEntry::purpose)
                .containsExactly("refused");
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

    @Test
    void onlyAnAuditorReadsIt() throws Exception {
        Actor seen = actors.verifier(new AreaCode("1804"));
        log.record(seen, AccessKind.SEARCH, subject, "complaint", AccessOutcome.GRANTED);
        mvc.perform(get("/identity/access-log")
                        .param("subject", subject)
                        .with(TestActors.with(actors.auditor(new AreaCode("1804")))))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString(seen.displayName())))
                .andExpect(content().string(Matchers.containsString("Mencari")));
        mvc.perform(get("/identity/access-log").with(TestActors.with(seen))).andExpect(status().isForbidden());
    }

    @Test
    void anAuditorReadsOfThoseWhoWorkInOrAboveHisTerritoryOnly() throws Exception {
        Actor near = actors.operator(new AreaCode("1804012001"));
        Actor above = actors.ministryOfficer();
        Actor far = actors.operator(new AreaCode("1101012001"));
        for (Actor actor : List.of(near, above, far)) {
            log.record(actor, AccessKind.READ, subject, "test", AccessOutcome.GRANTED);
        }
        Actor auditor = actors.auditor(new AreaCode("1804"));
        assertThat(log.ofSubject(subject, null, auditor))
                .extracting(AccessEntry::accountId)
                .containsExactly(above.accountId(), near.accountId());
        mvc.perform(get("/identity/access-log")
                        .param("account", Long.toString(far.accountId()))
                        .with(TestActors.with(auditor)))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.not(Matchers.containsString(subject))));
    }
}
