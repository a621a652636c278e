package id.siks.finalization;

import id.siks.casework.CaseRef;
import id.siks.finalization.Rehearsal.Walk;
import id.siks.platform.engine.EngineJobs;
import org.springframework.stereotype.Component;

/** Periods that went their way to the end, for tests of those who look back. Time moves on with them. */
@Component
public class EndedPeriods {

    private final Rehearsal rehearsal;
    private final Batches batches;
    private final EngineJobs jobs;

    EndedPeriods(Rehearsal rehearsal, Batches batches, EngineJobs jobs) {
        this.rehearsal = rehearsal;
        this.batches = batches;
        this.jobs = jobs;
    }

    /** The minister refused its list once and determined it then. */
    public CaseRef determined(String regency) {
        Walk walk = rehearsal.opened(regency);
        walk.sealed(2);
        walk.checked();
        batches.refuse(walk.ref, Reasons.one(), walk.decider);
        jobs.runDue();
        batches.checked(walk.ref, walk.ministry);
        batches.determine(walk.ref, walk.decree(), walk.decider);
        jobs.runDue();
        return walk.ref;
    }

    /** Nobody was on its list. */
    public CaseRef empty(String regency) {
        Walk walk = rehearsal.opened(regency);
        walk.at(Milestone.VILLAGE_CUTOFF);
        walk.at(Milestone.REGENCY_CUTOFF);
        return walk.ref;
    }
}
