package id.siks.processadmin.release;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.platform.BusinessTime;
import id.siks.processadmin.check.ModelCheck;
import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.check.Shipped;
import id.siks.processadmin.check.Shipped.File;
import id.siks.processadmin.draft.Drafts;
import id.siks.processadmin.draft.Overtakings;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A draft, somebody who proposes it and somebody who releases it. */
@EngineTest
abstract class ReleaseTest {

    static final String TABLE = "poverty-level";
    static final String MEETING = "village-meeting";
    static final String QUESTION = "\"label\": \"Keputusan kepala desa/lurah\"";
    static final String RIGHT = "label=\"Saran\"";
    static final String NOTE = "Nama kolom diperjelas.";
    static final String REASON = "Sesuai surat kepala dinas.";

    @Autowired
    Releases releases;

    @Autowired
    Proposing proposing;

    @Autowired
    Drafts drafts;

    @Autowired
    ReleaseRows rows;

    @Autowired
    ReleaseChanges changes;

    @Autowired
    Overtakings overtakings;

    @Autowired
    ModelCheck check;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Shipped shipped;

    @Autowired
    TestActors people;

    @Autowired
    RepositoryService engine;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    BusinessTime time;

    Actor author;
    Actor second;

    @BeforeEach
    void twoPeople() {
        author = people.holding(
                List.of(Assignment.nation(Role.PROCESS_ADMIN), Assignment.nation(Role.PROCESS_RELEASER)));
        second = people.holding(List.of(Assignment.nation(Role.PROCESS_RELEASER)));
    }

    @AfterEach
    void whatIsShippedIsInForce() {
        time.release();
        declineWaiting(releases, second);
        Map<String, ModelKind> changed =
                Map.of(TABLE, ModelKind.DMN, "sign-meeting", ModelKind.FORM, MEETING, ModelKind.BPMN);
        changed.forEach((key, kind) -> {
            Release first = releases.ofModel(kind, key, null, 1_000).stream()
                    .filter(r -> r.version() != null && r.version() == 1)
                    .findFirst()
                    .orElseThrow();
            if (!releases.inForce(kind, key).orElseThrow().sha256().equals(first.sha256())) {
                releases.release(
                        proposing.takeUpAgain(first.id(), "Kembali seperti semula.", author),
                        Effect.NOW,
                        REASON,
                        second);
            }
        });
    }

    /** Nothing any test proposed waits any longer. */
    static void declineWaiting(Releases releases, Actor by) {
        for (Release waiting : releases.waiting(null, 100)) {
            releases.decline(waiting.id(), "Akhir dari uji coba.", by);
        }
    }

    void decided(Release proposed, Actor by, Set<Long> persons) {
        transaction.executeWithoutResult(
                status -> changes.decline(proposed, new Release.Act(by.accountId(), time.now(), REASON), persons));
    }

    List<String> entries(long release) {
        return jdbc.queryForList(
                "select what from processadmin.release_entry where release_id = ? order by entry_id",
                String.class,
                release);
    }

    String shippedTable() {
        return new String(shipped.find(ModelKind.DMN, TABLE).orElseThrow().content(), StandardCharsets.UTF_8);
    }

    int versions() {
        return (int) engine.createDecisionDefinitionQuery()
                .decisionDefinitionKey(TABLE)
                .count();
    }

    long draft(String key, String was, String is) {
        File file = shipped.all().stream()
                .filter(f -> f.key().equals(key))
                .findFirst()
                .orElseThrow();
        String content = new String(file.content(), StandardCharsets.UTF_8);
        assertThat(content).contains(was);
        Timestamp now = Timestamp.from(time.now());
        return jdbc.queryForObject(
                """
                insert into processadmin.draft
                  (kind, key, room, state, base_sha256, content, created_by, created_at, changed_by, changed_at)
                values (?, ?, ?, 'OPEN', ?, ?, ?, ?, ?, ?) returning draft_id""",
                Long.class,
                file.kind().name(),
                key,
                file.room(),
                rows.last(file.kind(), key).orElseThrow().sha256(),
                content.replace(was, is),
                author.accountId(),
                now,
                author.accountId(),
                now);
    }
}
