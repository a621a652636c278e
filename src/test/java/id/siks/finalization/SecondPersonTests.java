package id.siks.finalization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.casework.BatchMember;
import id.siks.casework.CaseRef;
import id.siks.casework.ReasonCode;
import id.siks.finalization.Rehearsal.Walk;
import id.siks.finalization.model.Integrity;
import id.siks.finalization.process.PeriodFinalization;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.platform.InvalidInput;
import id.siks.platform.Refused;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody approves his own work (requirement 13), and what is approved is what was seen. */
class SecondPersonTests extends PeriodTest {

    @Autowired
    Integrity integrity;

    @Test
    void whoDecidedACaseDoesNotApproveTheList() {
        Walk walk = rehearsal.opened("3375");
        Actor both = both(walk);
        CaseRef member = walk.finalizes(walk.villages.get(0), 1).get(0);
        batches.approved(member, both);
        walk.at(Milestone.VILLAGE_CUTOFF);
        walk.at(Milestone.REGENCY_CUTOFF);
        assertThatThrownBy(() -> batches.approve(walk.ref, both))
                .isInstanceOf(Refused.class)
                .hasMessage("finalization.error.second-person-decided");
    }

    @Test
    void whoClosedTheListDoesNotApproveIt() {
        Walk walk = rehearsal.opened("3376");
        Actor both = both(walk);
        CaseRef member = walk.finalizes(walk.villages.get(0), 1).get(0);
        batches.approved(member, walk.verifier);
        walk.at(Milestone.VILLAGE_CUTOFF);
        periods.closeRegency(walk.ref, both);
        assertThatThrownBy(() -> batches.approve(walk.ref, both))
                .isInstanceOf(Refused.class)
                .hasMessage("finalization.error.second-person-closed");
    }

    @Test
    void whoHadAHandInAFamilyOfTheListDoesNotTakeItFurther() {
        Walk walk = rehearsal.opened("3273");
        CaseRef member = walk.sealed(2).get(1);
        members.worked(member, walk.officeHead.accountId());
        members.worked(member, walk.decider.accountId());
        refusedAsWorker(() -> batches.approve(walk.ref, walk.officeHead));
        batches.approve(walk.ref, people.officeHead(walk.regency));
        walk.letter();
        members.worked(member, walk.regent.accountId());
        refusedAsWorker(() -> batches.ratify(walk.ref, walk.letterOf(sha256(walk)), walk.regent));
        batches.ratify(walk.ref, walk.letterOf(sha256(walk)), people.regent(walk.regency));
        batches.forward(walk.ref, walk.province);
        jobs.runDue();
        batches.checked(walk.ref, walk.ministry);
        refusedAsWorker(() -> batches.determine(walk.ref, walk.decree(), walk.decider));
        batches.determine(walk.ref, walk.decree(), people.decider());
    }

    @Test
    void whoCheckedTheListBeforeItCameBackDoesNotDetermineIt() {
        Walk walk = rehearsal.opened("1673");
        Actor both = people.holding(
                List.of(Assignment.nation(Role.MINISTRY_OFFICER), Assignment.nation(Role.MINISTRY_DECIDER)));
        walk.sealed(2);
        walk.ratifiedUpTo(PeriodFinalization.CHECK_INTEGRITY);
        batches.checked(walk.ref, both);
        batches.refuse(walk.ref, Reasons.one(), walk.decider);
        jobs.runDue();
        batches.checked(walk.ref, walk.ministry);
        assertThatThrownBy(() -> batches.determine(walk.ref, walk.decree(), both))
                .isInstanceOf(Refused.class)
                .hasMessage("finalization.error.second-person-closed");
        batches.determine(walk.ref, walk.decree(), walk.decider);
    }

    @Test
    void whoHadAHandInAFamilyDoesNotTakeItOutOfTheList() {
        Walk walk = rehearsal.opened("1674");
        List<CaseRef> list = walk.sealed(3);
        Actor helper = people.officeHead(walk.regency);
        members.worked(list.get(0), helper.accountId());
        refusedAsWorker(() -> walk.returns(list.get(0), helper));
        walk.returns(list.get(1), helper);
        walk.ratifiedUpTo(PeriodFinalization.CHECK_INTEGRITY);
        Actor officer = people.ministryOfficer();
        members.worked(list.get(0), officer.accountId());
        refusedAsWorker(() -> walk.rejects(list.get(0), officer));
        walk.rejects(list.get(0), walk.ministry);
    }

    @Test
    void whoseFamilyHasLeftTheListMayTakeItFurther() {
        Walk walk = rehearsal.opened("3276");
        CaseRef member = walk.sealed(2).get(1);
        members.worked(member, walk.officeHead.accountId());
        batches.withdrawn(member);
        batches.approve(walk.ref, walk.officeHead);
    }

    @Test
    void theRegentRatifiesTheListHeSawAndNoOther() {
        Walk walk = rehearsal.opened("3577");
        List<CaseRef> list = walk.sealed(2);
        String before = batches.find(walk.ref).orElseThrow().sha256();
        walk.returns(list.get(0), walk.officeHead);
        assertThat(batches.find(walk.ref).orElseThrow().sha256()).isNotEqualTo(before);
        batches.approve(walk.ref, walk.officeHead);
        walk.letter();
        assertThatThrownBy(() -> batches.ratify(walk.ref, walk.letterOf(before), walk.regent))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void aLineThatChangesAfterSealingIsFound() {
        Walk walk = rehearsal.opened("6371");
        List<CaseRef> list = walk.sealed(2);
        assertThat(integrity.check(walk.ref).clean()).isTrue();
        members.rename(list.get(1), "Orang Lain");
        assertThat(integrity.check(walk.ref).faults())
                .containsExactly(
                        Map.entry(list.get(1), List.of(new BatchMember.Fault("line-changed", ReasonCode.OTHER))));
    }

    private static void refusedAsWorker(ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOf(Refused.class).hasMessage("finalization.error.second-person-worked");
    }

    private String sha256(Walk walk) {
        return batches.find(walk.ref).orElseThrow().sha256();
    }

    private Actor both(Walk walk) {
        return people.holding(List.of(
                Assignment.of(Role.REGENCY_VERIFIER, walk.regency),
                Assignment.of(Role.REGENCY_OFFICE_HEAD, walk.regency)));
    }
}
