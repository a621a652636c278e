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
import id.siks.processadmin.draft.Drafts;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

    private static final String MEETING = "village-meeting";
    private static final String VISIT = "field-check";
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
    private Release meeting;
    private Release visit;

    @BeforeEach
    void twoPeople() {
        author = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        second = people.holding(List.of(Assignment.nation(Role.PROCESS_RELEASER)));
        meeting = releases.inForce(ModelKind.BPMN, MEETING).orElseThrow();
        visit = releases.inForce(ModelKind.BPMN, VISIT).orElseThrow();
    }

    @AfterEach
    void asItWas() {
        ReleaseTest.declineWaiting(releases, second);
        for (Release before : List.of(meeting, visit)) {
            if (releases.inForce(ModelKind.BPMN, before.key()).orElseThrow().id() != before.id()) {
                releases.release(proposing.takeUpAgain(before.id(), NOTE, author), Effect.NOW, REASON, second);
            }
        }
    }

    @Test
    void two_processes_released_at_once_do_not_call_each_other() {
        long one = calling(meeting, VISIT, "meeting-called");
        long other = calling(visit, MEETING, "field-check-requested");
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

    /** Proposes a version that calls another process first of all. */
    private long calling(Release model, String called, String start) {
        String from = "sourceRef=\"" + start + "\" targetRef=\"";
        assertThat(model.content()).contains(from);
        String content = model.content()
                .replace(
                        from,
                        "sourceRef=\"%s\" targetRef=\"x\"/><bpmn:callActivity id=\"x\" calledElement=\"%s\"/><bpmn:sequenceFlow id=\"x-on\" sourceRef=\"x\" targetRef=\""
                                .formatted(start, called))
                .replace(
                        "</bpmndi:BPMNPlane>",
                        "<bpmndi:BPMNShape bpmnElement=\"x\"><dc:Bounds x=\"1\" y=\"1\" width=\"9\" height=\"9\"/></bpmndi:BPMNShape>"
                                + "<bpmndi:BPMNEdge bpmnElement=\"x-on\"><di:waypoint x=\"1\" y=\"1\"/><di:waypoint x=\"2\" y=\"2\"/></bpmndi:BPMNEdge>"
                                + "</bpmndi:BPMNPlane>");
        long draft = drafts.begin(
                model.kind(), model.key(), model.room(), content.getBytes(StandardCharsets.UTF_8), NOTE, author);
        return proposing.propose(draft, 1, null, NOTE, author);
    }
}
