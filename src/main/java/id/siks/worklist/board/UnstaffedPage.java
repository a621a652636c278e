package id.siks.worklist.board;

import id.siks.area.Areas;
import id.siks.identity.Actor;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The office sees where work waits and nobody is there to do it. */
@Controller
class UnstaffedPage {

    private final Unstaffed unstaffed;
    private final Areas areas;

    UnstaffedPage(Unstaffed unstaffed, Areas areas) {
        this.unstaffed = unstaffed;
        this.areas = areas;
    }

    @GetMapping("/worklist/unstaffed")
    @Transactional(readOnly = true)
    public String show(@RequestParam(required = false) String after, Actor actor, Model model) {
        List<Unstaffed.Line> lines = unstaffed.of(actor);
        model.addAttribute("work", Unstaffed.sum(lines));
        model.addAttribute("posts", lines.size());
        model.addAttribute("page", Unstaffed.page(lines, after));
        model.addAttribute("areas", areas);
        return "worklist/unstaffed";
    }
}
