package id.siks.finalization;

import id.siks.OwnWork;
import id.siks.casework.CaseRef;
import id.siks.finalization.Rehearsal.Walk;
import id.siks.finalization.process.PeriodFinalization;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** A list the office head is to approve who decided on a case of it as a verifier. */
@Component
class OwnList implements OwnWork {

    private static final List<String> REGENCIES = List.of("6171", "7174");

    private final Rehearsal rehearsal;
    private final Batches batches;
    private final TestActors people;
    private final TaskService tasks;
    private int next;

    OwnList(@Lazy Rehearsal rehearsal, @Lazy Batches batches, TestActors people, TaskService tasks) {
        this.rehearsal = rehearsal;
        this.batches = batches;
        this.people = people;
        this.tasks = tasks;
    }

    @Override
    public Attempt prepare() {
        Walk walk = rehearsal.opened(REGENCIES.get(next++ % REGENCIES.size()));
        Actor author = people.holding(List.of(
                Assignment.of(Role.REGENCY_VERIFIER, walk.regency),
                Assignment.of(Role.REGENCY_OFFICE_HEAD, walk.regency)));
        CaseRef member = walk.finalizes(walk.villages.get(0), 1).get(0);
        batches.approved(member, author);
        walk.at(Milestone.VILLAGE_CUTOFF);
        walk.at(Milestone.REGENCY_CUTOFF);
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(walk.ref.value())
                .taskDefinitionKey(PeriodFinalization.APPROVE_BATCH)
                .singleResult()
                .getId();
        return new Attempt(
                task, PeriodFinalization.APPROVE_BATCH, Map.of("declaration", "true"), author, walk.officeHead);
    }
}
