package id.siks.worklist.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.Assignment;
import id.siks.identity.LeaveSweep;
import id.siks.identity.Role;
import id.siks.platform.Refused;
import id.siks.platform.engine.EngineTasks;
import id.siks.worklist.model.WorklistTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whose work somebody steers, and whose he does not. */
class SupervisionTests extends WorklistTest {

    private static final AreaCode REGENCY = new AreaCode("5321");
    private static final AreaCode VILLAGE = new AreaCode("5321012001");
    private static final AreaCode OTHER = new AreaCode("5321012002");

    @Autowired
    Supervision supervision;

    @Autowired
    Oversight oversight;

    @Autowired
    EngineTasks engine;

    @Autowired
    Actors actors;

    @Autowired
    LeaveSweep leaves;

    @Test
    void who_has_two_roles_does_not_steer_his_own_work_nor_that_of_his_team() {
        Actor both = people.holding(
                List.of(Assignment.of(Role.VILLAGE_OPERATOR, VILLAGE), Assignment.of(Role.REGENCY_VERIFIER, REGENCY)));
        String teams = work.open(VILLAGE, null);
        String own = work.open(VILLAGE, null);
        engine.assign(own, both.id());

        for (String task : List.of(teams, own)) {
            assertThatThrownBy(() -> oversight.moveDue(task, "2026-12-31", "Jembatan putus sejak Senin.", both))
                    .isInstanceOf(Refused.class);
            assertThatThrownBy(() -> oversight.remind(task, both)).isInstanceOf(Refused.class);
        }
        assertThat(steers(both, work.open(OTHER, null))).isTrue();
        assertThat(steers(people.verifier(REGENCY), own)).isTrue();
    }

    @Test
    void who_stands_in_for_his_supervisor_does_not_steer_his_own_work() {
        Actor verifier = people.verifier(REGENCY);
        Actor operator = people.operator(VILLAGE);
        leaves.away(verifier, operator);
        Actor deputy = actors.byId(operator.accountId());

        assertThat(deputy.holds(Role.REGENCY_VERIFIER, REGENCY)).isTrue();
        assertThat(steers(deputy, work.open(VILLAGE, null))).isFalse();
        assertThat(steers(deputy, work.open(OTHER, null))).isTrue();
    }

    @Test
    void a_camat_reminds_and_notes_and_decides_nothing() {
        Actor camat = people.holding(Role.DISTRICT_HEAD, VILLAGE.at(AreaLevel.DISTRICT));
        Actor operator = people.operator(VILLAGE);
        String task = work.open(VILLAGE, null);

        oversight.note(task, "Mohon didahulukan.", camat);
        oversight.remind(task, camat);
        assertThatThrownBy(() -> oversight.reassign(task, operator.id(), "", camat))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> oversight.moveDue(task, "2026-12-31", "Jembatan putus sejak Senin.", camat))
                .isInstanceOf(Refused.class);
        assertThat(items.find(task).orElseThrow().assignee()).isNull();
    }

    private boolean steers(Actor actor, String task) {
        return supervision.steers(actor, items.find(task).orElseThrow());
    }
}
