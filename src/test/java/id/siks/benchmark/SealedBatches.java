package id.siks.benchmark;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.casework.CaseGroups;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.finalization.PeriodView;
import id.siks.finalization.Periods;
import id.siks.identity.Actor;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import java.sql.Timestamp;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Batches whose decree is given and has reached nobody yet. Cases that are handed in are put where meeting, visit,
 * decision and sealing would have brought them: the way there is not what is measured.
 */
final class SealedBatches {

    private static final String[] STATEMENTS = {
        "update proposal.proposal set status = 'APPROVED_BY_REGENCY', finalized = true where case_ref = any (:refs)",
        "update finalization.period set state = 'MINISTRY_PROCESSING' where case_ref = :period",
        """
        insert into finalization.batch (period_id, case_group, sha256, sealed_at)
        select period_id, :group, repeat('0', 64), :at from finalization.period where case_ref = :period
        on conflict (period_id) do update set case_group = :group, sha256 = excluded.sha256, sealed_at = :at""",
        """
        insert into finalization.batch_item
            (batch_id, case_ref, village_code, state, joined_at, decided_by, decided_at, listed, changed_at)
        select b.batch_id, ref, :village, 'SEALED', :at, :actor, :at, true, :at
        from unnest(cast(:refs as text[])) as ref, finalization.batch b join finalization.period p using (period_id)
        where p.case_ref = :period""",
        """
        insert into finalization.decree (batch_id, number, effective_month, decided_by, decided_at)
        select batch_id, '1/HUK/2026', date_trunc('month', cast(:at as timestamptz)), :actor, :at
        from finalization.batch join finalization.period p using (period_id) where p.case_ref = :period"""
    };

    private static final Logger LOG = LoggerFactory.getLogger(SealedBatches.class);
    private static final int EXECUTOR_THREADS = 4;
    private static final int TOGETHER = 100;
    // Every row has months of its own: they share a database.
    private static final AtomicInteger MONTHS = new AtomicInteger();

    private final Periods periods;
    private final CaseGroups groups;
    private final ProcessEngine engine;
    private final BusinessTime time;
    private final JdbcClient db;

    SealedBatches(Periods periods, CaseGroups groups, ProcessEngine engine, BusinessTime time, JdbcClient db) {
        this.periods = periods;
        this.groups = groups;
        this.engine = engine;
        this.time = time;
        this.db = db;
    }

    /** A new period of the village's regency with these cases in its sealed list. */
    CaseRef with(List<CaseRef> cases, AreaCode village, Actor actor) {
        YearMonth month = YearMonth.from(time.today(ZoneOffset.UTC)).plusMonths(MONTHS.incrementAndGet());
        PeriodView period = periods.plan(village.at(AreaLevel.REGENCY), month);
        long group = groups.open("benchmark " + month, CaseStatus.MINISTRY_REVIEW, Role.MINISTRY_DECIDER, time.now());
        groups.join(group, cases);
        for (String statement : STATEMENTS) {
            db.sql(statement)
                    .param("refs", refs(cases))
                    .param("period", period.ref().value())
                    .param("group", group)
                    .param("village", village.value())
                    .param("actor", actor.accountId())
                    .param("at", Timestamp.from(time.now()))
                    .update();
        }
        moveToBatch(cases);
        move(period.ref(), "period-opened", "determination-lane#multiInstanceBody");
        return period.ref();
    }

    private void moveToBatch(List<CaseRef> cases) {
        for (int begin = 0; begin < cases.size(); begin += TOGETHER) {
            List<String> instances = db.sql(
                            """
                            select proc_inst_id_ from act_ru_execution
                            where business_key_ = any (:refs) and parent_id_ is null""")
                    .param("refs", refs(cases.subList(begin, Math.min(cases.size(), begin + TOGETHER))))
                    .query(String.class)
                    .list();
            engine.getRuntimeService()
                    .createModification(engine.getRepositoryService()
                            .createProcessDefinitionQuery()
                            .processDefinitionKey("proposal-trunk")
                            .latestVersion()
                            .singleResult()
                            .getId())
                    .processInstanceIds(instances)
                    .cancelAllForActivity("match-identity")
                    .startBeforeActivity("batch-awaited")
                    .execute();
        }
    }

    private static String[] refs(List<CaseRef> cases) {
        return cases.stream().map(CaseRef::value).toArray(String[]::new);
    }

    private void move(CaseRef ref, String from, String to) {
        engine.getRuntimeService()
                .createProcessInstanceModification(instance(ref))
                .cancelAllForActivity(from)
                .startBeforeActivity(to)
                .execute();
    }

    private String instance(CaseRef ref) {
        return db.sql("select proc_inst_id_ from act_ru_execution where business_key_ = :ref and parent_id_ is null")
                .param("ref", ref.value())
                .query(String.class)
                .single();
    }

    /** Lets the decree reach every case, chunk after chunk, by as many threads as the job executor has. */
    void determine(CaseRef period) throws Exception {
        String instance = instance(period);
        ExecutorService threads = Executors.newFixedThreadPool(EXECUTOR_THREADS);
        try {
            CompletionService<Object> lanes = new ExecutorCompletionService<>(threads);
            Set<String> taken = new HashSet<>();
            int running = 0;
            do {
                for (Job job : due(instance)) {
                    if (taken.add(job.getId())) {
                        lanes.submit(Executors.callable(() -> run(job)));
                        running++;
                    }
                }
                lanes.take().get();
                running--;
            } while (running > 0 || !due(instance).isEmpty());
        } finally {
            threads.shutdown();
        }
    }

    // Of lanes that end at the same moment one gets through; the others try again, as the executor lets them.
    private void run(Job job) {
        boolean done = false;
        while (!done) {
            try {
                engine.getManagementService().executeJob(job.getId());
                done = true;
            } catch (OptimisticLockingException other) {
                LOG.debug("Job {} tries again", job.getId());
            }
        }
    }

    private List<Job> due(String instance) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .executable()
                .list();
    }

    /** How many cases of the period the register holds now. */
    long reached(CaseRef period) {
        return db.sql(
                        """
                        select count(*) from finalization.batch_item
                        join finalization.batch using (batch_id) join finalization.period p using (period_id)
                        join proposal.proposal on proposal.case_ref = batch_item.case_ref
                        where p.case_ref = :period and batch_item.state = 'DETERMINED' and proposal.status = 'DETERMINED'""")
                .param("period", period.value())
                .query(Long.class)
                .single();
    }
}
