package id.siks.processadmin.run;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.casework.CaseRef;
import id.siks.identity.AccessKind;
import id.siks.identity.AccessLog;
import id.siks.identity.AccessOutcome;
import id.siks.identity.Actor;
import id.siks.platform.NotFound;
import id.siks.platform.engine.EngineVariables;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One case on its diagram, moment by moment: where it was, what was known and who could act. Nobody of those is named,
 * only administrators who had a failed step tried again. */
@Controller
class CasePages {

    private static final int DIGITS = 6;

    private final CasePaths paths;
    private final CaseFilm film;
    private final Areas areas;
    private final AccessLog log;
    private final DeedBook deeds;

    CasePages(CasePaths paths, CaseFilm film, Areas areas, AccessLog log, DeedBook deeds) {
        this.paths = paths;
        this.film = film;
        this.areas = areas;
        this.log = log;
        this.deeds = deeds;
    }

    @GetMapping("/processadmin/cases/{ref}")
    String show(
            @PathVariable String ref,
            @RequestParam(required = false) String instance,
            @RequestParam(defaultValue = "") String moment,
            Actor actor,
            Model model) {
        List<CaseRun> runs = CaseRef.isShaped(ref) ? paths.runs(ref) : List.of();
        CaseRun run = runs.stream()
                .filter(r -> instance == null || r.id().equals(instance))
                .findFirst()
                .orElseThrow(() -> new NotFound("process of a case"));
        log.record(actor, AccessKind.READ, "casework:" + ref, "process-path", AccessOutcome.GRANTED);
        Film shown =
                film.of(new CaseRef(ref), run, moment.matches("\\d{1," + DIGITS + "}") ? Integer.parseInt(moment) : 0);
        AreaCode area = shown.known().stream()
                .filter(v -> v.name().equals(EngineVariables.AREA_CODE) && AreaCode.isShaped(v.value()))
                .map(v -> new AreaCode(v.value()))
                .findFirst()
                .orElse(null);
        model.addAttribute("ref", ref);
        model.addAttribute("runs", runs);
        model.addAttribute("run", run);
        model.addAttribute("film", shown);
        model.addAttribute("path", area == null ? null : areas.path(area));
        model.addAttribute("place", area == null ? AreaCode.CAPITAL : area);
        model.addAttribute("areas", areas);
        model.addAttribute("deeds", deeds.of(ref));
        return "processadmin/case";
    }
}
