package id.siks.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.casework.CaseGroups;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseRefs;
import id.siks.finalization.Periods;
import id.siks.identity.Actor;
import id.siks.identity.TestActors;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.TimersTogether;
import id.siks.proposal.BulkIntake;
import id.siks.proposal.Proposals;
import id.siks.register.FamilyContent;
import id.siks.worklist.board.BoardFixture;
import id.siks.worklist.forecast.ForecastDesk;
import id.siks.worklist.list.WorklistScreen;
import id.siks.worklist.model.MadeUpPace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.flyway.FlywayDataSource;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rows of the project's benchmark: {@code mvn verify -Pbenchmark -Dbenchmark.rows=P1,P2 -Dbenchmark.cases=10000}. Ours
 * and what it is compared with take turns in one run on one server; only their ratio counts.
 */
@Tag("benchmark")
@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles({"test", "benchmark"})
@TestMethodOrder(MethodOrderer.MethodName.class)
class BenchmarkTests {

    private static final Logger LOG = LoggerFactory.getLogger(BenchmarkTests.class);
    private static final int ROUNDS = 3;
    private static final int AT_ONCE = 100;
    // Before the first round counts: a server works for months, its first minutes are not what it is bought for.
    private static final int WARM = 5_000;
    // A decree's way is the longest, and what it does for one case in a thousand has to be compiled too.
    private static final int WARM_DECREE = 15_000;
    private static final AreaCode VILLAGE = new AreaCode("1804042002");
    private static final List<String> ROWS = Arrays.asList(
            System.getProperty("benchmark.rows", "P1,P2,P3,P4,P5,P6,P6-month").split(","));
    private static final int CASES = Integer.getInteger("benchmark.cases", 1_000);
    private static final int FAR = Integer.getInteger("benchmark.deadlines", 1_000_000);
    private static final int MONTH = Integer.getInteger("benchmark.month", 30_000);
    // 30,000 cases, a large regency's month, in a minute.
    private static final double CASES_A_SECOND = 500;
    // So many classes of time hold what took up to six weeks.
    private static final int LONGEST = 31;
    private static final BenchmarkReport REPORT = new BenchmarkReport();
    private static final MadeUpFamilies FAMILIES = new MadeUpFamilies();

    @Autowired
    Proposals proposals;

    @Autowired
    TestActors actors;

    @Autowired
    DataSource pool;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @Autowired
    JdbcTemplate db;

    @Autowired
    TimersTogether timers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Periods periods;

    @Autowired
    CaseGroups groups;

    @Autowired
    CaseRefs numbers;

    @Autowired
    MockMvc web;

    @Autowired
    WorklistScreen screen;

    @Autowired
    BusinessTime time;

    @Autowired
    BoardFixture board;

    @Autowired
    ForecastDesk forecast;

    private Actor operator;
    private int version;

