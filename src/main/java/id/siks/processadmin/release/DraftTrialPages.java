package id.siks.processadmin.release;

import id.siks.identity.Actor;
import id.siks.platform.web.Unattended;
import id.siks.processadmin.draft.Draft;
import id.siks.processadmin.draft.Drafts;
import id.siks.processadmin.draft.Models;
import id.siks.processadmin.release.Comparisons.Compared;
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

/** What a draft would mean for cases that run and cases that have ended, before anybody proposes it. */
@Controller
@RequestMapping("/processadmin/releases/drafts/{draft}")
class DraftTrialPages {

    private final Drafts drafts;
    private final Releases releases;
    private final ReleaseTrials trials;
    private final ReleaseReplays replays;
    private final Comparisons comparisons;
    private final ModelWords words;
    private final Models models;

    DraftTrialPages(
            Drafts drafts,
            Releases releases,
            ReleaseTrials trials,
            ReleaseReplays replays,
            Comparisons comparisons,
            ModelWords words,
            Models models) {
        this.drafts = drafts;
        this.releases = releases;
        this.trials = trials;
        this.replays = replays;
        this.comparisons = comparisons;
        this.words = words;
        this.models = models;
    }

    @GetMapping
    ModelAndView show(@PathVariable long draft) {
        Draft drawn = drafts.find(draft);
        return page(drawn, releases.asProposed(drawn));
    }

    /** Tries it on the cases that run; nothing is kept of it but what the page says. */
    @PostMapping("/trial")
    ModelAndView trial(@PathVariable long draft) {
        Draft drawn = drafts.find(draft);
        Release model = releases.asProposed(drawn);
        ModelAndView view = page(drawn, model);
        view.addObject("trial", trials.of(model));
        return view;
    }

    /** The cases that would stay, as a file. */
    @PostMapping("/trial/cases")
    ResponseEntity<InputStreamResource> wouldStay(@PathVariable long draft, Actor actor) {
        Draft drawn = drafts.find(draft);
        return trials.file(releases.asProposed(drawn), subject(drawn), actor);
    }

    /** All cases of the changes the replay shows, as a file. */
    @PostMapping("/replay/cases")
    ResponseEntity<InputStreamResource> replayedCases(@PathVariable long draft, Actor actor) {
        return replays.file(subject(drafts.find(draft)), actor);
    }

    /** Asks the cases of the last closed period again; nothing follows from it. */
    @PostMapping("/replay")
    ModelAndView replay(@PathVariable long draft, @RequestParam(defaultValue = "false") String goOn) {
        Draft drawn = drafts.find(draft);
        replays.begin(releases.asProposed(drawn), subject(drawn), goOn.equals("true"));
        return new ModelAndView("redirect:" + path(drawn) + "#replay");
    }

    /** How the replay stands, as a part of the page. */
    @Unattended
    @GetMapping("/replay")
    ModelAndView replayed(@PathVariable long draft) {
        Draft drawn = drafts.find(draft);
        ModelAndView view = new ModelAndView("processadmin/replay :: section");
        replays.show(view, path(drawn), releases.asProposed(drawn), subject(drawn));
        return view;
    }

    private ModelAndView page(Draft drawn, Release model) {
        Compared compared = comparisons.of(model);
        ModelAndView view = new ModelAndView("processadmin/draft-trial");
        view.addObject("draft", drawn);
        view.addObject("model", models.titles().getOrDefault(drawn.fileName(), drawn.fileName()));
        view.addObject("base", compared.base());
        view.addObject("differences", compared.differences());
        view.addObject("mostDifferences", Differences.SHOWN);
        view.addObject("takenBack", compared.takenBack());
        view.addObject("modelWords", words);
        view.addObject("followed", ReleaseTrials.isPossible(model) ? trials.followed(model) : null);
        replays.show(view, path(drawn), model, compared.timers(), subject(drawn));
        return view;
    }

    private static Subject subject(Draft drawn) {
        return Subject.draft(drawn.id(), drawn.revision());
    }

    private static String path(Draft drawn) {
        return "/processadmin/releases/drafts/" + drawn.id();
    }
}
