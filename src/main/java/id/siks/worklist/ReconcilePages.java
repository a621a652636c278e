package id.siks.worklist;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The comparison of worklist and engine, for those who look after the system. */
@Controller
class ReconcilePages {

    private final WorklistReconcile reconcile;

    ReconcilePages(WorklistReconcile reconcile) {
        this.reconcile = reconcile;
    }

    @GetMapping("/worklist/reconcile")
    String compare(Model model) {
        model.addAttribute("report", reconcile.compare());
        return "worklist/reconcile";
    }
}
