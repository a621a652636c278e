package id.siks.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The sentence about what is being prepared, asked for again and again by pages that show it. */
@Controller
class PreparationNotice {

    private final Shell shell;
    private final PageBefore pageBefore;

    PreparationNotice(Shell shell, PageBefore pageBefore) {
        this.shell = shell;
        this.pageBefore = pageBefore;
    }

    /** When it is over, the page it stands on is not loaded again by itself: somebody may be filling in a form. */
    @Unattended
    @GetMapping("/preparation")
    String sentence(HttpServletRequest request, Model model) {
        Shell.Preparing preparing = shell.preparing();
        if (preparing != null) {
            model.addAttribute("preparing", preparing);
            return "platform/preparing :: sentence(preparing=${preparing})";
        }
        model.addAttribute("page", pageBefore.of(request).orElse("/"));
        return "platform/preparing :: over(page=${page})";
    }
}
