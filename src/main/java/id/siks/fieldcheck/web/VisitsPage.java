package id.siks.fieldcheck.web;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.fieldcheck.model.DueVisit;
import id.siks.fieldcheck.model.VisitDesk;
import id.siks.identity.AccessKind;
import id.siks.identity.AccessLog;
import id.siks.identity.AccessOutcome;
import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** A social worker's own visits, village by village, made for the phone in his hand. */
@Controller
class VisitsPage {

    private final VisitDesk desk;
    private final Areas areas;
    private final AccessLog accessLog;
    private final BusinessTime time;

    VisitsPage(VisitDesk desk, Areas areas, AccessLog accessLog, BusinessTime time) {
        this.desk = desk;
        this.areas = areas;
        this.accessLog = accessLog;
        this.time = time;
    }

    @GetMapping("/fieldcheck")
    String visits(Actor actor, Model model) {
        List<DueVisit> visits = desk.visitsOf(actor.accountId());
        if (!visits.isEmpty()) {
            accessLog.record(actor, AccessKind.READ, subjects(visits), "fieldcheck", AccessOutcome.GRANTED);
        }
        model.addAttribute("villages", byVillage(visits));
        model.addAttribute("now", time.now());
        return "fieldcheck/visits";
    }

    private List<VillageVisits> byVillage(List<DueVisit> visits) {
        Map<AreaCode, List<DueVisit>> grouped = visits.stream()
                .collect(Collectors.groupingBy(v -> v.home().village(), LinkedHashMap::new, Collectors.toList()));
        return grouped.entrySet().stream()
                .map(e -> new VillageVisits(areas.path(e.getKey()), e.getValue()))
                .toList();
    }

    private static List<String> subjects(List<DueVisit> visits) {
        return visits.stream().map(v -> "case:" + v.home().caseRef()).toList();
    }

    /** The visits of one village, the most urgent first. */
    record VillageVisits(String path, List<DueVisit> visits) {}
}
