package id.siks.proposal;

import id.siks.OwnWork;
import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** A proposal its own drafter is to decide on as the regency's verifier. */
@Component
class OwnProposal implements OwnWork {

    private static final String TASK = "decide-proposal";
    private static final List<String> VILLAGES = List.of("1806092015", "1806092016");

    private final ProposalTestData data;
    private final TestActors people;
    private final TaskService tasks;
    private int next;

    OwnProposal(@Lazy ProposalTestData data, TestActors people, TaskService tasks) {
        this.data = data;
        this.people = people;
        this.tasks = tasks;
    }

    @Override
    public Attempt prepare() {
        String village = VILLAGES.get(next++ % VILLAGES.size());
        Actor author = people.holding(List.of(
                Assignment.of(Role.VILLAGE_OPERATOR, new AreaCode(village)),
                Assignment.of(Role.REGENCY_VERIFIER, new AreaCode("1806"))));
        ProposalTestData.Place place = data.in(village, author, data.in(village).worker);
        CaseRef ref = place.visited();
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(ref.value())
                .taskDefinitionKey(TASK)
                .singleResult()
                .getId();
        return new Attempt(task, TASK, Map.of("decision", "approve", "notOwnFamily", "true"), author, place.verifier);
    }
}
