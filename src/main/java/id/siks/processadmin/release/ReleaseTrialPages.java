package id.siks.processadmin.release;

import id.siks.identity.Actor;
import id.siks.platform.web.Unattended;
import id.siks.processadmin.replay.Subject;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a proposal would mean for cases that have ended, and all numbers of the cases its page tells a few of. */
@Controller
@RequestMapping("/processadmin/releases/{release}")
class ReleaseTrialPages {

    private final Releases releases;
    private final ReleaseTrials trials;
    private final ReleaseReplays replays;

    ReleaseTrialPages(Releases releases, ReleaseTrials trials, ReleaseReplays replays) {
        this.releases = releases;
        this.trials = trials;
        this.replays = replays;
    }

    /** Asks the cases of the last closed period again; nothing follows from it. */
    @PostMapping("/replay")
    ModelAndView replay(@PathVariable String release, @RequestParam(defaultValue = "false") String goOn) {
        long id = ReleasePages.number(release);
        replays.begin(releases.find(id), Subject.release(id), goOn.equals("true"));
        return new ModelAndView("redirect:" + ReleasePages.path(id) + "#replay");
    }

    /** How the replay stands, as a part of the page. */
    @Unattended
    @GetMapping("/replay")
    ModelAndView replayed(@PathVariable String release) {
        long id = ReleasePages.number(release);
        ModelAndView view = new ModelAndView("processadmin/replay :: section");
        replays.show(view, ReleasePages.path(id), releases.find(id), Subject.release(id));
        return view;
    }

    /** The cases that would stay, as a file. */
    @PostMapping("/trial/cases")
    ResponseEntity<InputStreamResource> wouldStay(@PathVariable String release, Actor actor) {
        long id = ReleasePages.number(release);
        return trials.file(releases.find(id), Subject.release(id), actor);
    }

    /** All cases of the changes the replay shows, as a file. */
    @PostMapping("/replay/cases")
    ResponseEntity<InputStreamResource> replayedCases(@PathVariable String release, Actor actor) {
        return replays.file(Subject.release(ReleasePages.number(release)), actor);
    }
}
