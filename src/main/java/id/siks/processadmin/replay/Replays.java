package id.siks.processadmin.replay;

import id.siks.casework.CaseRef;
import id.siks.finalization.ClosedLists;
import id.siks.platform.Refused;
import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.replay.Replay.State;
import id.siks.processadmin.replay.ReplayRows.Mark;
import id.siks.program.PovertySigns;
import id.siks.proposal.PastCases;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Asks the cases of the last closed period again, or the periods themselves, one model after the other, aside from
 * whoever waits for a page. How far it is stands in the tables: what a restart cuts off is seen to be cut off, and
 * whoever decides lets it go on or begin anew.
 */
@Service
public class Replays {

    /** Most that wait for their turn: each has two files in its hand. */
    static final int WAITING = 16;

    private static final int AT_ONCE = 200;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    /** Processes a closed case or a period goes through, and whether each does: nobody is visited without need. */
    private static final Map<String, Boolean> PROCESSES =
            Map.of("proposal-trunk", true, "field-check", false, Replays.MEETING, true, Replays.PERIOD, true);

    /** It hears many families at once and has a number of its own. */
    private static final String MEETING = "village-meeting";

    /** It has one case for each regency and month, which all families of the list share. */
    private static final String PERIOD = "period-finalization";

    /** Tables whose answer tells how a family lives. */
    private static final Set<String> POVERTY = Set.of(Questions.SIGNS, Questions.LEVEL);

    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);

    private final ClosedLists lists;
    private final PastCases cases;
    private final PovertySigns signs;
    private final Past past;
    private final ReplayRows rows;
    private final Semaphore places = new Semaphore(WAITING);
    private final Set<UUID> waiting = ConcurrentHashMap.newKeySet();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "replay");
        thread.setDaemon(true);
        return thread;
    });

    Replays(ClosedLists lists, PastCases cases, PovertySigns signs, Past past, ReplayRows rows) {
        this.lists = lists;
        this.cases = cases;
        this.signs = signs;
        this.past = past;
        this.rows = rows;
    }

    /**
     * A model in two versions.
     *
     * @param subject the proposal or draft it is about
     * @param key id of the table or process, one that is {@linkplain #covers covered}
     * @param before what is released, checked
     * @param after what is proposed, checked
     */
    public record Question(Subject subject, ModelKind kind, String key, String before, String after) {}

    /** True for a table or process whose questions can be put again. */
    public static boolean covers(ModelKind kind, String key) {
        return switch (kind) {
            case DMN -> Questions.TABLES.contains(key);
            case BPMN -> PROCESSES.containsKey(key);
            case FORM -> false;
        };
    }

    /** True for a process that periods go through, not families: they are what is asked and counted. */
    public static boolean asksPeriods(String key) {
        return PERIOD.equals(key);
    }

    /** How the replay of a proposal or draft stands; empty when it was never begun. */
    public Optional<Replay> of(Subject subject) {
        return rows.find(subject);
    }

    /** Begins to ask from the first case on, unless it is being done; {@link Refused} when too many wait already. */
    public void begin(Question question) {
        queue(question, subject -> rows.begin(subject, asksPeriods(question.key())));
    }

    /**
     * Asks the cases that were not asked before it was stopped or cut off; otherwise nothing happens. {@link Refused} when too
     * many wait already.
     */
    public void goOn(Question question) {
        queue(question, rows::goOn);
    }

    private void queue(Question question, Function<Subject, Optional<UUID>> start) {
        if (!places.tryAcquire()) {
            throw Refused.because("processadmin.replay.error.full", WAITING);
        }
        boolean queued = false;
        try {
            Optional<UUID> run = start.apply(question.subject());
            run.ifPresent(id -> {
                waiting.add(id);
                worker.execute(() -> {
                    waiting.remove(id);
                    places.release();
                    run(id, question);
                });
            });
            queued = run.isPresent();
        } finally {
            if (!queued) {
                places.release();
            }
        }
    }

    private void run(UUID run, Question question) {
        try {
            rows.waiting(waiting);
            Optional<Mark> mark = rows.mark(run);
            if (mark.isPresent()) {
                Optional<YearMonth> month =
                        Optional.ofNullable(mark.get().month()).or(lists::lastMonth);
                month.ifPresent(of -> rows.month(run, of));
                rows.end(run, month.isEmpty() ? State.NO_PERIOD : askAll(run, question, month.get(), mark.get()));
            }
        } catch (RuntimeException failed) {
            // The message might quote what was asked.
            LOG.warn(
                    "A replay of {} failed: {}",
                    question.key(),
                    failed.getClass().getName());
            rows.end(run, worker.isShutdown() ? State.STOPPED : State.FAILED);
        }
    }

    private State askAll(UUID run, Question question, YearMonth month, Mark mark) {
        TimeLimit time = TimeLimit.of(LONGEST, worker::isShutdown);
        Asking asking = asking(question, time);
        boolean numbered = !POVERTY.contains(question.key());
        String last = mark.last();
        while (!time.isReached()) {
            List<CaseRef> next = asksPeriods(question.key())
                    ? lists.periods(month, last, AT_ONCE)
                    : lists.cases(month, last, AT_ONCE);
            Batch batch = Batch.of(asking, next);
            last = batch.last().orElse(last);
            if (batch.last().isPresent() && !rows.count(question.subject(), run, last, batch.asked(), numbered)) {
                return State.STOPPED;
            }
            if (batch.isWhole() && next.size() < AT_ONCE) {
                return State.DONE;
            }
        }
        return State.STOPPED;
    }

    private Asking asking(Question question, TimeLimit time) {
        return question.kind() == ModelKind.DMN
                ? new TableAsking(cases, signs, question.key(), question.before(), question.after(), time)
                : new WayAsking(
                        question.key(),
                        question.key().equals(MEETING) ? cases::meetings : Travels.ALONE,
                        PROCESSES.get(question.key()),
                        question.before(),
                        question.after(),
                        past,
                        time);
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
