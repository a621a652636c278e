package id.siks.worklist.model;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The comparison of worklist and engine, for those who look after the system. */
@Controller
class ReconcilePages {

    private final WorklistReconcile reconcile;
    private final WorklistRepair repair;

    ReconcilePages(WorklistReconcile reconcile, WorklistRepair repair) {
        this.reconcile = reconcile;
        this.repair = repair;
    }

    @GetMapping("/worklist/reconcile")
    String compare(Model model) {
        model.addAttribute("report", reconcile.compare());
        return "worklist/reconcile";
    }

    @PostMapping("/worklist/reconcile")
    String mend(RedirectAttributes flash) {
        flash.addFlashAttribute("repaired", repair.repair());
        return "redirect:/worklist/reconcile";
    }
}
