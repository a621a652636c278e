package id.siks.processadmin.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.EngineTest;
import id.siks.finalization.ClosedLists;
import id.siks.platform.Refused;
import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.replay.Replays.Question;
import id.siks.program.PovertySigns;
import id.siks.proposal.PastCases;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One replay runs, some wait with their files in hand, and whoever comes then is told to come again. */
@EngineTest
class ReplayQueueTests {

    @Autowired
    ClosedLists lists;

    @Autowired
    PastCases cases;

    @Autowired
    PovertySigns signs;

    @Autowired
    Past past;

    @Autowired
    JdbcClient db;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void clean() {
        db.sql("delete from processadmin.replay where subject like 'draft/%/999999'")
                .update();
    }

    @Test
    void only_some_wait_and_one_more_is_refused_without_a_trace() throws Exception {
        Replays replays = new Replays(lists, cases, signs, past, slow());
        try {
            replays.begin(question(0));
            begun.await();
            for (int i = 1; i <= Replays.WAITING; i++) {
                replays.begin(question(i));
            }
            Question more = question(Replays.WAITING + 1);

            assertThatThrownBy(() -> replays.begin(more))
                    .isInstanceOf(Refused.class)
                    .hasMessage("processadmin.replay.error.full");
            assertThatThrownBy(() -> replays.goOn(more)).isInstanceOf(Refused.class);
            assertThat(replays.of(more.subject())).isEmpty();

            goOn.countDown();
            Awaitility.await().ignoreExceptions().until(() -> {
                replays.begin(more);
                return replays.of(more.subject()).isPresent();
            });
        } finally {
            goOn.countDown();
            replays.stop();
        }
    }

    @Test
    void what_is_being_done_already_takes_no_place() throws Exception {
        Replays replays = new Replays(lists, cases, signs, past, slow());
        try {
            replays.begin(question(0));
            begun.await();
            for (int i = 0; i <= Replays.WAITING; i++) {
                replays.begin(question(0));
                replays.goOn(question(0));
            }

            replays.begin(question(1));

            assertThat(replays.of(question(1).subject())).isPresent();
        } finally {
            goOn.countDown();
            replays.stop();
        }
    }

    /** Each that is done before it says so for all that wait: nobody takes them for cut off and queues them again. */
    @Test
    void what_waits_long_is_not_taken_for_cut_off() throws Exception {
        Replays replays = new Replays(lists, cases, signs, past, slow());
        try {
            replays.begin(question(0));
            begun.await();
            replays.begin(question(1));
            replays.begin(question(2));
            db.sql("update processadmin.replay set at = now() - interval '3 minutes' where subject = :last")
                    .param("last", question(2).subject().name())
                    .update();
            assertThat(replays.of(question(2).subject()).orElseThrow().state()).isEqualTo(Replay.State.CUT_OFF);

            goOn.countDown();
            Awaitility.await()
                    .until(() -> replays.of(question(2).subject()).orElseThrow().state() == Replay.State.RUNNING);
        } finally {
            goOn.countDown();
            replays.stop();
        }
    }

    /** The first run waits for us, and none finds anything to do. */
    private ReplayRows slow() {
        return new ReplayRows(db) {
            @Override
            public Optional<Mark> mark(UUID run) {
                begun.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return Optional.empty();
            }
        };
    }

    private static Question question(int number) {
        return new Question(Subject.draft(number, 999_999), ModelKind.DMN, "proposal-route", "", "");
    }
}
