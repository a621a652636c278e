package id.siks.identity;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Which of somebody's roles wait for a second factor, and how he gets one. */
@Controller
class SecondFactorPage {

    static final String PATH = "/identity/second-factor";

    private final AccountVisitors visitors;
    private final LoginSettings settings;

    SecondFactorPage(AccountVisitors visitors, LoginSettings settings) {
        this.visitors = visitors;
        this.settings = settings;
    }

    @GetMapping(PATH)
    String show(Model model) {
        model.addAttribute("waiting", visitors.withheld());
        model.addAttribute("again", settings.demo() ? null : LoginRequests.START + "?" + LoginRequests.FACTOR);
        return "identity/second-factor";
    }
}
