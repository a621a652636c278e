package id.siks.worklist.list;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.casework.OtherWork;
import id.siks.finalization.PeriodView;
import id.siks.finalization.Periods;
import id.siks.finalization.VillageLists;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import id.siks.proposal.Proposals;
import id.siks.worklist.model.Duties;
import id.siks.worklist.model.TeamCounts;
import id.siks.worklist.notice.FreshNotices;
import id.siks.worklist.row.Due;
import id.siks.worklist.row.WorkRows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what to do next, until when, and what one was told. */
@Controller
class HomePage {

    private static final int FIRST = 6;
    private static final int MOST_LATE = 100;

    private final WorkLists lists;
    private final WorkRows rows;
    private final TeamCounts counts;
    private final TeamWork work;
    private final FreshNotices notices;
    private final Periods periods;
    private final VillageLists villageLists;
    private final Proposals proposals;
    private final List<OtherWork> others;
    private final BusinessTime time;

    HomePage(
            WorkLists lists,
            WorkRows rows,
            TeamCounts counts,
            TeamWork work,
            FreshNotices notices,
            Periods periods,
            VillageLists villageLists,
            Proposals proposals,
            List<OtherWork> others,
            BusinessTime time) {
        this.lists = lists;
        this.rows = rows;
        this.counts = counts;
        this.work = work;
        this.notices = notices;
        this.periods = periods;
        this.villageLists = villageLists;
        this.proposals = proposals;
        this.others = others;
        this.time = time;
    }

    @GetMapping("/")
    String show(Actor actor, Model model) {
        Map<String, Integer> byTask = work.of(actor);
        model.addAttribute("counts", counts.lines(byTask));
        model.addAttribute("total", byTask.values().stream().mapToInt(n -> n).sum());
        model.addAttribute("late", lists.late(actor, MOST_LATE));
        model.addAttribute("next", rows.of(lists.next(actor, FIRST), actor));
        model.addAttribute(
                "others",
                others.stream().flatMap(other -> other.of(actor).stream()).toList());
        List<FreshNotices.Line> told = notices.of(actor);
        model.addAttribute("notices", told);
        model.addAttribute(
                "those", told.stream().flatMap(line -> line.those().stream()).toList());
        model.addAttribute("place", actor.home());
        model.addAttribute(
                "names", rows.namesOf(told.stream().map(line -> line.notice().by())));
        model.addAttribute("cutoffs", cutoffs(actor));
        if (actor.holds(Role.VILLAGE_OPERATOR)) {
            model.addAttribute("drafts", proposals.unfinished(actor));
        }
        if (actor.holds(Role.VILLAGE_OPERATOR) || actor.holds(Role.DISTRICT_SOCIAL_WORKER)) {
            model.addAttribute("ownFamilies", proposals.ownFamilies(actor).size());
        }
        return "worklist/home";
    }

    private List<Cutoff> cutoffs(Actor actor) {
        return Duties.of(actor).stream()
                .flatMap(duty -> cutoff(duty).stream())
                .distinct()
                .toList();
    }

    /** The date that matters to this duty: the village's for those who work in a village or district, else the regency's. */
    private Optional<Cutoff> cutoff(Assignment duty) {
        AreaCode area = duty.scope().area();
        if (area == null || area.level() == AreaLevel.PROVINCE) {
            return Optional.empty();
        }
        boolean village = duty.role().digits() > AreaLevel.REGENCY.digits();
        if (area.level() == AreaLevel.VILLAGE) {
            return villageLists.next(area).map(list -> cutoff(list.period(), true, list.closed()));
        }
        Optional<PeriodView> current = periods.currentFor(area);
        // Whose villages' lists are closed looks ahead; the regency still works on the list that is closing.
        Optional<PeriodView> period = village ? periods.openFor(area).or(() -> current) : current;
        return period.map(p -> cutoff(p, village, null));
    }

    private Cutoff cutoff(PeriodView period, boolean village, PeriodView closed) {
        Instant at = village ? period.villageCutoffAt() : period.regencyCutoffAt();
        Instant now = time.now();
        return new Cutoff(period, village, closed, Due.of(at, period.zone(), now), !now.isBefore(at));
    }

    /**
     * Until when a list closes.
     *
     * @param village true for the village's list, false for the regency's
     * @param closed the period whose list the village has closed itself already, or null
     * @param come true when the moment has come and the list is being closed
     */
    record Cutoff(PeriodView period, boolean village, PeriodView closed, Due due, boolean come) {}
}
