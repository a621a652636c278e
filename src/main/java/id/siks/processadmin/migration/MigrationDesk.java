package id.siks.processadmin.migration;

import id.siks.casework.ModelNews;
import id.siks.identity.Actor;
import id.siks.platform.Conflict;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.Refused;
import id.siks.platform.Sentences;
import id.siks.platform.engine.ProcessDiagrams;
import id.siks.processadmin.check.ModelCheck;
import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.migration.DryRun.Outlook;
import id.siks.processadmin.migration.Mapping.Built;
import id.siks.processadmin.migration.Migration.State;
import id.siks.processadmin.run.ModelMessages;
import id.siks.processadmin.run.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans migrations and says when they begin, pause and end. Whoever planned one never begins it. */
@Service
class MigrationDesk {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 300;
    private static final String STEP = "step.";
    private static final String BRANCH = "branch.";

    private final MigrationRows rows;
    private final Mapping mapping;
    private final DryRun dryRun;
    private final Pairs pairs;
    private final ModelCheck models;
    private final ProcessDiagrams diagrams;
    private final ModelMessages messages;

    MigrationDesk(
            MigrationRows rows,
            Mapping mapping,
            DryRun dryRun,
            Pairs pairs,
            ModelCheck models,
            ProcessDiagrams diagrams,
            ModelMessages messages) {
        this.rows = rows;
        this.mapping = mapping;
        this.dryRun = dryRun;
        this.pairs = pairs;
        this.models = models;
        this.diagrams = diagrams;
        this.messages = messages;
    }

    /**
     * The choice as it was sent: fields {@code step.<id>} with the id of a step of the target, or empty, and
     * {@code branch.<id>} for a gateway of the target whose missing branches are to be begun.
     *
     * @param sent all fields of the form
     */
    Choice chosen(Pair pair, Map<String, String> sent) {
        List<FieldError> errors = new ArrayList<>();
        Map<String, String> chosen = new LinkedHashMap<>();
        for (Step step : pair.source().all()) {
            String target = sent.getOrDefault(STEP + step.id(), "");
            if (!target.isEmpty()) {
                if (pair.target().find(target).isEmpty()) {
                    errors.add(FieldError.of(STEP + step.id(), "processadmin.migration.error.step"));
                }
                chosen.put(step.id(), target);
            }
        }
        Set<String> branched = new TreeSet<>();
        Set<String> known = NewBranches.of(pair).keySet();
        sent.keySet().stream().filter(name -> name.startsWith(BRANCH)).forEach(name -> {
            if (known.contains(name.substring(BRANCH.length()))) {
                branched.add(name.substring(BRANCH.length()));
            } else {
                errors.add(FieldError.of(name, "processadmin.migration.error.branch"));
            }
        });
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return new Choice(chosen, branched);
    }

    /** The plan, checked, and when it is sound what it would do, with as many references of cases as a page shows. */
    Checked check(Pair pair, Choice choice) {
        Built built = mapping.build(pair, choice);
        List<Objection> objections = new ArrayList<>(built.objections());
        if (!isUsable(pair.to())) {
            objections.add(new Objection(null, MoveFault.TARGET_REFUSED));
        }
        return new Checked(
                objections,
                objections.isEmpty() ? dryRun.of(pair, built, choice.steps().keySet()) : null);
    }

    /**
     * Tells every case that would stay.
     *
     * @throws InvalidInput at {@code plan} when it is not sound
     */
    void each(Pair pair, Choice choice, StayLines told) {
        Built built = mapping.build(pair, choice);
        if (!built.isSound() || !isUsable(pair.to())) {
            throw InvalidInput.at("plan", "processadmin.migration.error.unsound");
        }
        told.begin(pair);
        dryRun.each(pair, built, choice.steps().keySet(), told::stays);
    }

    /** What the latest version needs, nobody takes away; what an older one needs, somebody may have. */
    private boolean isUsable(Version target) {
        return target.latest()
                || !models.check(ModelKind.BPMN, target.key(), diagrams.file(target.id()))
                        .isRefused();
    }

    private boolean isSound(Pair pair, Choice choice) {
        return mapping.build(pair, choice).isSound() && isUsable(pair.to());
    }

    /** Keeps a sound plan for somebody else to begin; answers its number. */
    @Transactional
    public long plan(Pair pair, Choice choice, String reason, Actor by) {
        String why = why(reason);
        if (!isSound(pair, choice)) {
            throw InvalidInput.at("plan", "processadmin.migration.error.unsound");
        }
        long id = rows.plan(pair, choice, why, by.accountId())
                .orElseThrow(() -> Conflict.because("processadmin.migration.error.under-way"));
        messages.waits(ModelNews.Kind.MOVE_WAITS, rows.get(id).words(), Set.of(by.accountId()));
        return id;
    }

    /**
     * Begins; refused to whoever planned it, and when the plan is not sound any more.
     *
     * @throws InvalidInput at {@code reason}
     */
    @Transactional
    public void begin(long id, String reason, Actor by) {
        Migration migration = rows.lock(id);
        require(migration.state() == State.PLANNED);
        if (by.persons().contains(migration.plannedBy())) {
            throw Refused.because("processadmin.migration.error.own");
        }
        String why = why(reason);
        if (!isSound(pairs.of(migration.key(), migration.source(), migration.target()), migration.choice())) {
            throw Refused.because("processadmin.migration.error.unsound");
        }
        rows.begin(id, by.accountId(), why);
    }

    /** Stops after the batch that is under way; nobody who has to stop it looks for words first. */
    @Transactional
    public void pause(long id, Actor by) {
        require(rows.lock(id).state() == State.RUNNING);
        rows.put(id, State.PAUSED, "PAUSED", by.accountId(), null);
    }

    /** Goes on; {@link InvalidInput} at {@code reason}. */
    @Transactional
    public void resume(long id, String reason, Actor by) {
        require(rows.lock(id).state() == State.PAUSED);
        rows.put(id, State.RUNNING, "RESUMED", by.accountId(), why(reason));
    }

    /** Ends it for good; what has moved has moved. {@link InvalidInput} at {@code reason}. */
    @Transactional
    public void drop(long id, String reason, Actor by) {
        Migration migration = rows.lock(id);
        require(migration.state() == State.PLANNED || migration.state() == State.PAUSED);
        rows.put(id, State.DROPPED, "DROPPED", by.accountId(), why(reason));
        messages.tell(ModelNews.Kind.MOVE_DROPPED, migration.words(), migration.hands(), by);
    }

    private static String why(String reason) {
        return Sentences.required("reason", reason, SHORTEST, LONGEST);
    }

    private static void require(boolean right) {
        if (!right) {
            throw Conflict.because("processadmin.migration.error.state");
        }
    }

    /**
     * A plan that was looked at.
     *
     * @param objections what is wrong with it
     * @param outlook what it would do; null when something is wrong
     */
    record Checked(List<Objection> objections, Outlook outlook) {}
}
