package id.siks.worklist.mail;

import id.siks.area.AreaCode;
import id.siks.platform.BusinessTime;
import id.siks.platform.Conflict;
import id.siks.platform.mail.PostOffice;
import id.siks.worklist.notice.DeliveryState;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Where administrators see which mails failed or may have been lost, why, and have them sent again. Neither names nor
 * addresses nor contents are shown.
 */
@Controller
@RequestMapping("/worklist/deliveries")
class DeliveryPages {

    private static final int MOST = 100;
    private static final String HERE = "redirect:/worklist/deliveries";

    private final DeliveryRows rows;
    private final PostOffice office;
    private final BusinessTime time;

    DeliveryPages(DeliveryRows rows, PostOffice office, BusinessTime time) {
        this.rows = rows;
        this.office = office;
        this.time = time;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("open", office.isOpen());
        model.addAttribute("waiting", rows.count(DeliveryState.WAITING));
        model.addAttribute("failed", rows.count(DeliveryState.FAILED));
        model.addAttribute("unsure", rows.count(DeliveryState.UNSURE));
        model.addAttribute("mails", rows.troubled(MOST));
        model.addAttribute("place", AreaCode.CAPITAL);
        return "worklist/deliveries";
    }

    @PostMapping("/{delivery}/retry")
    String retry(@PathVariable long delivery) {
        require(rows.retry(delivery, time.now()));
        return HERE;
    }

    @PostMapping("/retry")
    String retryFailed() {
        rows.retryFailed(time.now());
        return HERE;
    }

    @PostMapping("/{delivery}/take-for-sent")
    String takeForSent(@PathVariable long delivery) {
        require(rows.takeForSent(delivery, time.now()));
        return HERE;
    }

    private static void require(boolean done) {
        if (!done) {
            throw Conflict.because("worklist.deliveries.error.gone");
        }
    }
}
