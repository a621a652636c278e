package id.siks.proposal;

import static id.siks.identity.TestActors.with;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.casework.BatchMember;
import id.siks.casework.CaseRef;
import id.siks.fieldcheck.FieldCheckTestData;
import id.siks.identity.Actor;
import id.siks.identity.TestActors;
import id.siks.platform.engine.EngineJobs;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests of officials and their own families have at hand. */
@EngineTest
abstract class OfficialsFamilyTest {

    static final AreaCode REGENCY = AreaCode.of("1807");

    @Autowired
    Areas areas;

    @Autowired
    ProposalTestData data;

    @Autowired
    Proposals proposals;

    @Autowired
    FieldCheckTestData visits;

    @Autowired
    TestActors people;

    @Autowired
    EngineJobs jobs;

    @Autowired
    RuntimeService runtime;

    @Autowired
    BatchMember batch;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvc mvc;

    /** A village of a district of its own: who may visit there is nobody else's matter. */
    ProposalTestData.Place in(int district) {
        AreaCode of = areas.children(REGENCY).get(district).code();
        return data.in(areas.children(of).get(0).code().value());
    }

    void submit(CaseRef ref, Actor by) {
        proposals.submit(ref, data.version(ref), true, UUID.randomUUID(), by);
    }

    void assign(ProposalTestData.Place place, CaseRef ref, Actor worker) {
        visits.does(place.verifier, ref, "assign-visit", Map.of("worker", worker.id()));
    }

    /** Families of officials that wait for the actor to hand them in. */
    List<CaseRef> waitingFor(Actor actor) {
        return proposals.ownFamilies(actor).stream().map(ProposalLine::ref).toList();
    }

    void shows(String path, Actor actor, String words, boolean shown) throws Exception {
        mvc.perform(get(path).with(with(actor)))
                .andExpect(content().string(shown ? containsString(words) : not(containsString(words))))
                .andExpect(content().string(not(containsString("??"))));
    }

    ProcessInstance trunk(CaseRef ref) {
        return instance(ref, "proposal-trunk");
    }

    ProcessInstance instance(CaseRef ref, String process) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(ref.value())
                .singleResult();
    }
}
