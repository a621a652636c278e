package id.siks.processadmin.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.EngineTest;
import id.siks.HeldRows;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.platform.Refused;
import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.check.OwnProcess;
import id.siks.processadmin.draft.Drafts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What is sound alone is not always sound beside what somebody else releases at the same moment. */
@EngineTest
class SimultaneousReleaseTests {

    private static final String NOTE = "Proses lain dijalankan lebih dulu.";
    private static final String REASON = "Sesuai surat kepala dinas.";

    @Autowired
    Releases releases;

    @Autowired
    Proposing proposing;

    @Autowired
    Drafts drafts;

    @Autowired
    TestActors people;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    private Actor author;
    private Actor second;

    @BeforeEach
    void twoPeople() {
        author = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        second = people.holding(List.of(Assignment.nation(Role.PROCESS_RELEASER)));
    }

    @AfterEach
    void nothingWaits() {
        ReleaseTest.declineWaiting(releases, second);
    }

    @Test
    void two_processes_released_at_once_do_not_call_each_other() {
        String first = own();
        String last = own();
        for (String key : List.of(first, last)) {
            releases.release(proposed(key), Effect.NOW, REASON, second);
        }
        long one = proposed(first, last);
        long other = proposed(last, first);
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            Future<?> late = transaction.execute(status -> {
                releases.release(one, Effect.NOW, REASON, second);
                Future<?> begun = threads.submit(() -> releases.release(other, Effect.NOW, REASON, second));
                HeldRows.untilWaitedFor(jdbc);
                return begun;
            });

            assertThatThrownBy(late::get).hasCauseInstanceOf(Refused.class);
            assertThat(releases.find(other).state()).isEqualTo(ReleaseState.PROPOSED);
        } finally {
            threads.shutdownNow();
        }
    }

    private static String own() {
        return "own-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Proposes a process of an administrator's own that calls others. */
    private long proposed(String key, String... called) {
        long draft = drafts.begin(
                ModelKind.BPMN,
                key,
                "proposal",
                OwnProcess.of(key, called).getBytes(StandardCharsets.UTF_8),
                NOTE,
                author);
        return proposing.propose(draft, 1, null, NOTE, author);
    }
}
