package id.siks.finalization;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.HeldRows;
import id.siks.finalization.Rehearsal.Walk;
import id.siks.finalization.model.PeriodBook;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Somebody moves a cut-off while its timer fires: one of the two happens, whole, and whoever was late is told. */
class CutoffRaceTests extends PeriodTest {

    private static final String WHY = "Kementerian memperpanjang masa pengusulan.";

    @Autowired
    PeriodBook book;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcTemplate db;

    @Test
    void whoMovesACutoffThatFiresAtThisMomentIsToldSo() throws Exception {
        Walk walk = rehearsal.opened("3271");
        PeriodView before = walk.view();
        time.moveTo(before.villageCutoffAt().plusSeconds(1));
        String timer = timer(walk);
        assertThat(acquired()).contains(timer);

        CompletableFuture<Void> fired = transaction.execute(status -> {
            book.lock(walk.ref);
            CompletableFuture<Void> begun = CompletableFuture.runAsync(() -> fire(timer));
            HeldRows.untilWaitedFor(db);
            status.setRollbackOnly();
            // As if the executor's clock were ahead of the mover's.
            time.moveTo(before.villageCutoffAt().minusSeconds(1));
            moveByPage(walk, before);
            time.moveTo(before.villageCutoffAt().plusSeconds(1));
            return begun;
        });
        fired.join();

        assertThat(walk.view().state()).isEqualTo(PeriodState.VILLAGES_CLOSED);
        assertThat(walk.view().villageCutoffAt()).isEqualTo(before.villageCutoffAt());
        assertThat(book.moves(walk.ref)).isEmpty();
    }

    @Test
    void aTimerThatIsBeingMovedIsNotTaken() {
        Walk walk = rehearsal.opened("3272");
        Instant cutoff = walk.view().villageCutoffAt();
        time.moveTo(cutoff.minusSeconds(1));
        Instant later = time.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(2));
        String timer = timer(walk);

        CompletableFuture<List<String>> looked = transaction.execute(status -> {
            periods.moveCutoff(walk.ref, walk.view().version(), Milestone.VILLAGE_CUTOFF, later, WHY, walk.officeHead);
            time.moveTo(cutoff.plusSeconds(1));
            CompletableFuture<List<String>> begun = CompletableFuture.supplyAsync(this::acquired);
            HeldRows.untilWaitedFor(db);
            return begun;
        });

        assertThat(looked.join()).doesNotContain(timer);
        assertThat(acquired()).doesNotContain(timer);
        assertThat(walk.view().state()).isEqualTo(PeriodState.OPEN);
        assertThat(walk.view().villageCutoffAt()).isEqualTo(later);
        walk.at(Milestone.VILLAGE_CUTOFF);
        assertThat(walk.view().state()).isEqualTo(PeriodState.VILLAGES_CLOSED);
    }

    private void moveByPage(Walk walk, PeriodView seen) {
        String at = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm")
                .withZone(seen.zone())
                .format(time.now().plus(Duration.ofDays(1)));
        try {
            web.perform(post("/finalization/" + walk.ref + "/cutoff")
                            .with(with(walk.officeHead))
                            .with(csrf())
                            .param("milestone", "VILLAGE_CUTOFF")
                            .param("at", at)
                            .param("sentence", WHY)
                            .param("key", UUID.randomUUID().toString())
                            .param("version", Long.toString(seen.version())))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("Tanggal itu sudah tiba")))
                    .andExpect(content().string(containsString(WHY)));
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String timer(Walk walk) {
        return db.queryForObject(
                """
                select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                where e.business_key_ = ? and j.handler_cfg_ like 'village-cutoff%'""",
                String.class, walk.ref.value());
    }

    /** As the job executor does: first it takes what is due, jobs of one instance together, ... */
    private List<String> acquired() {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration
                .getCommandExecutorTxRequired()
                .execute(new AcquireJobsCmd(configuration.getJobExecutor(), 50))
                .getJobIdBatches()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** ... then it does it. */
    private void fire(String job) {
        CommandExecutor commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
        ExecuteJobHelper.executeJob(job, commands);
    }
}
