package id.siks.worklist.board;

import id.siks.area.Area;
import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.area.Areas;
import id.siks.platform.BusinessTime;
import id.siks.worklist.board.BoardItems.Hands;
import id.siks.worklist.model.BoardSums;
import id.siks.worklist.model.BoardSums.Open;
import id.siks.worklist.model.BoardSums.Pace;
import id.siks.worklist.model.TaskHandlers;
import id.siks.worklist.model.Typical;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Puts the board of an area together from the sums: what is late, where, at which step and with whom. */
@Service
class OverdueBoard {

    private static final int LATELY = 3;
    private static final Comparator<Lateness> WORST = Comparator.comparingInt(Lateness::late)
            .thenComparingInt(Lateness::open)
            .reversed();

    private final BoardSums sums;
    private final BoardItems items;
    private final TaskHandlers handlers;
    private final Trend trend;
    private final Areas areas;
    private final BusinessTime time;

    OverdueBoard(BoardSums sums, BoardItems items, TaskHandlers handlers, Trend trend, Areas areas, BusinessTime time) {
        this.sums = sums;
        this.items = items;
        this.handlers = handlers;
        this.trend = trend;
        this.areas = areas;
        this.time = time;
    }

    /** The board of {@code area}, null for the nation, of one moment of the database. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Board of(AreaCode area) {
        Instant now = time.now();
        ZoneId zone = zoneOf(area);
        String prefix = area == null ? "" : area.value();
        Trend.Span span = trend.of(area);
        LocalDate next = time.today(BoardSums.CLOCK).plusMonths(1).withDayOfMonth(1);
        List<Open> all = sums.open(prefix, prefix.length());
        List<Open> below = isVillage(area) ? List.of() : sums.open(prefix, below(prefix));
        List<Pace> pace = sums.pace(prefix, next.minusMonths(LATELY), next);
        Hands hands = prefix.length() < AreaLevel.REGENCY.digits() ? Hands.NOBODY : items.hands(prefix, now);
        List<Board.Stage> stages = stages(all, pace, zone, now);
        List<Board.Stage> columns = columns(stages, below);
        return new Board(
                area,
                Lateness.of(all, zone, now),
                own(all, below, zone, now),
                stages,
                parts(below, columns, now),
                columns,
                IntStream.range(0, DueBand.values().length)
                        .mapToObj(i -> Board.Band.of(DueBand.values()[i], all, now))
                        .toList(),
                hands.workers(),
                hands.free(),
                span.of(sums.months(prefix, span.since())));
    }

    // The nation's days are counted as its capital does.
    private ZoneId zoneOf(AreaCode area) {
        return area == null ? BoardSums.CLOCK : areas.zoneOf(area);
    }

    private static boolean isVillage(AreaCode area) {
        return area != null && area.level() == AreaLevel.VILLAGE;
    }

    private static int below(String prefix) {
        return prefix.isEmpty()
                ? AreaLevel.PROVINCE.digits()
                : AreaLevel.values()[new AreaCode(prefix).level().ordinal() + 1].digits();
    }

    // What the areas below do not account for is the area's own.
    private static Lateness own(List<Open> all, List<Open> below, ZoneId zone, Instant now) {
        Map<Due, Integer> left = all.stream().collect(Collectors.toMap(Due::of, Open::n));
        below.forEach(line -> left.merge(Due.of(line), -line.n(), Integer::sum));
        return Lateness.of(
                all.stream()
                        .map(line -> new Open(line.area(), line.task(), line.dueAt(), left.get(Due.of(line))))
                        .filter(line -> line.n() > 0)
                        .toList(),
                zone,
                now);
    }

    /** Work of a task that is due at one moment, wherever it is. */
    private record Due(String task, Instant at) {

        static Due of(Open line) {
            return new Due(line.task(), line.dueAt());
        }
    }

    private List<Board.Stage> stages(List<Open> all, List<Pace> pace, ZoneId zone, Instant now) {
        Map<String, Duration> typical = pace.stream()
                .collect(Collectors.groupingBy(
                        Pace::task, Collectors.collectingAndThen(Collectors.toList(), Typical::of)));
        return grouped(all, Open::task, zone, now).entrySet().stream()
                .map(e -> new Board.Stage(
                        e.getKey(), handlers.titleKey(e.getKey()), e.getValue(), typical.get(e.getKey())))
                .sorted(Comparator.comparing(Board.Stage::lateness, WORST))
                .toList();
    }

    private static List<Board.Stage> columns(List<Board.Stage> stages, List<Open> below) {
        Set<String> tasks = below.stream().map(Open::task).collect(Collectors.toSet());
        return stages.stream().filter(stage -> tasks.contains(stage.task())).toList();
    }

    private List<Board.Part> parts(List<Open> below, List<Board.Stage> columns, Instant now) {
        List<Board.Part> parts = new ArrayList<>();
        below.stream().collect(Collectors.groupingBy(Open::area)).forEach((code, lines) -> {
            AreaCode area = new AreaCode(code);
            ZoneId zone = zoneOf(area);
            parts.add(new Board.Part(
                    area,
                    areas.find(area).map(Area::name).orElse(code),
                    Lateness.of(lines, zone, now),
                    at(columns, lines, zone, now)));
        });
        parts.sort(Comparator.comparing(Board.Part::lateness, WORST).thenComparing(Board.Part::name));
        return parts;
    }

    private static List<Lateness> at(List<Board.Stage> columns, List<Open> lines, ZoneId zone, Instant now) {
        Map<String, Lateness> byTask = grouped(lines, Open::task, zone, now);
        return columns.stream()
                .map(stage -> byTask.getOrDefault(stage.task(), Lateness.NONE))
                .toList();
    }

    private static Map<String, Lateness> grouped(
            List<Open> lines, Function<Open, String> by, ZoneId zone, Instant now) {
        return lines.stream()
                .collect(Collectors.groupingBy(
                        by, Collectors.collectingAndThen(Collectors.toList(), some -> Lateness.of(some, zone, now))));
    }
}
