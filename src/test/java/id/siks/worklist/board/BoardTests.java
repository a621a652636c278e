package id.siks.worklist.board;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.finalization.Cadence;
import id.siks.finalization.Periods;
import id.siks.identity.Actor;
import id.siks.identity.Role;
import id.siks.worklist.model.BoardSums;
import id.siks.worklist.model.MadeUpPace;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The board in a district of its own, so that no other test's work is counted. */
class BoardTests extends BoardTest {

    private static final AreaCode VILLAGE = new AreaCode("5302092001");
    private static final AreaCode NEXT_VILLAGE = new AreaCode("5302092002");
    private static final AreaCode BUSY = new AreaCode("5303042001");

    @Autowired
    TaskService engine;

    @Autowired
    BoardSums sums;

    @Autowired
    Periods periods;

    @Autowired
    OverdueBoard boards;

    @Test
    void where_nothing_is_open_the_villages_and_the_forecast_are_still_one_click_away() throws Exception {
        AreaCode quiet = new AreaCode("5318");

        mvc.perform(get("/worklist/board").with(with(people.verifier(quiet))))
                .andExpect(content().string(containsString("Tidak ada pekerjaan terbuka di wilayah ini.")))
                .andExpect(content().string(containsString("/worklist/board/villages?area=" + quiet)))
                .andExpect(content().string(containsString("/worklist/board/forecast?area=" + quiet)));
    }

    @Test
    void where_batches_go_by_quarters_so_do_trend_and_picture() throws Exception {
        AreaCode regency = new AreaCode("5311");
        periods.follow(regency, "DTKS_MONTHLY", Cadence.QUARTERLY, "Triwulanan untuk uji.", people.officeHead(regency));
        YearMonth next = YearMonth.from(time.today(BoardSums.CLOCK)).plusMonths(4);
        periods.plan(regency, next);

        assertThat(boards.of(regency).periods())
                .extracting(Board.Period::closing)
                .hasSize(12)
                .endsWith(next.minusMonths(6), next.minusMonths(3));
        Actor verifier = people.holding(Role.REGENCY_VERIFIER, regency);
        try {
            MadeUpPace.add(jdbc, regency, "weigh-goods", next.minusMonths(3), 1, 3);
            MadeUpPace.add(jdbc, regency, "weigh-goods", next.minusMonths(5), 1, 4);
            MadeUpPace.add(jdbc, regency, "weigh-goods", next.minusMonths(6), 1, 9);
            assertThat(weighing(verifier, regency, next.minusMonths(3)))
                    .contains("\">7</a></td>", "<option value=\"" + next.minusMonths(6) + "\"")
                    .doesNotContain("<option value=\"" + next.minusMonths(4) + "\"");
        } finally {
            work.settle();
        }
        assertThat(boards.of(REGENCY).periods())
                .extracting(Board.Period::closing)
                .endsWith(next.minusMonths(5), next.minusMonths(4));
    }

