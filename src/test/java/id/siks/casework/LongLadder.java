package id.siks.casework;

import id.siks.SiksApplication;
import id.siks.area.AreaCode;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.EngineTasks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The application in a process of its own, to be killed. At its start it opens many tasks whose reminder is due, says so with
 * the file {@code test.prepared} and waits for a byte on its standard input; then its timers fire.
 */
public class LongLadder implements ApplicationRunner {

    private static final AreaCode VILLAGE = new AreaCode("1701012001");
    private static final int AT_ONCE = 50;

    private final WatchedWork work;
    private final TestActors people;
    private final TaskService tasks;
    private final EngineTasks engine;
    private final Deadlines deadlines;
    private final BusinessTime time;
    private final TransactionTemplate transaction;
    private final int cases;
    private final Path prepared;

    LongLadder(
            WatchedWork work,
            TestActors people,
            TaskService tasks,
            EngineTasks engine,
            Deadlines deadlines,
            BusinessTime time,
            TransactionTemplate transaction,
            @Value("${test.cases}") int cases,
            @Value("${test.prepared}") Path prepared) {
        this.work = work;
        this.people = people;
        this.tasks = tasks;
        this.engine = engine;
        this.deadlines = deadlines;
        this.time = time;
        this.transaction = transaction;
        this.cases = cases;
        this.prepared = prepared;
    }

    public static void main(String[] args) {
        new SpringApplication(SiksApplication.class, LongLadder.class).run(args);
    }

    @Override
    public void run(ApplicationArguments arguments) throws Exception {
        people.operator(VILLAGE);
        time.moveTo(time.now().minus(Duration.ofDays(14)));
        for (int i = 0; i < cases; i += AT_ONCE) {
            transaction.executeWithoutResult(s -> {
                for (int n = 0; n < AT_ONCE; n++) {
                    work.open(Role.VILLAGE_OPERATOR, VILLAGE);
                }
            });
        }
        time.release();
        dueWithinADay();
        Files.writeString(prepared, "ya");
        if (System.in.read() < 0) {
            throw new IllegalStateException("Whoever started this has gone");
        }
    }

    /** The reminder's moment is behind, the supervisor's ahead. */
    private void dueWithinADay() {
        Instant due = deadlines.clock(VILLAGE.value()).after(time.now(), 0);
        List<Task> open = tasks.createTaskQuery().list();
        for (int i = 0; i < open.size(); i += AT_ONCE) {
            Map<String, Instant> some = new HashMap<>();
            open.subList(i, Math.min(i + AT_ONCE, open.size())).forEach(task -> some.put(task.getId(), due));
            engine.reschedule(some);
        }
    }
}
