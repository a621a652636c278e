package id.siks.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.casework.CaseGroups;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseRefs;
import id.siks.finalization.Periods;
import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.register.FamilyContent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows P1, P2 and P6: cases that come in, and the decree that reaches them. */
class CaseBenchmarkTests extends BenchmarkTest {

    private static final Logger LOG = LoggerFactory.getLogger(CaseBenchmarkTests.class);
    private static final int MONTH = Integer.getInteger("benchmark.month", 30_000);
    // 30,000 cases, a large regency's month, in a minute.
    private static final double CASES_A_SECOND = 500;
    // Before the first round counts: a server works for months, its first minutes are not what it is bought for.
    private static final int WARM = 5_000;
    // A decree's way is the longest, and what it does for one case in a thousand has to be compiled too.
    private static final int WARM_DECREE = 15_000;

    @Autowired
    DataSource pool;

    @Autowired
    JdbcTemplate db;

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
    BusinessTime time;

    private int version;

    @Test
    void p1_one_proposal_submitted_against_the_same_rows_by_jdbc() throws Exception {
        assumeWanted("P1");
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
        assumeWanted("P2");
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
    void p6_determination_with_its_effect_against_one_by_one_correlation() throws Exception {
        assumeWanted("P6");
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
        assumeWanted("P6-month");
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
        settle();
        ours.time(count, () -> batches.determine(period));
        assertThat(batches.reached(period)).isEqualTo(count);
        List<String> waiting =
                Stream.generate(() -> plain.start("waiting")).limit(count).toList();
        settle();
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

    private void submit(CaseRef draft) {
        proposals.submit(draft, version, true, UUID.randomUUID(), operator);
    }

    private List<CaseRef> drafts(int count) throws IOException {
        List<CaseRef> drafts = new Drafts(proposals, numbers, db, families()).in(VILLAGE, count, operator);
        version = proposals.view(drafts.get(0), operator).version();
        return drafts;
    }
}
