package id.siks.benchmark;

import id.siks.casework.CaseRef;
import id.siks.platform.engine.TimersTogether;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Cases that wait for their decision, all at the moment at which their worker is to be reminded. They are put there as a
 * meeting, a visit and a closed list would have brought them; only what the timers do then is measured.
 */
final class DueDeadlines {

    private static final int TOGETHER = 100;
    private static final long PATIENCE_MINUTES = 20;
    private static final String INSTANCES =
            "select proc_inst_id_ from act_ru_execution where business_key_ = any (?) and parent_id_ is null";
    // Opened a month ago and due within an hour: the reminder's moment is past, that of the supervisor is not.
    private static final List<String> LATE = List.of(
            """
            update act_ru_job j set duedate_ = now() - interval '1 minute' from act_ru_task t
            where t.proc_inst_id_ = j.process_instance_id_ and t.create_time_ > now() - interval '1 day'
              and j.handler_cfg_ like 'decide-proposal-delayed%'""",
            """
            update act_ru_task set create_time_ = now() - interval '30 days', due_date_ = now() + interval '1 hour'
            where task_def_key_ = 'decide-proposal' and create_time_ > now() - interval '1 day'""");
    private static final String FAR =
            """
            insert into act_ru_job
              (id_, rev_, type_, exclusive_, retries_, duedate_, handler_type_, handler_cfg_, suspension_state_, priority_,
               sequence_counter_)
            select 'far-' || g, 1, 'timer', true, 3, timestamp '2099-01-01' + make_interval(secs => g), 'timer-transition',
              'far', 1, 0, 1
            from generate_series(1, ?) g""";

    private final ProcessEngine engine;
    private final TimersTogether timers;
    private final JdbcTemplate owner;

    DueDeadlines(ProcessEngine engine, TimersTogether timers, JdbcTemplate owner) {
        this.timers = timers;
        this.engine = engine;
        this.owner = owner;
    }

    /** Brings these cases to their decision, with everything that opens a task. */
    void open(List<CaseRef> cases) {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("proposal-trunk")
                .latestVersion()
                .singleResult()
                .getId();
        for (int begin = 0; begin < cases.size(); begin += TOGETHER) {
            String[] refs = cases.subList(begin, Math.min(cases.size(), begin + TOGETHER)).stream()
                    .map(CaseRef::value)
                    .toArray(String[]::new);
            engine.getRuntimeService()
                    .createModification(definition)
                    .processInstanceIds(owner.queryForList(INSTANCES, String.class, (Object) refs))
                    .cancelAllForActivity("match-identity")
                    .startBeforeActivity("decide-proposal")
                    .execute();
        }
        LATE.forEach(owner::update);
    }

    /** Adds so many deadlines that are not due. */
    void addFar(int count) {
        owner.update(FAR, count);
    }

    /** Lets an executor set as the application's do what is due until {@code count} reminders have been told. */
    void drain(int count) {
        ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
        threads.setCorePoolSize(4);
        threads.setMaxPoolSize(4);
        threads.setQueueCapacity(100);
        threads.initialize();
        try {
            drain(
                    engine,
                    timers.executor(threads, 50, 60_000),
                    untilNew("casework.task_rung", "rung_id", count, owner));
        } finally {
            threads.shutdown();
        }
    }

    /** Lets an executor do what is due in {@code engine} until {@code done}. */
    static void drain(ProcessEngine engine, JobExecutor executor, Callable<Boolean> done) {
        // As the engine sets up an executor of its own.
        executor.setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
        executor.registerProcessEngine((ProcessEngineImpl) engine);
        // Whoever executes a job asks the engine's own executor whether work goes on.
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        JobExecutor own = configuration.getJobExecutor();
        configuration.setJobExecutor(executor);
        executor.start();
        try {
            Awaitility.await()
                    .pollInterval(100, TimeUnit.MILLISECONDS)
                    .atMost(PATIENCE_MINUTES, TimeUnit.MINUTES)
                    .until(done);
        } finally {
            executor.shutdown();
            configuration.setJobExecutor(own);
        }
    }

    /** True once {@code table} has so many more rows than now. Whoever waits asks often, so only the new ones are counted. */
    static Callable<Boolean> untilNew(String table, String key, int count, JdbcTemplate db) {
        long last = db.queryForObject("select coalesce(max(" + key + "), 0) from " + table, Long.class);
        String news = "select count(*) from " + table + " where " + key + " > ?";
        return () -> db.queryForObject(news, Long.class, last) >= count;
    }

    /** Tasks that were told of more than once. */
    long doubled() {
        return owner.queryForObject(
                "select count(*) from (select task_id from casework.task_rung group by task_id having count(*) > 1) as d",
                Long.class);
    }
}
