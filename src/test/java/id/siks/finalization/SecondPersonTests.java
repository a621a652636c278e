package id.siks.finalization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.EngineTest;
import id.siks.casework.BatchMember;
import id.siks.casework.CaseRef;
import id.siks.casework.ReasonCode;
import id.siks.finalization.Rehearsal.Walk;
import id.siks.finalization.model.Integrity;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.platform.InvalidInput;
import id.siks.platform.Refused;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody approves his own work (requirement 13), and what is approved is what was seen. */
@EngineTest
class SecondPersonTests {

    @Autowired
    Rehearsal rehearsal;

    @Autowired
    RehearsedMembers members;

    @Autowired
    Periods periods;

    @Autowired
    Batches batches;

    @Autowired
    Integrity integrity;

    @Autowired
    TestActors people;

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
    void theRegentRatifiesTheListHeSawAndNoOther() {
        Walk walk = rehearsal.opened("3577");
        List<CaseRef> list = walk.sealed(2);
        String before = batches.find(walk.ref).orElseThrow().sha256();
        batches.returnItem(walk.ref, list.get(0), Reasons.one(), walk.officeHead);
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

    private Actor both(Walk walk) {
        return people.holding(List.of(
                Assignment.of(Role.REGENCY_VERIFIER, walk.regency),
                Assignment.of(Role.REGENCY_OFFICE_HEAD, walk.regency)));
    }
}
