package id.siks.processadmin.migration;

import id.siks.processadmin.check.Crossing;
import id.siks.processadmin.migration.DryRun.Outlook;
import id.siks.processadmin.migration.Mapping.Built;
import id.siks.processadmin.run.Version;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What would become of the cases of all other versions if they were to move to one that nobody has released yet. Steps are
 * matched as {@link Mapping} suggests; one that does not fit its place counts as having none, as it would for people who take
 * the step out of their plan.
 */
@Component
public class Foresight {

    private final Pairs pairs;
    private final Mapping mapping;
    private final DryRun dryRun;

    Foresight(Pairs pairs, Mapping mapping, DryRun dryRun) {
        this.pairs = pairs;
        this.mapping = mapping;
        this.dryRun = dryRun;
    }

    /**
     * Tries it, newest version in front, in the transaction in which the engine knows the target; nothing is changed. As many
     * references of cases are told as a page shows.
     *
     * @param key id of the process
     * @param target number of the version cases would move to
     * @return one for each version that cases follow
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Foreseen> of(String key, int target) {
        return pairs.to(key, target).map(this::foreseen).toList();
    }

    /** As {@link #of}, telling every case that would stay. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void each(String key, int target, StayLines told) {
        pairs.to(key, target).forEach(pair -> each(pair, told));
    }

    private void each(Pair pair, StayLines told) {
        told.begin(pair);
        Fit fit = fit(pair);
        if (fit.none() != null) {
            dryRun.eachOfAll(pair, ref -> told.stays(fit.none(), ref));
        } else {
            dryRun.each(pair, fit.built(), fit.mapped(), (why, ref) -> told.stays(why.because(fit.misfits()), ref));
        }
    }

    private Foreseen foreseen(Pair pair) {
        return new Foreseen(pair.from(), pair.source(), outlook(pair));
    }

    private Outlook outlook(Pair pair) {
        Fit fit = fit(pair);
        return fit.none() != null
                ? dryRun.allStay(pair, fit.none())
                : dryRun.of(pair, fit.built(), fit.mapped()).because(fit.misfits());
    }

    /**
     * The suggested plan without what does not fit.
     *
     * @param misfits why each step that was taken out of it does not fit its place
     * @param none why no case can move; null when some may
     */
    private record Fit(Built built, Set<String> mapped, Map<String, MoveFault> misfits, Objection none) {}

    private Fit fit(Pair pair) {
        Map<String, String> chosen = new LinkedHashMap<>(mapping.suggest(pair));
        Map<String, MoveFault> misfits = new HashMap<>();
        Crossing crossing = mapping.crossing(pair);
        Built built = mapping.build(pair, crossing, Choice.of(chosen));
        while (!built.isSound()) {
            built.objections().forEach(objection -> misfits.put(objection.step(), objection.fault()));
            if (!chosen.keySet().removeAll(misfits.keySet())) {
                return new Fit(built, Set.of(), misfits, built.objections().get(0));
            }
            built = mapping.build(pair, crossing, Choice.of(chosen));
        }
        return new Fit(built, chosen.keySet(), misfits, null);
    }

    /**
     * What would become of the cases of one version.
     *
     * @param from the version they follow
     * @param steps its steps
     * @param outlook how many could move, and why the others could not
     */
    public record Foreseen(Version from, Steps steps, Outlook outlook) {

        /** How many could move. */
        public long moves() {
            return outlook.moves();
        }

        /** How many would stay. */
        public long stay() {
            return outlook.stay();
        }
    }
}
