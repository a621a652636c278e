package id.siks.proposal;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.siks.HeldRows;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.TimelineEntry;
import id.siks.identity.Actor;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;

/** A visit that ends meets the death of the head of family: the one waits for the other, and neither is given up. */
class VisitAndDeathTests extends TrunkTest {

    @Autowired
    TaskService tasks;

    @Autowired
    MockMvc mvc;

    @Test
    void the_death_waits_for_the_visit_that_has_begun_and_then_ends_the_case() {
        place = data.in("1808012011");
        CaseRef ref = place.listed();
        String head = headOf(ref).nik();

        CompletableFuture<Void> death = transaction.execute(status -> {
            // As the page of the task does: first the row of the work, then, when the death has begun, the visit
            // itself.
            claim(place.worker, ref);
            CompletableFuture<Void> begun =
                    CompletableFuture.runAsync(() -> civilRegistry.announceDeath(head, LocalDate.of(2026, 10, 1)));
            HeldRows.untilWaitedFor(db);
            visits.confirms(place.worker, ref);
            return begun;
        });
        death.join();

        assertThat(timeline.summary(ref).status()).isEqualTo(CaseStatus.CANCELLED);
        assertThat(timeline.of(ref))
                .extracting(TimelineEntry::what)
                .containsSubsequence("field-check-concluded", "subject-died");
    }

    private void claim(Actor worker, CaseRef ref) {
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(ref.value())
                .taskDefinitionKey("record-visit")
                .singleResult()
                .getId();
        try {
            mvc.perform(post("/worklist/tasks/" + task + "/claim")
                            .with(with(worker))
                            .with(csrf()))
                    .andExpect(MockMvcResultMatchers.status().is3xxRedirection());
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
