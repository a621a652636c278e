package id.siks.fieldcheck;

import static id.siks.fieldcheck.FieldCheckTestData.found;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.identity.Accounts;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.EnteredLeave;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.platform.BusinessTime;
import id.siks.platform.InvalidInput;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** A visit is given to somebody who can make it. */
@EngineTest
class RevisitTests {

    @Autowired
    FieldCheckTestData visits;

    @Autowired
    FieldChecks fieldChecks;

    @Autowired
    TestActors people;

    @Autowired
    Accounts accounts;

    @Autowired
    TaskService tasks;

    @Autowired
    BusinessTime time;

    @Autowired
    MockMvc mvc;

    @Test
    void theOnlyOneLeftGoesWhenTheFirstIsGone() {
        AreaCode district = AreaCode.of("32.06.01");
        Actor gone = people.socialWorker(district);
        CaseRef ref = inReview(AreaCode.of("32.06.01.2001"), gone);
        Actor follower = people.socialWorker(district);
        leavesOffice(gone, district);

        seenAgain(ref);

        assertThat(assignee(ref)).isEqualTo(follower.id());
        assertThat(fieldChecks.latest(ref).orElseThrow().worker()).isEqualTo(follower.accountId());
    }

    @Test
    void anyOfSeveralMayTakeItWhenTheFirstIsGone() {
        AreaCode district = AreaCode.of("32.06.02");
        Actor gone = people.socialWorker(district);
        CaseRef ref = inReview(AreaCode.of("32.06.02.2001"), gone);
        Actor one = people.socialWorker(district);
        people.socialWorker(district);
        leavesOffice(gone, district);

        seenAgain(ref);

        assertThat(assignee(ref)).isNull();
        assertThat(fieldChecks.latest(ref).orElseThrow().worker()).isNull();
        visits.confirms(one, ref);
        assertThat(fieldChecks.latest(ref).orElseThrow().result()).isEqualTo(FieldCheckConcluded.Result.CONFIRMED);
    }

    @Test
    void whoeverStandsInGoesWhileTheFirstIsOnLeave() throws Exception {
        AreaCode district = AreaCode.of("32.06.03");
        Actor absent = people.socialWorker(district);
        CaseRef ref = inReview(AreaCode.of("32.06.03.2001"), absent);
        people.socialWorker(district);
        Actor deputy = people.socialWorker(district);
        goesOnLeave(absent, deputy);

        seenAgain(ref);

        assertThat(assignee(ref)).isEqualTo(deputy.id());
    }

    @Test
    void nobodyOnLeaveIsChosen() throws Exception {
        AreaCode district = AreaCode.of("32.06.04");
        Actor absent = people.socialWorker(district);
        Actor deputy = people.socialWorker(district);
        people.socialWorker(district);
        goesOnLeave(absent, deputy);
        CaseRef ref = visits.asked(AreaCode.of("32.06.04.2001"), null, "C1");
        Actor verifier = people.verifier(AreaCode.of("32.06"));

        assertThatThrownBy(() -> visits.does(verifier, ref, "assign-visit", Map.of("worker", absent.id())))
                .isInstanceOf(InvalidInput.class);
        visits.does(verifier, ref, "assign-visit", Map.of("worker", deputy.id()));
        assertThat(assignee(ref)).isEqualTo(deputy.id());
    }

    private CaseRef inReview(AreaCode village, Actor visitor) {
        CaseRef ref = visits.asked(village, null, "C1");
        visits.does(visitor, ref, "record-visit", found(VisitOutcome.REFUSED));
        return ref;
    }

    private void seenAgain(CaseRef ref) {
        Map<String, String> again = Map.of("decision", "REVISIT", "note", "Lihat lantai kamar tidur");
        visits.does(people.verifier(AreaCode.of("32.06")), ref, "review-visit", again);
    }

    private void leavesOffice(Actor gone, AreaCode district) {
        accounts.end(gone.accountId(), Assignment.of(Role.DISTRICT_SOCIAL_WORKER, district));
    }

    private void goesOnLeave(Actor absent, Actor deputy) throws Exception {
        Actor keeper = people.holding(List.of(Assignment.nation(Role.USER_ADMIN)));
        mvc.perform(EnteredLeave.of(absent, deputy, time.today(ZoneId.of("Asia/Jakarta")), keeper))
                .andExpect(redirectedUrl("/identity/leave"));
    }

    private String assignee(CaseRef ref) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(ref.value())
                .taskDefinitionKey("record-visit")
                .singleResult()
                .getAssignee();
    }
}