    @Test
    void what_is_late_is_counted_where_it_is_and_above() throws Exception {
        Actor verifier = people.holding(Role.REGENCY_VERIFIER, REGENCY);
        String late = work.due(work.open(VILLAGE, null), Duration.ofDays(-5).minusMinutes(1));
        work.due(work.open(VILLAGE, null), Duration.ofDays(5));
        work.due(work.open(NEXT_VILLAGE, null), Duration.ofDays(-20).minusMinutes(1));
        sums.fold();
        work.due(work.open(NEXT_VILLAGE, null), Duration.ofDays(-2).minusMinutes(1));

        for (AreaCode area : List.of(DISTRICT, REGENCY)) {
            Board board = boards.of(area);
            assertThat(board.total()).isEqualTo(new Lateness(4, 3, 20, 5));
            assertThat(board.own().open()).isZero();
            assertThat(board.bands()).extracting(Board.Band::n).containsExactly(1, 0, 1, 1, 0, 1);
        }
        assertThat(boards.of(DISTRICT).areas())
                .extracting(Board.Part::area, Board.Part::lateness)
                .containsExactly(
                        tuple(NEXT_VILLAGE, new Lateness(2, 2, 20, 20)), tuple(VILLAGE, new Lateness(2, 1, 5, 5)));

        Board district = boards.of(DISTRICT);
        assertThat(district.stages()).extracting(Board.Stage::task).containsExactly("weigh-goods");
        assertThat(district.areas())
                .allSatisfy(part -> assertThat(part.stages()).containsExactly(part.lateness()));
        assertThat(district.free()).isEqualTo(new Board.Free(4, 3));
        mvc.perform(get("/worklist/board").param("area", DISTRICT.value()).with(with(verifier)))
                .andExpect(content()
                        .string(containsString(
                                "/worklist/board/list?area=" + NEXT_VILLAGE + "&amp;task=weigh-goods&amp;late=true")))
                .andExpect(content().string(containsString("area=" + NEXT_VILLAGE + "&amp;late=true\">20 hari</a>")))
                .andExpect(content().string(containsString("area=" + DISTRICT + "&amp;late=true\">20 hari</a>")))
                .andExpect(content().string(containsString("area=" + DISTRICT + "&amp;late=true\">5 hari</a>")));

        engine.setAssignee(late, Long.toString(people.operator(VILLAGE).accountId()));
        assertThat(boards.of(DISTRICT).free()).isEqualTo(new Board.Free(3, 2));
        assertThat(list(verifier, "worker", "0")).hasSize(3).doesNotContain(ref(late));
        assertThat(list(verifier, "late", "true")).hasSize(3).contains(ref(late));
        assertThat(boards.of(DISTRICT).workers()).extracting(Board.Worker::late).containsExactly(1);
        engine.complete(late);
        Board after = boards.of(REGENCY);
        assertThat(after.total().late()).isEqualTo(2);
        assertThat(after.workers()).isEmpty();
        assertThat(after.periods().get(11)).satisfies(period -> {
            assertThat(period.late()).isEqualTo(1);
            assertThat(period.timely()).isZero();
        });
        mvc.perform(get("/worklist/board").with(with(verifier)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Terlambat lebih dari 14 hari")));
        mvc.perform(get("/worklist/board/list").param("band", "late-long").with(with(verifier)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("terlambat 20 hari")))
                .andExpect(content().string(not(containsString("terlambat 2 hari"))));
    }

    @Test
    void what_was_done_in_a_period_opens_its_list() throws Exception {
        AreaCode regency = new AreaCode("5305");
        Actor verifier = people.verifier(regency);
        YearMonth month = YearMonth.from(time.today(BoardSums.CLOCK));
        List<String> tasks = new ArrayList<>();
        for (int n = 0; n < 28; n++) {
            tasks.add(work.open(new AreaCode("5305011001"), null));
        }
        work.due(tasks.get(0), Duration.ofDays(-1));
        work.due(tasks.get(1), Duration.ofDays(-40));
        tasks.forEach(engine::complete);
        Instant begin = month.atDay(1).atStartOfDay(BoardSums.CLOCK).toInstant();
        doneAt(tasks.get(1), begin.minusMillis(1));
        doneAt(tasks.get(2), begin);

        List<Board.Period> periods = boards.of(regency).periods();
        assertThat(periods.subList(10, 12))
                .extracting(Board.Period::done, Board.Period::late)
                .containsExactly(tuple(1, 1), tuple(27, 1));
        assertThat(done(verifier, month, false)).hasSize(27).doesNotContain(ref(tasks.get(1)));
        assertThat(done(verifier, month, true)).containsExactly(ref(tasks.get(0)));
        assertThat(done(verifier, month.minusMonths(1), false)).containsExactly(ref(tasks.get(1)));
        mvc.perform(get("/worklist/board").with(with(verifier)))
                .andExpect(content().string(containsString("list?area=5305&amp;period=" + month + "\">27</a>")))
                .andExpect(content()
                        .string(containsString("list?area=5305&amp;period=" + month + "&amp;late=true\">1</a>")));
        mvc.perform(get("/worklist/board/processes")
                        .param("process", "test-weighing")
                        .with(with(verifier)))
                .andExpect(content()
                        .string(containsString(
                                "list?area=5305&amp;task=weigh-goods&amp;period=" + month + "\">27</a>")));
    }

    private void doneAt(String task, Instant at) {
        jdbc.sql("update worklist.work_item set done_at = :at where task_id = :task")
                .param("at", Timestamp.from(at))
                .param("task", task)
                .update();
    }

    /** Numbers of the cases in all pages of the list of what was done in a month in the actor's regency. */
    private List<String> done(Actor actor, YearMonth month, boolean late) throws Exception {
        List<String> refs = new ArrayList<>();
        String address = "/worklist/board/list?period=" + month + (late ? "&late=true" : "");
        while (address != null) {
            String page = mvc.perform(get(URI.create(address)).with(with(actor)))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            refs.addAll(Pattern.compile("/casework/([A-Z]{3}-\\d{4}-\\d{2}-\\d{6})\"")
                    .matcher(page)
                    .results()
                    .map(found -> found.group(1))
                    .toList());
            address = Pattern.compile("(/worklist/board/list\\?[^\"]*after=[^\"]*)\"")
                    .matcher(page)
                    .results()
                    .map(found -> found.group(1).replace("&amp;", "&"))
                    .findFirst()
                    .orElse(null);
        }
        return refs;
    }

    @Test
    void what_belongs_to_the_regency_itself_opens_its_own_list() throws Exception {
        AreaCode regency = new AreaCode("5309");
        Actor ministry = people.ministryOfficer();
        String own = work.open(regency, null, "Surat kabupaten");
        work.open(new AreaCode("5309011003"), null, "Warga desa");

        assertThat(boards.of(regency).own().open()).isEqualTo(1);
        mvc.perform(get("/worklist/board").param("area", "5309").with(with(ministry)))
                .andExpect(content().string(containsString("/worklist/board/list?area=5309&amp;own=true")));
        mvc.perform(get("/worklist/board/list")
                        .param("area", "5309")
                        .param("own", "true")
                        .with(with(ministry)))
                .andExpect(content()
                        .string(containsString(
                                items.find(own).orElseThrow().ref().value())))
                .andExpect(content().string(containsString("Surat kabupaten")))
                .andExpect(content().string(not(containsString("Warga desa"))));
    }

    @Test
    void the_sums_are_those_of_the_items_while_work_goes_on() throws Exception {
        // Far from the moments at which offices close, so that nothing becomes late while it is counted.
        time.moveTo(time.today(BoardSums.CLOCK)
                .atTime(10, 0)
                .atZone(BoardSums.CLOCK)
                .toInstant());
        work.open(BUSY, null);
        String one = people.operator(BUSY).id();
        String other = people.operator(BUSY).id();
        List<Callable<Object>> deeds = List.of(
                () -> comesAndGoes(-3), () -> comesAndGoes(-9), () -> comesAndGoes(-20), () -> isDone(one, other));
        AtomicBoolean going = new AtomicBoolean(true);
        ExecutorService threads = Executors.newFixedThreadPool(deeds.size());
        try {
            List<Future<?>> busy = deeds.stream()
                    .map(deed -> threads.submit((Callable<Object>) () -> {
                        do {
                            deed.call();
                        } while (going.get());
                        return null;
                    }))
                    .collect(Collectors.toList());
            int looks = 0;
            while (looks++ < 60) {
                if (looks % 5 == 0) {
                    sums.fold();
                }
                assertExact(look(BUSY.at(AreaLevel.REGENCY)), "look " + looks);
            }
            going.set(false);
            for (Future<?> thread : busy) {
                thread.get();
            }
            Look last = look(BUSY.at(AreaLevel.REGENCY));
            assertExact(last, "the last look");
            assertThat(last.board().workers()).hasSizeGreaterThan(1);
            assertThat(last.done().all()).isPositive();
        } finally {
            going.set(false);
            threads.shutdown();
            time.release();
        }
        assertThat(sums.differences()).isZero();
    }

    private Object comesAndGoes(int days) {
        String task = work.open(BUSY, null);
        work.due(task, Duration.ofDays(days).minusMinutes(1));
        work.drop(task);
        return work.due(work.open(BUSY, null), Duration.ofDays(days).minusMinutes(1));
    }

    private Object isDone(String one, String other) {
        engine.setAssignee(work.open(BUSY, null), one);
        engine.setAssignee(work.open(BUSY, null), other);
        String task = work.due(work.open(BUSY, null), Duration.ofDays(-1));
        engine.setAssignee(task, one);
        engine.setAssignee(task, other);
        engine.complete(task);
        return task;
    }

    private void assertExact(Look look, String when) {
        Instant now = time.now();
        Board board = look.board();
        Sum total = Sum.of(board.total());
        assertThat(board.total()).as(when).isEqualTo(Lateness.of(look.open(), now));
        assertThat(board.areas().stream().map(part -> Sum.of(part.lateness())).reduce(Sum.of(board.own()), Sum::plus))
                .as("areas at " + when)
                .isEqualTo(total);
        assertThat(board.stages().stream()
                        .map(stage -> Sum.of(stage.lateness()))
                        .reduce(Sum.NONE, Sum::plus))
                .as("steps at " + when)
                .isEqualTo(total);
        assertThat(board.bands())
                .as("distances at " + when)
                .containsExactlyElementsOf(Stream.of(DueBand.values())
                        .map(band -> Board.Band.of(band, look.open(), now))
                        .toList());
        assertThat(board.workers().stream()
                        .map(worker -> new Sum(worker.open(), worker.late()))
                        .reduce(new Sum(board.free().open(), board.free().late()), Sum::plus))
                .as("workers at " + when)
                .isEqualTo(total);
        Board.Period period = board.periods().get(board.periods().size() - 1);
        assertThat(new Sum(period.done(), period.late())).as("done at " + when).isEqualTo(look.done());
    }

    @Test
    void nobody_sees_the_board_of_somebody_elses_area() throws Exception {
        Actor verifier = people.holding(Role.REGENCY_VERIFIER, REGENCY);
        for (String elsewhere : List.of("5303", "53", "x", "530", "99999999999", "5302'--")) {
            for (String page : List.of(
                    "/worklist/board",
                    "/worklist/board/list",
                    "/worklist/board/processes",
                    "/worklist/board/villages")) {
                mvc.perform(get(page).param("area", elsewhere).with(with(verifier)))
                        .andExpect(status().isNotFound());
            }
        }
        mvc.perform(get("/worklist/board").with(with(people.operator(VILLAGE)))).andExpect(status().isForbidden());
    }

    @Test
    void filters_that_do_not_exist_are_left_out() throws Exception {
        Actor verifier = people.holding(Role.REGENCY_VERIFIER, REGENCY);
        mvc.perform(get("/worklist/board/list")
                        .param("task", "no-such-task")
                        .param("band", "sideways")
                        .param("period", "2026-13")
                        .param("late", "perhaps")
                        .param("worker", "99999999999999999999")
                        .param("after", "nonsense")
                        .with(with(verifier)))
                .andExpect(status().isOk());
        Actor elsewhere = people.operator(BUSY);
        for (String worker : List.of(elsewhere.id(), "abc")) {
            mvc.perform(get("/worklist/board/list").param("worker", worker).with(with(verifier)))
                    .andExpect(content().string(not(containsString(elsewhere.displayName()))))
                    .andExpect(content().string(containsString("petugas tanpa pekerjaan di sini")));
        }
    }

    /** The board and the items themselves, both of one moment of the database. */
    private Look look(AreaCode area) {
        TransactionTemplate moment = new TransactionTemplate(transaction.getTransactionManager());
        moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return moment.execute(status -> {
            Board board = boards.of(area);
            return new Look(
                    board,
                    openIn(area),
                    doneIn(area, board.periods().get(board.periods().size() - 1)));
        });
    }

    private List<BoardSums.Open> openIn(AreaCode area) {
        return jdbc.sql("select task_key, due_at from worklist.work_item where state = 'OPEN' and area_code like :area")
                .param("area", area + "%")
                .query((row, number) -> new BoardSums.Open(
                        area.value(), row.getString(1), row.getTimestamp(2).toInstant(), 1))
                .list();
    }

    private Sum doneIn(AreaCode area, Board.Period named) {
        DonePeriod period = new DonePeriod(named.closing(), named.cadence());
        return jdbc.sql(
                        """
                        select count(*), count(*) filter (where done_at > due_at) from worklist.work_item
                        where state = 'DONE' and area_code like :area and done_at >= :from and done_at < :to""")
                .param("area", area + "%")
                .param("from", Timestamp.from(period.from()))
                .param("to", Timestamp.from(period.to()))
                .query((row, number) -> new Sum(row.getInt(1), row.getInt(2)))
                .single();
    }

    private record Look(Board board, List<BoardSums.Open> open, Sum done) {}

    /** So many, and so many of them late. */
    private record Sum(int all, int late) {

        static final Sum NONE = new Sum(0, 0);

        static Sum of(Lateness lateness) {
            return new Sum(lateness.open(), lateness.late());
        }

        Sum plus(Sum other) {
            return new Sum(all + other.all, late + other.late);
        }
    }
}
