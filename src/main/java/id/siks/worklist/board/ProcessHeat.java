package id.siks.worklist.board;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.platform.BusinessTime;
import id.siks.platform.diagram.DrawnProcess;
import id.siks.platform.diagram.Picture;
import id.siks.platform.engine.DrawnTasks;
import id.siks.platform.engine.ProcessDiagrams;
import id.siks.worklist.model.BoardSums;
import id.siks.worklist.model.BoardSums.Open;
import id.siks.worklist.model.BoardSums.Pace;
import id.siks.worklist.model.TaskHandlers;
import id.siks.worklist.model.Typical;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** A process as a picture: what is open and late at each of its steps, and how long the step takes. */
@Service
class ProcessHeat {

    private static final String CALM = "#e8f1fa";
    private static final String WARM = "#fdecc8";
    private static final String HOT = "#f8c9c4";
    private static final int HALF = 2;

    private final ProcessDiagrams diagrams;
    private final DrawnTasks drawnTasks;
    private final BoardSums sums;
    private final TaskHandlers handlers;
    private final MessageSource messages;
    private final Areas areas;
    private final BusinessTime time;

    ProcessHeat(
            ProcessDiagrams diagrams,
            DrawnTasks drawnTasks,
            BoardSums sums,
            TaskHandlers handlers,
            MessageSource messages,
            Areas areas,
            BusinessTime time) {
        this.diagrams = diagrams;
        this.drawnTasks = drawnTasks;
        this.sums = sums;
        this.handlers = handlers;
        this.messages = messages;
        this.areas = areas;
        this.time = time;
    }

    /** The processes that have steps for people, by id. */
    Map<String, DrawnProcess> processes() {
        Map<String, DrawnProcess> shown = diagrams.all();
        shown.values().removeIf(process -> tasks(process).isEmpty());
        return shown;
    }

    private List<String> tasks(DrawnProcess process) {
        return process.elements("userTask").stream()
                .map(DrawnProcess::id)
                .filter(handlers::knows)
                .toList();
    }

    /**
     * A process as it stands in an area.
     *
     * @param processes all that are shown, by id, as they are drawn now
     * @param key id of the one that is looked at
     * @param area null for the nation
     * @param span the area's periods
     * @param closing the times are of what was done in the one that closes in this month
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Heat of(Map<String, DrawnProcess> processes, String key, AreaCode area, Trend.Span span, YearMonth closing) {
        DrawnProcess drawn = processes.get(key);
        String prefix = area == null ? "" : area.value();
        Instant now = time.now();
        ZoneId zone = area == null ? BoardSums.CLOCK : areas.zoneOf(area);
        Map<String, List<Open>> open =
                sums.open(prefix, prefix.length()).stream().collect(Collectors.groupingBy(Open::task));
        Map<String, List<Pace>> pace = sums.pace(prefix, span.first(closing), span.after(closing)).stream()
                .collect(Collectors.groupingBy(Pace::task));
        Function<String, Step> stepOf = task -> {
            List<Pace> done = pace.getOrDefault(task, List.of());
            return new Step(
                    task,
                    handlers.titleKey(task),
                    Lateness.of(open.getOrDefault(task, List.of()), zone, now),
                    done.stream().mapToInt(Pace::n).sum(),
                    Typical.of(done));
        };
        List<Step> steps = tasks(drawn).stream().map(stepOf).toList();
        Map<String, Picture.Mark> marks = new LinkedHashMap<>();
        steps.forEach(step -> marks.put(step.task(), mark(step)));
        List<Step> old =
                old(processes, key).filter(open::containsKey).map(stepOf).toList();
        return new Heat(Picture.of(drawn, marks), steps, old);
    }

    /** The steps that only older versions of a process have: cases may still wait there. */
    private Stream<String> old(Map<String, DrawnProcess> processes, String key) {
        Set<String> now = processes.values().stream()
                .flatMap(process -> tasks(process).stream())
                .collect(Collectors.toSet());
        return drawnTasks.ofProcess(key).stream()
                .filter(task -> !now.contains(task) && handlers.knows(task))
                .sorted();
    }

    private Picture.Mark mark(Step step) {
        Lateness now = step.lateness();
        String above = now.open() == 0
                ? null
                : now.late() == 0
                        ? words("worklist.heat.open", now.open())
                        : words("worklist.heat.late", now.open(), now.late());
        String below = step.typical() == null
                ? null
                : step.isShort()
                        ? hours(step.typical().toHours())
                        : words("worklist.board.days", step.typical().toDays());
        return new Picture.Mark(colour(now), above, below);
    }

    private String hours(long hours) {
        return hours < 1 ? words("worklist.board.within-hour") : words("worklist.board.hours", hours);
    }

    private static String colour(Lateness now) {
        if (now.late() == 0) {
            return CALM;
        }
        return now.late() * HALF < now.open() ? WARM : HOT;
    }

    private String words(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }

    /**
     * A process with what waits in it.
     *
     * @param picture the diagram as SVG, safe to put into a page
     * @param steps its user tasks, in the order of the diagram
     * @param old user tasks that are in no diagram any more and where work of older versions is open
     */
    record Heat(String picture, List<Step> steps, List<Step> old) {}

    /**
     * One user task.
     *
     * @param done how many were done in the period
     * @param typical how long half of them took at most; null when none was done
     */
    record Step(String task, String titleKey, Lateness lateness, int done, Duration typical) {

        private static final int SHORT_HOURS = 48;

        /** True when the time is better said in hours than in days. */
        public boolean isShort() {
            return typical != null && typical.toHours() < SHORT_HOURS;
        }
    }
}
