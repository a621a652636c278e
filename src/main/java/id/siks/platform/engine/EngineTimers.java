package id.siks.platform.engine;

import id.siks.platform.BusinessTime;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Timers that wait, moved to another date. Each is in one hand at a time: whoever moves it or the executor that fires it. */
@Component
public class EngineTimers {

    private final ManagementService engine;
    private final JdbcClient db;
    private final BusinessTime time;

    EngineTimers(ManagementService engine, JdbcClient db, BusinessTime time) {
        this.engine = engine;
        this.db = db;
        this.time = time;
    }

    /**
     * Gives the timer of {@code element} another date. Until the caller's transaction ends the executor does not take it.
     *
     * @return what became of it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Moved move(String instance, String element, Date to) {
        Job armed = engine.createJobQuery()
                .processInstanceId(instance)
                .activityId(element)
                .singleResult();
        if (armed == null) {
            return Moved.NOT_ARMED;
        }
        if (!hold(armed)) {
            return Moved.FIRING;
        }
        engine.setJobDuedate(armed.getId(), to);
        return Moved.MOVED;
    }

    /** Arms the timer that fires at this moment once more, in the transaction of what it brings about. */
    public void again(Instant at) {
        ((TimerEntity) Context.getCommandContext().getCurrentJob()).createNewTimerJob(Date.from(at));
    }

    /** False when the executor has it: what it brings about is under way and may be waiting for the caller. */
    private boolean hold(Job timer) {
        return db.sql(
                        """
                        select lock_owner_ is null or lock_exp_time_ < :now from public.act_ru_job
                        where id_ = :id for no key update""")
                .param("id", timer.getId())
                .param("now", Timestamp.from(time.now()))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** What became of a timer. */
    public enum Moved {
        /** It waits for its new date. */
        MOVED,
        /** The instance does not wait for it now. */
        NOT_ARMED,
        /** It is due and fires at this moment; its date stays. */
        FIRING
    }
}
