package id.siks.processadmin.migration;

import id.siks.SiksApplication;
import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The application in a process of its own, to be killed. At its start it opens many cases of an old version, says so with
 * the file {@code test.prepared} and waits for a byte on its standard input; then it begins to move them.
 */
public class LongMigration implements ApplicationRunner {

    /** The process they follow. */
    static final String KEY = "test-long-moving";

    private static final AreaCode VILLAGE = new AreaCode("1671011004");
    private static final int AT_ONCE = 50;

    private final MovingCases moving;
    private final MigrationDesk desk;
    private final Pairs pairs;
    private final TestActors people;
    private final TransactionTemplate transaction;
    private final int cases;
    private final Path prepared;

    LongMigration(
            MovingCases moving,
            MigrationDesk desk,
            Pairs pairs,
            TestActors people,
            TransactionTemplate transaction,
            @Value("${test.cases}") int cases,
            @Value("${test.prepared}") Path prepared) {
        this.moving = moving;
        this.desk = desk;
        this.pairs = pairs;
        this.people = people;
        this.transaction = transaction;
        this.cases = cases;
        this.prepared = prepared;
    }

    public static void main(String[] args) {
        new SpringApplication(SiksApplication.class, LongMigration.class).run(args);
    }

    @Override
    public void run(ApplicationArguments arguments) throws Exception {
        people.operator(VILLAGE);
        moving.version(KEY, MovingCases.model(MovingCases.BARE, KEY));
        for (int i = 0; i < cases; i += AT_ONCE) {
            transaction.executeWithoutResult(s -> {
                for (int n = 0; n < AT_ONCE; n++) {
                    moving.open(KEY, VILLAGE);
                }
            });
        }
        moving.version(KEY, MovingCases.model(MovingCases.WATCHED, KEY));
        Actor admin = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        Actor releaser = people.holding(List.of(Assignment.nation(Role.PROCESS_RELEASER)));
        long id = desk.plan(
                pairs.of(KEY, 1, 2),
                Choice.of(Map.of("weigh-goods", "weigh-goods")),
                "Supaya semua diingatkan.",
                admin);
        Files.writeString(prepared, "ya");
        if (System.in.read() < 0) {
            throw new IllegalStateException("Whoever started this has gone");
        }
        desk.begin(id, MigrationTest.WHY, releaser);
    }
}
