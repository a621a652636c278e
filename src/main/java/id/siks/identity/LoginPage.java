package id.siks.identity;

import id.siks.platform.NotFound;
import id.siks.platform.web.Landing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way in: the list of demo people, or the one button that leads to the login server. */
@Controller
class LoginPage {

    private final LoginSettings settings;
    private final DemoPeople people;
    private final Limits limits;
    private final SignIn signIn;
    private final Landing landing;

    LoginPage(LoginSettings settings, DemoPeople people, Limits limits, SignIn signIn, Landing landing) {
        this.settings = settings;
        this.people = people;
        this.limits = limits;
        this.signIn = signIn;
        this.landing = landing;
    }

    @GetMapping("/login")
    String show(HttpServletRequest request, Model model) {
        model.addAttribute("demo", settings.demo());
        model.addAttribute("notice", notice(request));
        if (settings.demo()) {
            model.addAttribute("groups", people.groups());
        }
        return "identity/login";
    }

    @PostMapping("/login")
    String enter(@RequestParam long account, HttpServletRequest request, HttpServletResponse response) {
        if (!settings.demo()) {
            throw new NotFound("demo login");
        }
        limits.check(Limit.FAILED_LOGIN, request.getRemoteAddr());
        Optional<Actor> person = people.find(account);
        if (person.isEmpty()) {
            limits.use(Limit.FAILED_LOGIN, request.getRemoteAddr());
            return "redirect:/login?unknown";
        }
        signIn.as(person.get(), Proof.demo(), request, response);
        return "redirect:" + landing.after(request, response);
    }

    private static String notice(HttpServletRequest request) {
        for (String word : new String[] {"unknown", "failed", "unavailable", "bye"}) {
            if (request.getParameter(word) != null) {
                return word;
            }
        }
        return null;
    }
}
