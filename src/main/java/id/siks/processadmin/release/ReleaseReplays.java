package id.siks.processadmin.release;

import id.siks.platform.Refused;
import id.siks.processadmin.replay.Replay;
import id.siks.processadmin.replay.Replays;
import id.siks.processadmin.replay.Replays.Question;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks what a proposal would have meant for cases that have ended. */
@Component
class ReleaseReplays {

    private final Releases releases;
    private final Replays replays;

    ReleaseReplays(Releases releases, Replays replays) {
        this.releases = releases;
        this.replays = replays;
    }

    /** True for a proposal whose model can be asked about cases that have ended. */
    boolean isPossible(Release release) {
        return release.state() == ReleaseState.PROPOSED
                && !release.withdraws()
                && release.baseId() != null
                && Replays.covers(release.kind(), release.key());
    }

    /** How the replay of a proposal stands; empty when it was never begun. */
    Optional<Replay> of(long id) {
        return replays.of(id);
    }

    /**
     * Begins to ask the cases of the last closed period again.
     *
     * @param goesOn true to ask only those that were not asked before it was stopped or cut off
     * @throws Refused when the model cannot be asked, as when the check refuses it today
     */
    void begin(long id, boolean goesOn) {
        Release proposed = releases.find(id);
        if (!isPossible(proposed)) {
            throw Refused.because("processadmin.replay.error.not-here");
        }
        releases.requireSound(proposed.kind(), proposed.key(), proposed.content());
        Question question = new Question(
                id,
                proposed.kind(),
                proposed.key(),
                releases.find(proposed.baseId()).content(),
                proposed.content());
        if (goesOn) {
            replays.goOn(question);
        } else {
            replays.begin(question);
        }
    }
}
