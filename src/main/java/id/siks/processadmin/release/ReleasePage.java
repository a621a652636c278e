package id.siks.processadmin.release;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.FreshLogin;
import id.siks.identity.Role;
import id.siks.platform.FieldError;
import id.siks.processadmin.check.Report;
import id.siks.processadmin.draft.Draft;
import id.siks.processadmin.draft.Models;
import id.siks.processadmin.draft.Overtakings;
import id.siks.processadmin.release.Comparisons.Compared;
import id.siks.processadmin.release.Release.Entry;
import id.siks.processadmin.replay.Subject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Draws the pages of releases: names of people, and what is compared before somebody decides. */
@Component
class ReleasePage {

    private final Releases releases;
    private final Comparisons comparisons;
    private final ReleaseCheck check;
    private final ReleaseReplays replays;
    private final ReleaseTrials trials;
    private final Overtakings overtakings;
    private final Sheets sheets;
    private final FormWords formWords;
    private final ModelWords modelWords;
    private final Models models;
    private final Actors actors;
    private final FreshLogin login;

    ReleasePage(
            Releases releases,
            Comparisons comparisons,
            ReleaseCheck check,
            ReleaseReplays replays,
            ReleaseTrials trials,
            Overtakings overtakings,
            Sheets sheets,
            FormWords formWords,
            ModelWords modelWords,
            Models models,
            Actors actors,
            FreshLogin login) {
        this.releases = releases;
        this.comparisons = comparisons;
        this.check = check;
        this.replays = replays;
        this.trials = trials;
        this.overtakings = overtakings;
        this.sheets = sheets;
        this.formWords = formWords;
        this.modelWords = modelWords;
        this.models = models;
        this.actors = actors;
        this.login = login;
    }

    /**
     * The page of one release: what it changes, what became of it, and what the actor may do with it.
     *
     * @param words what was typed as note or reason, empty else
     * @param effect what was chosen as its moment, empty else
     * @param errors why it was refused, at {@code note}, {@code withdrawNote}, {@code reason} or {@code effect}
     */
    ModelAndView compared(
            Release release,
            HttpServletRequest request,
            Actor actor,
            String words,
            String effect,
            List<FieldError> errors) {
        Compared compared = comparisons.of(release);
        boolean waits = release.state() == ReleaseState.PROPOSED;
        List<Entry> history = releases.history(release.id());
        Release overtaker = releases.overtakenBy(release).orElse(null);
        ModelAndView view = named(
                "processadmin/release",
                Stream.concat(
                        history.stream().map(Entry::by),
                        Stream.ofNullable(overtaker)
                                .map(later -> later.decision().by())));
        view.addObject("overtaker", overtaker);
        view.addObject("successor", releases.replacedBy(release).orElse(null));
        view.addObject("base", compared.base());
        view.addObject("history", history);
        view.addObject("differences", compared.differences());
        view.addObject("mostDifferences", Differences.SHOWN);
        view.addObject("takenBack", compared.takenBack());
        view.addObject("sheets", sheets.between(release.kind(), compared.was(), compared.is()));
        view.addObject("formWords", formWords);
        view.addObject("modelWords", modelWords);
        replays.show(view, ReleasePages.path(release.id()), release, compared.timers(), Subject.release(release.id()));
        view.addObject("replays", replays.isShown(release));
        boolean tries = actor.holds(Role.PROCESS_ADMIN) || actor.holds(Role.PROCESS_RELEASER);
        view.addObject("tries", tries);
        view.addObject("followed", tries && ReleaseTrials.isPossible(release) ? trials.followed(release) : null);
        view.addObject("report", isChecked(release) ? check.of(release) : null);
        view.addObject("decides", waits && actor.holds(Role.PROCESS_RELEASER));
        view.addObject("own", releases.isOwn(release, actor));
        view.addObject("fresh", login.isFresh(request.getSession(false)));
        view.addObject("again", login.again(ReleasePages.path(release.id())));
        boolean proposes = !waits && actor.holds(Role.PROCESS_ADMIN);
        view.addObject("returns", proposes && releases.canReturnTo(release));
        view.addObject("withdraws", proposes && releases.isWithdrawable(release));
        view.addObject("words", words);
        view.addObject("effect", effect);
        view.addObject("effects", release.withdraws() ? List.of(Effect.NOW) : List.of(Effect.values()));
        view.addObject("errors", errors);
        return view;
    }

    /**
     * The page of a draft whose proposal was refused, with what the check refuses in it.
     *
     * @param seen the revision its author means
     * @param words his note
     * @param errors why it was refused, at {@code note} or {@code comparedWith}
     */
    ModelAndView proposing(Draft draft, int seen, String words, List<FieldError> errors) {
        Report report = check.of(releases.asProposed(draft));
        ModelAndView view = named("processadmin/propose", Stream.empty());
        view.addObject("draft", draft.id());
        view.addObject("seen", seen);
        view.addObject("overtaking", overtakings.of(draft).orElse(null));
        view.addObject("report", report.isRefused() ? report : null);
        view.addObject("words", words);
        view.addObject("errors", errors);
        return view;
    }

    /** What waits for a decision, what the check refused when its moment came, and what no longer fits: the report says why. */
    private boolean isChecked(Release release) {
        boolean refused = release.failure() != null && release.failure().cause() == Release.Cause.CHECK;
        return refused
                || releases.unfit().contains(release)
                || release.state() == ReleaseState.PROPOSED && !release.withdraws();
    }

    /** A page with the names of these accounts, null among them standing for the application, and what people call models. */
    ModelAndView named(String name, Stream<Long> named) {
        ModelAndView view = new ModelAndView(name);
        view.addObject("names", actors.namesOf(named.filter(Objects::nonNull).toList()));
        view.addObject("titles", models.titles());
        view.addObject("clock", AreaCode.CAPITAL.value());
        return view;
    }
}
