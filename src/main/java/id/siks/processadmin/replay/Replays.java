package id.siks.processadmin.replay;

import id.siks.casework.CaseRef;
import id.siks.finalization.ClosedLists;
import id.siks.processadmin.replay.Questions.Question;
import id.siks.processadmin.replay.Replay.Change;
import id.siks.processadmin.replay.Replay.State;
import id.siks.proposal.PastCase;
import id.siks.proposal.PastCases;
import jakarta.annotation.PreDestroy;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Asks the cases of the last closed period again, one table after the other, aside from whoever waits for a page. */
@Service
public class Replays {

    private static final int AT_ONCE = 200;
    private static final int KEPT = 20;
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(60);
    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);

    private final ClosedLists lists;
    private final PastCases cases;
    private final Map<Long, Replay> known = Collections.synchronizedMap(new Latest());
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "replay");
        thread.setDaemon(true);
        return thread;
    });

    Replays(ClosedLists lists, PastCases cases) {
        this.lists = lists;
        this.cases = cases;
    }

    /** Forgets the oldest: whoever wants it runs it again. */
    private static final class Latest extends LinkedHashMap<Long, Replay> {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Replay> eldest) {
            return size() > KEPT;
        }
    }

    /** True for a table whose questions can be put again. */
    public static boolean covers(String table) {
        return Questions.TABLES.contains(table);
    }

    /** How the replay of a release stands; empty when it was not begun since the application runs. */
    public Optional<Replay> of(long release) {
        return Optional.ofNullable(known.get(release));
    }

    /**
     * Begins to ask, unless it is being done.
     *
     * @param release number of the proposal
     * @param table id of the decision, one that is {@linkplain #covers covered}
     * @param before what is released, checked
     * @param after what is proposed, checked
     */
    public void begin(long release, String table, String before, String after) {
        Replay fresh = new Replay(!table.equals("poverty-signs"));
        Replay now = known.compute(release, (id, was) -> was != null && was.state() == State.RUNNING ? was : fresh);
        if (now == fresh) {
            worker.execute(() -> run(fresh, table, before, after));
        }
    }

    private void run(Replay replay, String table, String before, String after) {
        try {
            Optional<YearMonth> month = lists.lastMonth();
            month.ifPresent(replay::begin);
            replay.end(month.isEmpty() ? State.NO_PERIOD : askAll(replay, month.get(), table, before, after));
        } catch (RuntimeException failed) {
            // The message might quote what was asked.
            LOG.warn("A replay of {} failed: {}", table, failed.getClass().getName());
            replay.end(State.FAILED);
        }
    }

    private State askAll(Replay replay, YearMonth month, String table, String before, String after) {
        long end = System.nanoTime() + LONGEST;
        Questions questions = new Questions(table, before, after);
        Answers was = new Answers(table, before);
        Answers is = new Answers(table, after);
        String last = "";
        while (true) {
            List<CaseRef> next = lists.cases(month, last, AT_ONCE);
            for (PastCase past : cases.of(next)) {
                if (System.nanoTime() > end) {
                    return State.STOPPED;
                }
                replay.count(past.ref().value(), changes(questions.about(past), was, is));
            }
            if (next.size() < AT_ONCE) {
                return State.DONE;
            }
            last = next.get(next.size() - 1).value();
        }
    }

    private static List<Change> changes(List<Question> questions, Answers was, Answers is) {
        List<Change> changes = new ArrayList<>();
        for (Question question : questions) {
            Map<String, String> before = was.to(question.inputs());
            Map<String, String> after = is.to(question.inputs());
            if (!before.equals(after)) {
                changes.add(new Change(question.about(), was.said(before), is.said(after)));
            }
        }
        return changes;
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
