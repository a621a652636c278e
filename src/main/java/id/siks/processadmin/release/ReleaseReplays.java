package id.siks.processadmin.release;

import id.siks.identity.Actor;
import id.siks.platform.NotFound;
import id.siks.platform.Refused;
import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.replay.Replay;
import id.siks.processadmin.replay.ReplayFile;
import id.siks.processadmin.replay.Replays;
import id.siks.processadmin.replay.Replays.Question;
import id.siks.processadmin.replay.Subject;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Asks what a proposal, or a draft that may become one, would have meant for cases that have ended. */
@Component
class ReleaseReplays {

    private final Releases releases;
    private final Comparisons comparisons;
    private final ReleaseCheck check;
    private final Replays replays;
    private final ReplayFile file;

    ReleaseReplays(Releases releases, Comparisons comparisons, ReleaseCheck check, Replays replays, ReplayFile file) {
        this.releases = releases;
        this.comparisons = comparisons;
        this.check = check;
        this.replays = replays;
        this.file = file;
    }

    /** True where people are to hear of it, be it why it cannot be done: for everything proposed that comes into use. */
    boolean isShown(Release model) {
        return model.state() == ReleaseState.PROPOSED && !model.withdraws();
    }

    /** Puts how it stands on a page that shows the section of replays; {@code path} is where the tests of the model live. */
    void show(ModelAndView view, String path, Release model, Subject subject) {
        show(view, path, model, comparisons.timers(model), subject);
    }

    /**
     * The same for a page that has compared the model itself.
     *
     * @param timers as {@link Comparisons#timers} tells them
     */
    void show(ModelAndView view, String path, Release model, List<String> timers, Subject subject) {
        view.addObject("release", model);
        view.addObject("path", path);
        view.addObject("periods", Replays.asksPeriods(model.key()));
        view.addObject("obstacle", obstacle(model, subject).orElse(null));
        view.addObject("timers", timers);
        view.addObject("replay", of(subject).orElse(null));
    }

    /**
     * Why cases that have ended cannot be asked, as the end of {@code processadmin.replay.not}; empty when they can, or were.
     */
    private Optional<String> obstacle(Release model, Subject subject) {
        return of(subject).isPresent() ? Optional.empty() : obstacle(model);
    }

    private static Optional<String> obstacle(Release model) {
        if (model.kind() == ModelKind.FORM) {
            return Optional.of("FORM");
        }
        if (model.baseId() == null) {
            return Optional.of("NEW");
        }
        return Replays.covers(model.kind(), model.key())
                ? Optional.empty()
                : Optional.of(model.kind() == ModelKind.BPMN ? "PROCESS" : "TABLE");
    }

    /** The cases of the changes it shows; {@link NotFound} when it was never begun. */
    ResponseEntity<InputStreamResource> file(Subject subject, Actor actor) {
        return file.take(actor, subject, of(subject).orElseThrow(() -> new NotFound("replay")));
    }

    private Optional<Replay> of(Subject subject) {
        return replays.of(subject);
    }

    /**
     * Begins to ask the cases of the last closed period again.
     *
     * @param goesOn true to ask only those that were not asked before it was stopped or cut off
     * @throws Refused when the model cannot be asked, as when the check refuses it today
     */
    void begin(Release model, Subject subject, boolean goesOn) {
        if (!isShown(model) || obstacle(model).isPresent()) {
            throw Refused.because("processadmin.replay.error.not-here");
        }
        check.requireSound(model.kind(), model.key(), model.content());
        Question question = new Question(
                subject,
                model.kind(),
                model.key(),
                releases.find(model.baseId()).content(),
                model.content());
        if (goesOn) {
            replays.goOn(question);
        } else {
            replays.begin(question);
        }
    }
}
