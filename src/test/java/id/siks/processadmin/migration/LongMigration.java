package id.siks.processadmin.migration;

import id.siks.ChildWork;
import id.siks.area.AreaCode;
import id.siks.casework.TestCases;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import java.util.List;
import java.util.Map;

/** Many cases follow an old version of their process; then they move to a new one. */
class LongMigration implements ChildWork {

    static final int CASES = 1_000;

    /** The process they follow. */
    static final String KEY = "test-long-moving";

    static final AreaCode VILLAGE = new AreaCode("1671011004");

    private final TestCases cases;
    private final MovingCases moving;
    private final MigrationDesk desk;
    private final Pairs pairs;
    private final TestActors people;

    LongMigration(TestCases cases, MovingCases moving, MigrationDesk desk, Pairs pairs, TestActors people) {
        this.cases = cases;
        this.moving = moving;
        this.desk = desk;
        this.pairs = pairs;
        this.people = people;
    }

    @Override
    public void prepare() {
        people.operator(VILLAGE);
        moving.version(KEY, MovingCases.model(MovingCases.BARE, KEY));
        cases.many(CASES, () -> moving.open(KEY, VILLAGE));
        moving.version(KEY, MovingCases.model(MovingCases.WATCHED, KEY));
    }

    @Override
    public void begin() {
        long id = desk.plan(
                pairs.of(KEY, 1, 2),
                Choice.of(Map.of("weigh-goods", "weigh-goods")),
                "Supaya semua diingatkan.",
                people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN))));
        Actor releaser = people.holding(List.of(Assignment.nation(Role.PROCESS_RELEASER)));
        desk.begin(id, MigrationTest.WHY, releaser);
    }
}
