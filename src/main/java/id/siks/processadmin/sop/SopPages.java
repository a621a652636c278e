package id.siks.processadmin.sop;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Limit;
import id.siks.identity.Limits;
import id.siks.platform.web.PaperFile;
import id.siks.processadmin.release.Release;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The procedures of all processes, each to be printed. They hold no personal data: whoever oversees work may have them. */
@Controller
@RequestMapping("/processadmin/sop")
class SopPages {

    private final Sops sops;
    private final SopPaper paper;
    private final Limits limits;

    SopPages(Sops sops, SopPaper paper, Limits limits) {
        this.sops = sops;
        this.paper = paper;
        this.limits = limits;
    }

    @GetMapping
    ModelAndView list() {
        ModelAndView view = new ModelAndView("processadmin/sops");
        view.addObject("processes", sops.all());
        view.addObject("clock", AreaCode.CAPITAL.value());
        return view;
    }

    @GetMapping("/{key}")
    ResponseEntity<byte[]> file(@PathVariable String key, Actor actor) {
        Release release = sops.released(key);
        limits.use(Limit.PRINT, actor);
        return PaperFile.of("sop-" + release.key() + "-versi-" + release.version(), paper.print(release));
    }
}