    @DynamicPropertySource
    static void ownFolder(DynamicPropertyRegistry properties) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "benchmark");
        properties.add("siks.database.data-directory", folder::toString);
    }

    @BeforeEach
    void somebodyWorks() {
        operator = actors.operator(VILLAGE);
    }

    @AfterAll
    static void write() throws IOException {
        REPORT.write();
    }

    @Test
    void p1_one_proposal_submitted_against_the_same_rows_by_jdbc() throws Exception {
        if (!ROWS.contains("P1")) {
            return;
        }
        drafts(WARM).forEach(this::submit);
        List<String> transactions = new ArrayList<>();
        for (CaseRef draft : drafts(CASES)) {
            transactions.add(transaction.execute(status -> {
                submit(draft);
                return db.queryForObject("select pg_current_xact_id()::xid::text", String.class);
            }));
        }
        JdbcTemplate asOwner = new JdbcTemplate(owner);
        WrittenRows written = WrittenRows.of(transactions, asOwner);
        LOG.info("P1 writes {} rows: {}", written.rowsPerTransaction(), written.sample());
        Rounds ours = new Rounds();
        Rounds theirs = new Rounds();
        for (int round = 0; round < ROUNDS; round++) {
            List<CaseRef> drafts = drafts(CASES);
            ours.time(CASES, () -> drafts.forEach(this::submit));
            written.clear(asOwner);
            theirs.time(CASES, () -> written.writeAgain(pool));
        }
        REPORT.add(
                "P1",
                "one proposal submitted / the same rows by JDBC",
                ours.median(),
                theirs.median(),
                "cases/s",
                0.55);
    }

    @Test
    void p2_bulk_intake_against_plain_starts() throws Exception {
        if (!ROWS.contains("P2")) {
            return;
        }
        try (PlainEngine plain = new PlainEngine(owner)) {
            Rounds ours = new Rounds();
            Rounds theirs = new Rounds();
            // Both are warm before the first round counts.
            handIn(lists(WARM));
            startPlain(plain, CASES);
            for (int round = 0; round < ROUNDS; round++) {
                List<List<FamilyContent>> lists = lists(CASES);
                ours.time(CASES, () -> handIn(lists));
                theirs.time(CASES, () -> startPlain(plain, CASES));
            }
            REPORT.add(
                    "P2", "bulk intake / plain starts with 15 variables", ours.median(), theirs.median(), "cases/s", 6);
        }
    }

    @Test
    void p3_worklist_screen_against_task_queries() throws Exception {
        if (!ROWS.contains("P3")) {
            return;
        }
        ManyTasks tasks = new ManyTasks(new JdbcTemplate(owner));
        tasks.open(CASES);
        List<String> regencies = tasks.regencies(20);
        List<Actor> verifiers = regencies.stream()
                .map(code -> actors.verifier(new AreaCode(code)))
                .toList();
        try (PlainEngine plain = new PlainEngine(owner)) {
            tasks.openPlainly();
            // The first looks pay for plans and pages nobody has read yet, and for a program nobody has run yet.
            Percentile.p95(100, verifiers, screen::read);
            double ours = Percentile.p95(ROUNDS * 5, verifiers, screen::read);
            double theirs = Percentile.p95(1, regencies, plain::screen);
            tasks.indexPlainly();
            Percentile.p95(1, regencies, plain::screen);
            double indexed = Percentile.p95(ROUNDS, regencies, plain::screen);
            REPORT.addAtMost("P3", "p95 of a worklist screen, " + CASES + " open tasks", ours, 5, "ms");
            REPORT.add("P3", "screens / plain task queries", 1e3 / ours, 1e3 / theirs, "screens/s", 100);
            REPORT.add("P3", "screens / plain with an index by hand", 1e3 / ours, 1e3 / indexed, "screens/s", 3);
        }
        REPORT.addAtMost("P3", "p95 of the page, 20 users", pages(verifiers) * 1e3, 50, "ms");
    }

    /** Seconds within which 95 of 100 pages come when twenty people read at once. */
    private double pages(List<Actor> readers) throws InterruptedException {
        Percentile.p95(50, readers, reader -> BusyUsers.read(web, "/worklist", reader));
        try (BusyUsers users = new BusyUsers(web, readers, List.of("/worklist"))) {
            users.await(readers.size() * 5);
            users.startCounting();
            users.await(readers.size() * 20);
            return users.p95();
        }
    }

    @Test
    void p4_overdue_board_against_a_group_query() throws Exception {
        if (!ROWS.contains("P4")) {
            return;
        }
        ManyTasks tasks = new ManyTasks(new JdbcTemplate(owner));
        tasks.open(CASES);
        board.fold();
        // Of a million tasks come at once as much is left behind as else in a year; the server clears it away by
        // itself.
        new JdbcTemplate(owner).execute("vacuum analyze worklist.work_due, worklist.work_due_change");
        List<String> regencies = tasks.regencies(20);
        try (PlainEngine plain = new PlainEngine(owner)) {
            tasks.openPlainly();
            List<String> country = List.of("");
            Percentile.p95(1_000, country, board::late);
            Percentile.p95(50, regencies, board::late);
            double nation = Percentile.p95(ROUNDS * 20, country, board::late);
            double regency = Percentile.p95(ROUNDS * 2, regencies, board::late);
            double theirs = Percentile.p95(ROUNDS, country, area -> tasks.boardPlainly());
            REPORT.addAtMost("P4", "p95 of the country's board, " + CASES + " open tasks", nation, 10, "ms");
            REPORT.addAtMost("P4", "p95 of a regency's board", regency, 10, "ms");
            REPORT.addAtMost("P4", "p95 of a regency's forecast", forecasts(regencies), 50, "ms");
            REPORT.add(
                    "P4",
                    "country's boards / the same by plain group queries",
                    1e3 / nation,
                    1e3 / theirs,
                    "boards/s",
                    500);
        }
        assertThat(board.late("")).isEqualTo(tasks.recount(""));
        assertThat(board.late(regencies.get(0))).isEqualTo(tasks.recount(regencies.get(0)));
    }

    /** Milliseconds within which 95 of 100 forecasts come, each from a history of its regency. */
    private double forecasts(List<String> regencies) {
        JdbcClient client = JdbcClient.create(owner);
        for (String regency : regencies) {
            for (int took = 0; took < LONGEST; took++) {
                MadeUpPace.add(
                        client, new AreaCode(regency), "decide-proposal", YearMonth.now(ZoneOffset.UTC), took, 20);
            }
        }
        Consumer<String> look = code -> forecast.of(new AreaCode(code), 50);
        Percentile.p95(5, regencies, look);
        return Percentile.p95(ROUNDS * 2, regencies, look);
    }

    @Test
    void p5_due_deadlines_against_the_default_executor() throws Exception {
        if (!ROWS.contains("P5")) {
            return;
        }
        // Somebody who hears it: what nobody hears goes up the ladder at once.
        actors.verifier(VILLAGE.at(AreaLevel.REGENCY));
        DueDeadlines due = new DueDeadlines(engine, timers, new JdbcTemplate(owner));
        Rounds ours = new Rounds();
        Rounds theirs = new Rounds();
        try (PlainEngine plain = new PlainEngine(owner)) {
            drain(due, new Rounds());
            for (int round = 1; round <= ROUNDS; round++) {
                drain(due, ours);
                for (int i = 0; i < CASES; i++) {
                    plain.startDue();
                }
                long told = (long) round * CASES;
                theirs.time(CASES, () -> plain.drain(told));
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
        long told = due.told();
        due.open(handIn(lists(CASES)));
        rounds.time(CASES, () -> due.drain(told + CASES));
    }

    @Test
    void p6_determination_with_its_effect_against_one_by_one_correlation() throws Exception {
        if (!ROWS.contains("P6")) {
            return;
        }
        SealedBatches batches = new SealedBatches(periods, groups, engine, time, JdbcClient.create(pool));
        try (PlainEngine plain = new PlainEngine(owner)) {
            Rounds ours = new Rounds();
            Rounds theirs = new Rounds();
            determineBoth(batches, plain, WARM_DECREE, new Rounds(), new Rounds());
            for (int round = 0; round < ROUNDS; round++) {
                determineBoth(batches, plain, CASES, ours, theirs);
            }
            REPORT.add("P6", "determination / correlation by 4 threads", ours.median(), theirs.median(), "cases/s", 8);
        }
    }

    @Test
    void p6_month_of_a_regency_while_people_work() throws Exception {
        if (!ROWS.contains("P6-month")) {
            return;
        }
        SealedBatches batches = new SealedBatches(periods, groups, engine, time, JdbcClient.create(pool));
        List<CaseRef> few = handIn(lists(AT_ONCE * 10));
        List<String> pages = List.of("/", "/worklist", "/register", "/proposal", "/proposal/" + few.get(0));
        List<Actor> readers =
                Stream.generate(() -> actors.operator(VILLAGE)).limit(20).toList();
        try (BusyUsers users = new BusyUsers(web, readers, pages)) {
            // What the first cases and the first pages of a start pay is not the month's.
            batches.determine(sealed(batches, few));
            List<CaseRef> cases = handIn(lists(MONTH));
            CaseRef period = sealed(batches, cases);
            users.startCounting();
            long begin = System.nanoTime();
            batches.determine(period);
            double seconds = (System.nanoTime() - begin) / 1e9;
            assertThat(batches.reached(period)).isEqualTo(MONTH);
            REPORT.addAtMost("P6-month", "a month of " + MONTH + " cases", seconds, MONTH / CASES_A_SECOND, "s");
            REPORT.addAtMost("P6-month", "p95 of a page, 20 users meanwhile", users.p95(), 1, "s");
        }
    }

    private void determineBoth(SealedBatches batches, PlainEngine plain, int count, Rounds ours, Rounds theirs)
            throws Exception {
        CaseRef period = sealed(batches, handIn(lists(count)));
        ours.time(count, () -> batches.determine(period));
        assertThat(batches.reached(period)).isEqualTo(count);
        List<String> waiting =
                Stream.generate(() -> plain.start("waiting")).limit(count).toList();
        theirs.time(count, () -> determine(plain, waiting));
    }

    private CaseRef sealed(SealedBatches batches, List<CaseRef> cases) {
        return transaction.execute(status -> batches.with(cases, VILLAGE, operator));
    }

    private static void determine(PlainEngine plain, List<String> waiting) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Object>> deeds = waiting.stream()
                    .map(key -> Executors.callable(() -> plain.determine(key, "1/HUK/2026")))
                    .toList();
            for (Future<Object> deed : threads.invokeAll(deeds)) {
                deed.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static void startPlain(PlainEngine plain, int count) {
        for (int i = 0; i < count; i++) {
            plain.start("intake");
        }
    }

    private List<CaseRef> handIn(List<List<FamilyContent>> lists) {
        List<CaseRef> cases = new ArrayList<>();
        for (List<FamilyContent> list : lists) {
            BulkIntake intake = proposals.submitAll(list, VILLAGE, operator);
            assertThat(intake.refused()).isEmpty();
            cases.addAll(intake.accepted());
        }
        return cases;
    }

    private static List<List<FamilyContent>> lists(int count) {
        List<List<FamilyContent>> lists = new ArrayList<>();
        for (int done = 0; done < count; done += AT_ONCE) {
            lists.add(FAMILIES.in(VILLAGE, Math.min(AT_ONCE, count - done)));
        }
        return lists;
    }

    private void submit(CaseRef draft) {
        proposals.submit(draft, version, true, UUID.randomUUID(), operator);
    }

    private List<CaseRef> drafts(int count) throws IOException {
        List<CaseRef> drafts = new Drafts(proposals, numbers, db, FAMILIES).in(VILLAGE, count, operator);
        version = proposals.view(drafts.get(0), operator).version();
        return drafts;
    }
}
