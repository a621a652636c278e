package id.siks.finalization.web;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.casework.BatchMember;
import id.siks.casework.BatchMember.ListLine;
import id.siks.casework.CaseRef;
import id.siks.finalization.Milestone;
import id.siks.finalization.PeriodState;
import id.siks.finalization.PeriodView;
import id.siks.finalization.VillageLists;
import id.siks.finalization.VillageProgress;
import id.siks.finalization.model.BatchReads;
import id.siks.finalization.model.BatchReads.ItemLine;
import id.siks.finalization.model.BatchSteps;
import id.siks.finalization.model.Corrections;
import id.siks.finalization.model.PeriodBook;
import id.siks.identity.AccessKind;
import id.siks.identity.AccessLog;
import id.siks.identity.AccessOutcome;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import id.siks.platform.Page;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of one period: its dates, its villages, its list. */
@Component
class PeriodPage {

    private static final int A_PAGE = 50;

    private final PeriodDesk desk;
    private final VillageLists villageLists;
    private final PeriodBook book;
    private final BatchReads reads;
    private final Corrections corrections;
    private final BatchSteps steps;
    private final ObjectProvider<BatchMember> members;
    private final AccessLog accessLog;
    private final Actors actors;
    private final Areas areas;
    private final BusinessTime time;

    PeriodPage(
            PeriodDesk desk,
            VillageLists villageLists,
            PeriodBook book,
            BatchReads reads,
            Corrections corrections,
            BatchSteps steps,
            ObjectProvider<BatchMember> members,
            AccessLog accessLog,
            Actors actors,
            Areas areas,
            BusinessTime time) {
        this.desk = desk;
        this.villageLists = villageLists;
        this.book = book;
        this.reads = reads;
        this.corrections = corrections;
        this.steps = steps;
        this.members = members;
        this.accessLog = accessLog;
        this.actors = actors;
        this.areas = areas;
        this.time = time;
    }

    ModelAndView draw(PeriodView period, Asked asked, Actor actor) {
        List<String> scopes = desk.prefixes(actor, period.regency());
        Page<ItemLine> page = Page.of(
                reads.page(period.ref(), scopes, asked.area(), asked.outliers(), asked.after(), A_PAGE + 1),
                A_PAGE,
                ItemLine::mark);
        ModelAndView view = new ModelAndView("finalization/period");
        view.addObject("period", period);
        view.addObject("regency", areas.get(period.regency()).name());
        view.addObject("milestones", milestones(period));
        view.addObject("moves", moves(period));
        view.addObject("settling", period.settling(time.now()));
        List<VillageProgress> villages = villageLists.villages(period.ref(), scopes);
        view.addObject("villages", villages);
        view.addObject(
                "finalized",
                villages.stream().filter(v -> v.finalizedAt() != null).count());
        view.addObject(
                "acknowledged",
                villages.stream().filter(v -> v.acknowledgedAt() != null).count());
        view.addObject(
                "mayAcknowledge",
                villages.stream()
                        .map(VillageProgress::village)
                        .filter(village -> actor.holds(Role.DISTRICT_HEAD, village))
                        .collect(Collectors.toSet()));
        list(view, period, villages, asked.area(), scopes);
        view.addObject("corrections", corrections.of(period.ref(), scopes));
        view.addObject("outliers", reads.outliers(period.ref(), scopes));
        view.addObject("part", !scopes.contains(period.regency().value()));
        view.addObject("rows", rows(page.items(), actor));
        view.addObject("next", page.next());
        view.addObject("asked", asked);
        view.addObject("mayMove", mayMove(period, actor));
        view.addObject("mayReturn", steps.mayReturn(period, actor));
        view.addObject(
                "mayTakeNames", !desk.namePrefixes(actor, period.regency()).isEmpty());
        view.addObject("mayReject", steps.mayReject(period, actor));
        view.addObject("errors", List.of());
        return view;
    }

    /** Whose list is counted: that of the village asked for, else of all in {@code scopes}. */
    private void list(
            ModelAndView view, PeriodView period, List<VillageProgress> villages, AreaCode asked, List<String> scopes) {
        VillageProgress alone = villages.stream()
                .filter(v -> v.village().equals(asked))
                .findFirst()
                .orElse(null);
        List<String> counted = alone == null ? scopes : List.of(asked.value());
        view.addObject("alone", alone);
        view.addObject("batch", reads.batch(period.ref(), counted).orElse(null));
    }

    /** Each line with the name it stands for; who is shown whom is kept. */
    private List<Row> rows(List<ItemLine> items, Actor actor) {
        if (items.isEmpty()) {
            return List.of();
        }
        List<CaseRef> refs = items.stream().map(ItemLine::ref).toList();
        accessLog.record(
                actor,
                AccessKind.READ,
                refs.stream().map(ref -> "proposal:" + ref).toList(),
                "finalization-list",
                AccessOutcome.GRANTED);
        Map<CaseRef, ListLine> lines =
                members.getObject().lines(refs).stream().collect(Collectors.toMap(ListLine::ref, Function.identity()));
        return items.stream()
                .map(item -> new Row(
                        item,
                        item.shown(lines.get(item.ref())),
                        areas.get(item.village()).name()))
                .toList();
    }

    private List<Step> milestones(PeriodView period) {
        Instant now = time.now();
        return Arrays.stream(Milestone.values())
                .map(milestone -> new Step(milestone, period.at(milestone), !now.isBefore(period.at(milestone))))
                .toList();
    }

    private List<Moved> moves(PeriodView period) {
        return book.moves(period.ref()).stream()
                .map(move -> new Moved(move, actors.nameOf(move.by())))
                .toList();
    }

    private static boolean mayMove(PeriodView period, Actor actor) {
        return actor.holds(Role.REGENCY_OFFICE_HEAD, period.regency())
                && (period.state() == PeriodState.PLANNED || !period.state().isFinal());
    }

    /** What part of the list was asked for. */
    record Asked(String village, boolean outliers, String after) {

        static final Asked NOTHING = new Asked(null, false, null);

        AreaCode area() {
            return AreaCode.isShaped(village) ? new AreaCode(village) : null;
        }
    }

    /** A date on the line of dates. */
    record Step(Milestone milestone, Instant at, boolean past) {}

    /** A date that was moved, and by whom. */
    record Moved(PeriodBook.Move move, String name) {}

    /** A case of the list; {@code line} is null when its room knows it no longer. */
    record Row(ItemLine item, ListLine line, String village) {}
}
