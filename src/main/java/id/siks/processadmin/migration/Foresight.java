package id.siks.processadmin.migration;

import id.siks.processadmin.migration.DryRun.Outlook;
import id.siks.processadmin.migration.Mapping.Built;
import id.siks.processadmin.run.Version;
import id.siks.processadmin.run.Versions;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** How many references of cases a page shows. */
    public static final int SHOWN = Progress.Stay.SHOWN;

    private final Versions versions;
    private final Pairs pairs;
    private final Mapping mapping;
    private final DryRun dryRun;

    Foresight(Versions versions, Pairs pairs, Mapping mapping, DryRun dryRun) {
        this.versions = versions;
        this.pairs = pairs;
        this.mapping = mapping;
        this.dryRun = dryRun;
    }

    /**
     * Tries it, newest version in front, in the transaction in which the engine knows the target; nothing is changed.
     *
     * @param key id of the process
     * @param target number of the version cases would move to
     * @param most how many references of cases that would stay for the same reason
     * @return one for each version that cases follow
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Foreseen> of(String key, int target, int most) {
        return versions.all().getOrDefault(key, List.of()).stream()
                .filter(version -> version.number() != target && version.running() > 0)
                .map(version -> foreseen(pairs.of(key, version.number(), target), most))
                .toList();
    }

    private Foreseen foreseen(Pair pair, int most) {
        return new Foreseen(pair.from(), pair.source(), outlook(pair, most));
    }

    private Outlook outlook(Pair pair, int most) {
        Map<String, String> chosen = new LinkedHashMap<>(mapping.suggest(pair));
        Map<String, MoveFault> misfits = new HashMap<>();
        Built built = mapping.build(pair, Choice.of(chosen));
        while (!built.isSound()) {
            built.objections().forEach(objection -> misfits.put(objection.step(), objection.fault()));
            if (!chosen.keySet().removeAll(misfits.keySet())) {
                return dryRun.allStay(pair, built.objections().get(0), most);
            }
            built = mapping.build(pair, Choice.of(chosen));
        }
        return dryRun.of(pair, built, chosen.keySet(), most).because(misfits);
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
