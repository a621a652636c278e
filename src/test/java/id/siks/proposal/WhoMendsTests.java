package id.siks.proposal;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.identity.Actor;
import id.siks.identity.TestActors;
import id.siks.platform.Conflict;
import id.siks.platform.engine.EngineJobs;
import id.siks.platform.engine.EngineTasks;
import id.siks.register.FamilyContent;
import id.siks.register.MemberContent;
import id.siks.register.Sex;
import id.siks.register.TestFamilies;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** A proposal that came back is handed in again by whoever has the task of mending it, and it is booked to him (requirement 12). */
@EngineTest
class WhoMendsTests {

    @Autowired
    ProposalTestData data;

    @Autowired
    Proposals proposals;

    @Autowired
    TestActors people;

    @Autowired
    EngineTasks tasks;

    @Autowired
    EngineJobs jobs;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcTemplate db;

    ProposalTestData.Place place;

    @Test
    void what_a_colleague_has_taken_is_not_handed_in_past_him() throws Exception {
        CaseRef ref = mismatching("1806112018", false);
        Actor colleague = people.operator(place.village);
        tasks.assign(task(ref), colleague.id());

        mvc.perform(get("/proposal/" + ref + "/review").with(with(place.operator)))
                .andExpect(content().string(containsString("sedang dikerjakan " + colleague.displayName())));
        mvc.perform(post("/proposal/" + ref + "/submit")
                        .param("again", "true")
                        .param("declaration", "true")
                        .param("key", UUID.randomUUID().toString())
                        .param("version", Integer.toString(data.version(ref)))
                        .with(csrf())
                        .with(with(place.operator)))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString(colleague.displayName())));
        assertThat(stateOf(ref)).isEqualTo(CaseStatus.IDENTITY_MISMATCHED);

        mvc.perform(get("/proposal/" + ref + "/review").with(with(colleague)))
                .andExpect(content().string(not(containsString("sedang dikerjakan"))));
        resubmit(ref, colleague);
        assertThat(doneBy(ref)).isEqualTo(colleague.accountId());
    }

    @Test
    void what_nobody_has_taken_is_booked_to_whoever_hands_it_in() {
        CaseRef ref = mismatching("1806112019", false);

        resubmit(ref, place.worker);

        assertThat(doneBy(ref)).isEqualTo(place.worker.accountId());
    }

    @Test
    void what_was_handed_on_for_an_answer_is_not_handed_in_before_it_is_given_back() {
        CaseRef ref = mismatching("1806112020", false);
        Actor asked = people.operator(place.village);
        tasks.delegate(task(ref), place.operator.id(), asked.id());

        assertThatThrownBy(() -> resubmit(ref, asked))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.reason().args()).contains(place.operator.displayName()));
        assertThatThrownBy(() -> resubmit(ref, place.operator)).isInstanceOf(Conflict.class);
        assertThat(stateOf(ref)).isEqualTo(CaseStatus.IDENTITY_MISMATCHED);
    }

    @Test
    void whose_own_family_it_is_leaves_his_task_to_the_other_who_hands_it_in() {
        CaseRef ref = mismatching("1806112021", true);
        tasks.assign(task(ref), place.operator.id());

        resubmit(ref, place.worker);

        assertThat(doneBy(ref)).isEqualTo(place.worker.accountId());
    }

    @Test
    void whom_he_has_asked_about_his_own_family_hands_it_in_himself() {
        CaseRef ref = mismatching("1806112025", true);
        Actor asked = people.operator(place.village);
        tasks.delegate(task(ref), place.operator.id(), asked.id());

        resubmit(ref, asked);

        assertThat(doneBy(ref)).isEqualTo(asked.accountId());
    }

    @Test
    void a_named_official_leaves_his_task_to_others_and_nobody_else_does() {
        CaseRef ref = mismatching("1806112022", false);
        Actor colleague = people.operator(place.village);
        db.update(
                "update proposal.proposal set family_of = ?, own_family = true where case_ref = ?",
                colleague.accountId(),
                ref.value());
        tasks.assign(task(ref), place.operator.id());
        assertThatThrownBy(() -> resubmit(ref, place.worker)).isInstanceOf(Conflict.class);

        tasks.assign(task(ref), colleague.id());
        resubmit(ref, place.worker);

        assertThat(doneBy(ref)).isEqualTo(place.worker.accountId());
    }

    /** The civil registry knows its head by another name. */
    private CaseRef mismatching(String village, boolean ownFamily) {
        place = data.in(village);
        MemberContent head = TestFamilies.member(
                "18041%s1506859001".formatted(village.charAt(9)), "Budi Santosa", Sex.MALE, 1, true);
        FamilyContent family = TestFamilies.withMember(place.family(), 0, head);
        CaseRef ref = place.drafted(family);
        proposals.saveCard(
                ref, data.version(ref), CardPart.of(family, Channel.VILLAGE_MEETING, ownFamily), place.operator);
        proposals.submit(ref, data.version(ref), true, UUID.randomUUID(), ownFamily ? place.worker : place.operator);
        jobs.runDue();
        return ref;
    }

    private void resubmit(CaseRef ref, Actor by) {
        proposals.resubmit(ref, data.version(ref), null, UUID.randomUUID(), by);
    }

    private String task(CaseRef ref) {
        return tasks.openId(ref.value(), "correct-proposal");
    }

    private CaseStatus stateOf(CaseRef ref) {
        return proposals.view(ref, place.operator).status();
    }

    private Long doneBy(CaseRef ref) {
        return db.queryForObject(
                "select done_by from worklist.work_item where case_ref = ? and task_key = 'correct-proposal'",
                Long.class,
                ref.value());
    }
}
