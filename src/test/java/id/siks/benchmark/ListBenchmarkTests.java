package id.siks.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.worklist.board.BoardFixture;
import id.siks.worklist.forecast.ForecastDesk;
import id.siks.worklist.list.WorklistScreen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows P3 and P4: the worklist and the board over many open tasks, and how their times grow from few of them. */
class ListBenchmarkTests extends BenchmarkTest {

    private static final int READERS = 20;
    private static final int FEW = Math.min(CASES, 10_000);
    private static final int FILTERS = 10;
    private static final double MOST_GROWTH = 1.5;

    @Autowired
    WorklistScreen screen;

    @Autowired
    BoardFixture board;

    @Autowired
    ForecastDesk forecast;

    private ManyTasks tasks;
    private List<Reader> readers;

    @BeforeEach
    void peopleWithWork() {
        tasks = new ManyTasks(new JdbcTemplate(owner));
        tasks.open(FEW);
        readers = tasks.regencies(READERS).stream()
                .map(code -> new Reader(code, actors.verifier(new AreaCode(code))))
                .toList();
        everybodyWorks(FEW);
    }

    @Test
    void p3_worklist_screen_against_task_queries() throws Exception {
        assumeWanted("P3");
        Consumer<Reader> look = reader -> screen.read(reader.actor());
        // The first looks pay for plans and pages nobody has read yet, and for a program nobody has run yet.
        Percentile.p95(100, readers, look);
        double few = Percentile.p95(ROUNDS * 5, readers, look);
        everybodyWorks(CASES);
        Percentile.p95(50, readers, look);
        double ours = Percentile.p95(ROUNDS * 5, readers, look);
        REPORT.addAtMost("P3", "p95 of a worklist screen, " + CASES + " open tasks", ours, 5, "ms");
        REPORT.addAtMost("P3", "growth of a screen since " + FEW + " open tasks", ours / few, MOST_GROWTH, "times");
        try (PlainEngine plain = new PlainEngine(owner)) {
            tasks.openPlainly();
            Consumer<Reader> theirs = reader -> plain.screen(reader.code());
            against("screens / plain task queries", ours, Percentile.p95(1, readers, theirs), 100);
            compare("counts of a team", 100, r -> screen.team(r.actor()), r -> plain.count(r.code()));
            searches(plain);
            tasks.indexPlainly();
            Percentile.p95(1, readers, theirs);
            double indexed = Percentile.p95(ROUNDS, readers, theirs);
            against("screens / plain with an index by hand", ours, indexed, 3);
        }
        REPORT.addAtMost("P3", "p95 of the page, 20 users", pages() * 1e3, 50, "ms");
    }

    private void searches(PlainEngine plain) {
        Map<Reader, ManyTasks.Known> known =
                readers.stream().collect(Collectors.toMap(Function.identity(), reader -> tasks.known(reader.code())));
        double named = compare(
                "searches by a part of the name",
                1,
                reader -> found(reader, known.get(reader).name().substring(0, 8)),
                reader -> plain.named(reader.code(), known.get(reader).name().substring(0, 8)));
        REPORT.addAtMost("P3", "p95 of a search by name", named, 50, "ms");
        compare(
                "searches by case number",
                1,
                reader -> assertThat(
                                screen.byCase(reader.actor(), known.get(reader).ref()))
                        .isOne(),
                reader -> plain.byCase(reader.code(), known.get(reader).ref()));
        // A letter too few: nothing contains it, so what is alike is looked for too.
        double alike = Percentile.p95(
                ROUNDS,
                readers,
                reader -> found(
                        reader,
                        new StringBuilder(known.get(reader).name())
                                .deleteCharAt(9)
                                .toString()));
        REPORT.addAtMost("P3", "p95 of a search for a name like it", alike, 200, "ms");
    }

    private void found(Reader reader, String name) {
        assertThat(screen.search(reader.actor(), name)).isPositive();
    }

    /** Milliseconds within which 95 of 100 of our looks are done; the report holds them against theirs. */
    private double compare(String what, double target, Consumer<Reader> ours, Consumer<Reader> theirs) {
        Percentile.p95(5, readers, ours);
        double mine = Percentile.p95(ROUNDS * 2, readers, ours);
        against(what + " / plain task queries", mine, Percentile.p95(1, readers.subList(0, 5), theirs), target);
        return mine;
    }

    private static void against(String what, double ours, double theirs, double target) {
        REPORT.add("P3", what, 1e3 / ours, 1e3 / theirs, "looks/s", target);
    }

    /** Seconds within which 95 of 100 pages come when twenty people read at once. */
    private double pages() throws InterruptedException {
        List<Actor> people = readers.stream().map(Reader::actor).toList();
        people.forEach(actor -> screen.keepFilters(actor, FILTERS));
        Percentile.p95(50, people, actor -> BusyUsers.read(web, "/worklist", actor));
        try (BusyUsers users = new BusyUsers(web, people, List.of("/worklist"))) {
            users.await(people.size() * 5);
            users.startCounting();
            users.await(people.size() * 20);
            return users.p95();
        }
    }

    @Test
    void p4_overdue_board_against_a_group_query() throws Exception {
        assumeWanted("P4");
        List<String> regencies = readers.stream().map(Reader::code).toList();
        List<String> remembered = new ArrayList<>(regencies);
        remembered.add("");
        tasks.remember(remembered);
        everybodyWorks(CASES);
        board.fold();
        // Of a million tasks come at once as much is left behind as else in a year; the server clears it away by
        // itself.
        new JdbcTemplate(owner).execute("vacuum analyze worklist.work_due, worklist.work_due_change");
        try (PlainEngine plain = new PlainEngine(owner)) {
            tasks.openPlainly();
            List<String> country = List.of("");
            Percentile.p95(1_000, country, board::late);
            Percentile.p95(50, regencies, board::late);
            double nation = Percentile.p95(ROUNDS * 20, country, board::late);
            double regency = Percentile.p95(ROUNDS * 2, regencies, board::late);
            double theirs = Percentile.p95(ROUNDS, country, area -> tasks.boardPlainly());
            Consumer<String> foretell = code -> forecast.of(new AreaCode(code), null);
            Percentile.p95(5, regencies, foretell);
            double foretold = Percentile.p95(ROUNDS * 2, regencies, foretell);
            REPORT.addAtMost("P4", "p95 of the country's board, " + CASES + " open tasks", nation, 10, "ms");
            REPORT.addAtMost("P4", "p95 of a regency's board", regency, 10, "ms");
            REPORT.addAtMost("P4", "p95 of a regency's forecast", foretold, 50, "ms");
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

    /** So many tasks are open, and part of them taken. */
    private void everybodyWorks(int open) {
        tasks.open(open);
        tasks.take(
                readers.stream().map(Reader::code).toList(),
                readers.stream().map(reader -> reader.actor().accountId()).toList());
    }

    /**
     * Somebody who works.
     *
     * @param code of the regency whose verifier he is
     */
    private record Reader(String code, Actor actor) {}
}
