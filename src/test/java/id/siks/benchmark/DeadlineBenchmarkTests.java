package id.siks.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.area.AreaLevel;
import id.siks.platform.engine.TimersTogether;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Row P5: deadlines that are due. */
class DeadlineBenchmarkTests extends BenchmarkTest {

    private static final int FAR = Integer.getInteger("benchmark.deadlines", 1_000_000);

    @Autowired
    TimersTogether timers;

    @Autowired
    ProcessEngine engine;

    @Test
    void p5_due_deadlines_against_the_default_executor() throws Exception {
        assumeWanted("P5");
        // Somebody who hears it: what nobody hears goes up the ladder at once.
        actors.verifier(VILLAGE.at(AreaLevel.REGENCY));
        DueDeadlines due = new DueDeadlines(engine, timers, new JdbcTemplate(owner));
        Rounds ours = new Rounds();
        Rounds theirs = new Rounds();
        try (PlainEngine plain = new PlainEngine(owner)) {
            drain(due, new Rounds());
            for (int round = 0; round < ROUNDS; round++) {
                drain(due, ours);
                for (int i = 0; i < CASES; i++) {
                    plain.startDue();
                }
                settle();
                theirs.time(CASES, () -> plain.drain(CASES));
            }
        }
        REPORT.add("P5", "due deadlines / default executor", ours.median(), theirs.median(), "deadlines/s", 4);
        due.addFar(FAR);
        Rounds crowded = new Rounds();
        for (int round = 0; round < ROUNDS; round++) {
            drain(due, crowded);
        }
        REPORT.add("P5", "beside " + FAR + " not due / alone", crowded.median(), ours.median(), "deadlines/s", 0.5);
        assertThat(due.doubled()).isZero();
    }

    private void drain(DueDeadlines due, Rounds rounds) throws Exception {
        due.open(handIn(lists(CASES)));
        settle();
        rounds.time(CASES, () -> due.drain(CASES));
    }
}
