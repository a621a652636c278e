package id.siks.processadmin.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.EngineTest;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.platform.InvalidInput;
import id.siks.processadmin.check.Finding;
import id.siks.processadmin.check.ModelCheck;
import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.release.Release.Act;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** A diagram that waits for the opening of a period is asked as the ones are that cases follow; nothing of it stays. */
@EngineTest
@Transactional
class WaitingDiagramTests {

    private static final String READS = "answer-still-read";
    private static final String FORM_FILE = "src/test/resources/forms/worklist/second-look.form";

    @Autowired
    ReleaseRows rows;

    @Autowired
    ReleaseChanges changes;

    @Autowired
    Uses uses;

    @Autowired
    ModelCheck check;

    @Autowired
    TestActors people;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private Actor author;
    private Actor second;
    private String diagram;
    private String form;

    @BeforeEach
    void filesOfTests() throws IOException {
        author = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        second = people.holding(List.of(Assignment.nation(Role.PROCESS_RELEASER)));
        diagram = Files.readString(Path.of("src/test/resources/worklist/test-second-look.bpmn"));
        form = Files.readString(Path.of(FORM_FILE));
    }

    @Test
    void its_forms_keep_asking_what_it_reads() {
        String without = form.replace("\"AGREED\"", "\"YES\"");
        assertThat(refusals(without)).doesNotContain(READS);

        Release waiting = released(1, diagram);

        assertThat(refusals(form)).isEmpty();
        assertThat(refusals(without)).contains(READS);

        changes.deployed(released(2, diagram.replace("'AGREED'", "'YES'")), null, now);
        assertThat(rows.pending()).as("its moment has not come").contains(waiting);
        assertThat(refusals(without))
                .as("a later version is in force: it comes to nothing")
                .doesNotContain(READS);
    }

    @Test
    void its_forms_stay_though_a_later_one_that_waits_as_well_does_not_use_them() {
        released(1, diagram.replace("camunda:formRef=\"second-look\"", "camunda:formRef=\"third-look\""));
        released(2, diagram);

        assertThatThrownBy(() -> uses.requireNone(ModelKind.FORM, "third-look", "withdrawNote"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("processadmin.withdraw.error.used");
    }

    private List<String> refusals(String file) {
        return check.check(ModelKind.FORM, "second-look", file).refusals().stream()
                .map(Finding::rule)
                .toList();
    }

    private Release released(int version, String content) {
        long id = changes.propose(
                new Proposal(
                        ModelKind.BPMN,
                        "test-second-look",
                        "worklist",
                        ReleaseSource.DRAFT,
                        null,
                        null,
                        null,
                        content,
                        "Diagram uji."),
                author.accountId(),
                now);
        changes.release(
                rows.find(id).orElseThrow(),
                version,
                Start.at(now.plus(Duration.ofDays(1))),
                new Act(second.accountId(), now, "Sesuai surat kepala dinas."),
                second.persons());
        return rows.find(id).orElseThrow();
    }
}
