package id.siks.platform.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.EngineTest;
import id.siks.HeldRows;
import id.siks.casework.TestCases;
import id.siks.platform.BusinessTime;
import id.siks.platform.OnceOnly;
import id.siks.platform.engine.EngineVariables;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Requirement 24: what is old enough is erased and written down, what is held or younger stays. */
@EngineTest
class RetentionTests {

    private static final long ACTOR = 4_711;

    @Autowired
    Retention retention;

    @Autowired
    Holds holds;

    @Autowired
    List<Perishable> kinds;

    @Autowired
    OnceOnly once;

    @Autowired
    TestCases cases;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient db;

    @Autowired
    JdbcTemplate plain;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    BusinessTime time;

    @AfterEach
    void present() {
        time.release();
    }

    @Test
    void everyKindHasARuleAndEveryRuleAKind() {
        assertThat(db.sql("select kind from public.retention_rule")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(
                        kinds.stream().map(Perishable::kind).toList());
    }

    @Test
    void oldRequestKeysAreErasedAndTheDestructionIsWrittenDown() {
        UUID old = claimed(Duration.ofDays(31));
        UUID young = claimed(Duration.ofDays(29));
        int before = destroyed("platform.request-key");

        retention.eraseOld();

        assertThat(keys()).doesNotContain(old).contains(young);
        assertThat(destroyed("platform.request-key")).isEqualTo(before + 1);
        retention.eraseOld();
        assertThat(destroyed("platform.request-key")).isEqualTo(before + 1);
    }

    @Test
    void theEngineForgetsWhatEndedLongAgoUnlessItIsHeld() {
        String held = ended("UJI-1804-26-900001", Duration.ofDays(181));
        String old = ended("UJI-1804-26-900002", Duration.ofDays(181));
        String young = ended("UJI-1804-26-900003", Duration.ofDays(179));
        assertThat(holds.place("UJI-1804-26-900001", "Sengketa uji di pengadilan.", ACTOR))
                .isTrue();
        assertThat(holds.place("UJI-1804-26-900001", "Sengketa uji yang kedua.", ACTOR))
                .isFalse();

        retention.eraseOld();
        assertThat(remembered(List.of(held, old, young))).containsExactlyInAnyOrder(held, young);

        Hold hold = holds.on("UJI-1804-26-900001").orElseThrow();
        assertThat(holds.lift(hold.id(), "Sengketa uji selesai.", ACTOR)).isTrue();
        assertThat(holds.lift(hold.id(), "Sengketa uji selesai.", ACTOR)).isFalse();
        retention.eraseOld();
        assertThat(remembered(List.of(held, old, young))).containsExactly(young);
    }

    @Test
    void aHoldWaitsForWhatIsBeingErasedAndIsSeenByWhatIsErasedAfterwards() {
        String ref = "UJI-1804-26-900006";
        CompletableFuture<Void> placed = new CompletableFuture<>();
        transactions.executeWithoutResult(status -> {
            assertThat(holds.heldUntilTheEnd()).doesNotContain(ref);
            CompletableFuture.runAsync(() -> holds.place(ref, "Pemeriksaan uji berjalan.", ACTOR))
                    .thenRun(() -> placed.complete(null));
            HeldRows.untilWaitedFor(plain);
            assertThat(placed.isDone()).isFalse();
        });
        placed.orTimeout(30, TimeUnit.SECONDS).join();
        assertThat(transactions.<Set<String>>execute(status -> holds.heldUntilTheEnd()))
                .contains(ref);
    }

    @Test
    void twoNodesNeverEraseTheSameAndOnlyOneWritesItDown() {
        UUID old = claimed(Duration.ofDays(31));
        int before = destroyed("platform.request-key");
        CompletableFuture<Void> other = new CompletableFuture<>();
        transactions.executeWithoutResult(status -> {
            holds.heldUntilTheEnd();
            CompletableFuture.runAsync(retention::eraseOld).thenRun(() -> other.complete(null));
            HeldRows.untilWaitedFor(plain);
            assertThat(other.isDone()).isFalse();
            assertThat(keys()).contains(old);
        });
        other.orTimeout(60, TimeUnit.SECONDS).join();
        assertThat(keys()).doesNotContain(old);
        assertThat(destroyed("platform.request-key")).isEqualTo(before + 1);
    }

    @Test
    void manyProcessesOfOneHeldCaseDoNotHideTheOldOnesBehindThem() {
        String held = "UJI-1804-26-900004";
        List<String> kept = List.of(
                ended(held, Duration.ofDays(900)),
                ended(held, Duration.ofDays(899)),
                ended(held, Duration.ofDays(898)),
                ended(held, Duration.ofDays(897)));
        String old = ended("UJI-1804-26-900005", Duration.ofDays(896));
        Perishable engine = kinds.stream()
                .filter(kind -> kind.kind().equals("platform.engine-history"))
                .findFirst()
                .orElseThrow();
        Instant before = time.now().minus(Duration.ofDays(895));

        assertThat(transactions.<Integer>execute(status -> engine.erase(before, Set.of(held), 2)))
                .isEqualTo(1);
        assertThat(remembered(kept)).containsExactlyInAnyOrderElementsOf(kept);
        assertThat(remembered(List.of(old))).isEmpty();
    }

    @Test
    void aKindThatFailsIsToldAndKeepsNobodyFromBeingErased() {
        UUID old = claimed(Duration.ofDays(40));
        Perishable broken = new Perishable() {
            @Override
            public String kind() {
                return "platform.engine-history";
            }

            @Override
            public int erase(Instant before, Set<String> held, int most) {
                throw new IllegalStateException("cannot");
            }
        };
        List<Perishable> both = new ArrayList<>(List.of(broken));
        both.addAll(kinds);
        List<Object> told = new ArrayList<>();
        new Retention(both, holds, db, transactions, told::add, time).eraseOld();
        assertThat(keys()).doesNotContain(old);
        assertThat(told).containsExactly(new RetentionFailed("platform.engine-history"));
    }

    @Test
    void aDestructionRecordCannotBeTakenBack() {
        assertThatThrownBy(() -> db.sql("delete from public.destruction").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private UUID claimed(Duration ago) {
        UUID key = UUID.randomUUID();
        past(ago);
        once.once(key, ACTOR, () -> "/");
        time.release();
        return key;
    }

    private String ended(String ref, Duration ago) {
        cases.draw("test-weighing", () -> TestCases.diagram("worklist/test-weighing.bpmn", "test-weighing"));
        past(ago);
        String id = runtime.startProcessInstanceByKey(
                        "test-weighing",
                        ref,
                        Map.of(EngineVariables.AREA_CODE, "1804012001", EngineVariables.KIND, "TEST"))
                .getId();
        runtime.deleteProcessInstance(id, "test");
        time.release();
        return id;
    }

    private void past(Duration ago) {
        time.release();
        time.moveTo(time.now().minus(ago));
    }

    private List<String> remembered(List<String> ids) {
        return history.createHistoricProcessInstanceQuery().processInstanceIds(Set.copyOf(ids)).list().stream()
                .map(p -> p.getId())
                .toList();
    }

    private List<UUID> keys() {
        return db.sql("select key from public.request_key where actor_id = :actor and requested_at < :now")
                .param("actor", ACTOR)
                .param("now", Timestamp.from(time.now()))
                .query(UUID.class)
                .list();
    }

    private int destroyed(String kind) {
        return db.sql("select count(*) from public.destruction where kind = :kind")
                .param("kind", kind)
                .query(Integer.class)
                .single();
    }
}
