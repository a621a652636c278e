package id.siks.finalization;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.casework.CaseRef;
import id.siks.finalization.Rehearsal.Walk;
import id.siks.identity.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Seven, three and one days before a cut-off people are told how many cases would miss it, by their own clock. */
@RecordApplicationEvents
class CutoffWarningTests extends PeriodTest {

    private static final String WHY = "Kementerian memperpanjang masa pengusulan.";

    @Autowired
    ManagementService engine;

    @Autowired
    ApplicationEvents events;

    @Autowired
    JdbcTemplate db;

    @Test
    void each_day_is_told_once_with_how_many_would_miss_it_and_one_timer_is_armed() {
        // Kupang keeps the middle time of the country: eight in the morning is midnight in Greenwich.
        Walk walk = rehearsal.opened("5371");
        AreaCode village = walk.villages.get(0);
        Actor operator = walk.operator(village);
        Actor head = people.villageHead(village);
        Actor visitor = people.socialWorker(village.at(AreaLevel.DISTRICT));
        members.ready(walk.villages.get(1), 2);
        members.ready(village, 2);
        members.checking(village);
        members.meeting(village);
        // A week before the village's cut-off is the day the period opens, the next is three days before.
        assertThat(fires(walk)).isEqualTo("2026-11-15T00:00:00Z");
        fire(walk);
        for (Actor told : List.of(operator, head)) {
            assertThat(told(told)).containsExactly(Map.of("milestone", "VILLAGE_CUTOFF", "items", 3));
        }
        assertThat(told(walk.verifier)).containsExactly(Map.of("milestone", "VILLAGE_CUTOFF", "items", 5));
        assertThat(told(visitor)).isEmpty();
        assertThat(fires(walk)).isEqualTo("2026-11-18T00:00:00Z");

        fire(walk);
        fire(walk);
        assertThat(told(operator)).hasSize(2);
        walk.finalizes(village, 0);
        fire(walk);

        assertThat(told(operator)).hasSize(2);
        assertThat(fires(walk)).isEqualTo("2026-11-22T00:00:00Z");
    }

    @Test
    void before_the_regencys_cutoff_those_who_visit_and_decide_are_told_as_well() {
        Walk walk = rehearsal.opened("5301");
        AreaCode village = walk.villages.get(0);
        Actor visitor = people.socialWorker(village.at(AreaLevel.DISTRICT));
        List<CaseRef> list = walk.finalizes(village, 3);
        batches.approved(list.get(0), walk.verifier);
        walk.at(Milestone.VILLAGE_CUTOFF);
        time.moveTo(Instant.parse("2026-11-24T00:00:01Z"));
        fire(walk);

        for (Actor told : List.of(walk.operator(village), visitor, walk.verifier)) {
            assertThat(told(told)).contains(Map.of("milestone", "REGENCY_CUTOFF", "items", 2));
        }
    }

    @Test
    void a_cutoff_that_moves_takes_its_warnings_along() {
        Walk walk = rehearsal.opened("5307");
        members.ready(walk.villages.get(0), 1);
        while (fires(walk).isBefore(Instant.parse("2026-11-21T00:00:00Z"))) {
            fire(walk);
        }
        Instant later = walk.view().villageCutoffAt().plus(Duration.ofDays(2));
        periods.moveCutoff(walk.ref, walk.view().version(), Milestone.VILLAGE_CUTOFF, later, WHY, walk.officeHead);
        // Warned two days ago, which is later than seven days before the new date.
        assertThat(fires(walk)).isEqualTo("2026-11-21T00:00:00Z");
        fire(walk);
        assertThat(warnings(walk)).containsExactly("REGENCY 7", "VILLAGE 3", "VILLAGE 3", "VILLAGE 7");
        assertThat(events.stream(CutoffNeared.class)
                        .filter(n -> n.period().equals(walk.ref))
                        .reduce((a, b) -> b))
                .get()
                .satisfies(n -> assertThat(n.cutoffAt()).isEqualTo(later));
    }

    @Test
    void a_cutoff_that_comes_nearer_is_told_at_once_and_only_once() {
        Walk walk = rehearsal.opened("5308");
        while (!fires(walk).isAfter(time.now())) {
            fire(walk);
        }
        Instant sooner = time.now().plus(Duration.ofDays(2));
        periods.moveCutoff(walk.ref, walk.view().version(), Milestone.VILLAGE_CUTOFF, sooner, WHY, walk.officeHead);
        assertThat(fires(walk)).isBefore(time.now());
        long before = neared(walk);
        fire(walk);
        assertThat(neared(walk)).isEqualTo(before + 1);
        assertThat(fires(walk)).isAfter(time.now());
    }

    @Test
    void only_the_last_warning_before_a_cutoff_is_urgent() {
        Walk walk = rehearsal.opened("5306");
        Actor operator = walk.operator(walk.villages.get(0));
        members.ready(walk.villages.get(0), 1);
        while (fires(walk).isBefore(walk.view().villageCutoffAt())) {
            fire(walk);
        }

        assertThat(db.queryForList(
                        """
                        select urgent from worklist.notice
                        where account_id = ? and what = 'CUTOFF_NEARED' order by notice_id""",
                        Boolean.class,
                        operator.accountId()))
                .containsExactly(false, false, true);
    }

    private long neared(Walk walk) {
        return events.stream(CutoffNeared.class)
                .filter(n -> n.period().equals(walk.ref))
                .count();
    }

    private Job timer(Walk walk) {
        return engine.createJobQuery()
                .processInstanceId(db.queryForObject(
                        "select id_ from act_ru_execution where business_key_ = ?", String.class, walk.ref.value()))
                .activityId("cutoff-neared")
                .singleResult();
    }

    private Instant fires(Walk walk) {
        return timer(walk).getDuedate().toInstant();
    }

    private void fire(Walk walk) {
        Job timer = timer(walk);
        if (timer.getDuedate().toInstant().isAfter(time.now())) {
            time.moveTo(timer.getDuedate().toInstant().plusSeconds(1));
        }
        engine.executeJob(timer.getId());
    }

    private List<Map<String, Object>> told(Actor actor) {
        return db.queryForList(
                """
                select milestone, items from worklist.notice
                where account_id = ? and what = 'CUTOFF_NEARED' order by notice_id""",
                actor.accountId());
    }

    private List<String> warnings(Walk walk) {
        return db.queryForList(
                """
                select replace(milestone, '_CUTOFF', ' ') || days from finalization.cutoff_warning
                join finalization.period using (period_id) where case_ref = ? order by 1""",
                String.class,
                walk.ref.value());
    }
}
