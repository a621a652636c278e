package id.siks.finalization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.finalization.Rehearsal.Walk;
import id.siks.identity.Accounts;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.platform.NotFound;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Requirements 12 and 14: what somebody is when his turn has come counts, not what he was when he asked. */
class EndedDutyTests extends PeriodTest {

    @Autowired
    VillageLists villageLists;

    @Autowired
    Accounts accounts;

    @Test
    void whoseDutyEndedMeanwhileClosesNoList() {
        Walk walk = rehearsal.opened("7271");
        AreaCode village = walk.villages.get(1);
        Actor operator = walk.operator(village);
        CaseRef member = walk.finalizes(walk.villages.get(0), 1).get(0);
        accounts.end(operator.accountId(), Assignment.of(Role.VILLAGE_OPERATOR, village));
        hidden(() -> villageLists.finalizeVillage(walk.ref, village, operator));

        batches.approved(member, walk.verifier);
        walk.at(Milestone.VILLAGE_CUTOFF);
        accounts.end(walk.verifier.accountId(), Assignment.of(Role.REGENCY_VERIFIER, walk.regency));
        hidden(() -> periods.closeRegency(walk.ref, walk.verifier));
        walk.at(Milestone.REGENCY_CUTOFF);

        accounts.disable(walk.officeHead.accountId());
        hidden(() -> batches.approve(walk.ref, walk.officeHead));
        hidden(() -> walk.returns(member, walk.officeHead));
        assertThat(batches.find(walk.ref).orElseThrow().returned()).isZero();
    }

    private static void hidden(ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOf(NotFound.class);
    }
}
