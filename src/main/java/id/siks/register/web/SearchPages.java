package id.siks.register.web;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.identity.Actor;
import id.siks.identity.Limit;
import id.siks.identity.Limits;
import id.siks.identity.Masks;
import id.siks.platform.FieldError;
import id.siks.platform.Page;
import id.siks.register.Families;
import id.siks.register.FamilyHit;
import id.siks.register.FamilySearch;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Finds families by name, NIK, family card or missing papers, within the actor's territory. */
@Controller
class SearchPages {

    private static final int PAGE = 20;
    private static final int SHORTEST_NAME = 3;
    private static final String VIEW = "register/search";

    private final Families families;
    private final Areas areas;
    private final Limits limits;

    SearchPages(Families families, Areas areas, Limits limits) {
        this.families = families;
        this.areas = areas;
        this.limits = limits;
    }

    @GetMapping("/register")
    String empty(Model model) {
        model.addAttribute("search", new SearchForm("", "", "", null, null));
        return VIEW;
    }

    @PostMapping("/register/search")
    ModelAndView search(@ModelAttribute("search") SearchForm search, Actor actor) {
        List<FieldError> errors = errors(search);
        if (!errors.isEmpty()) {
            ModelAndView refused = new ModelAndView(VIEW, HttpStatus.UNPROCESSABLE_ENTITY);
            refused.addObject("errors", errors);
            return refused;
        }
        if (given(search.nik()) || given(search.familyCardNumber())) {
            limits.use(Limit.NIK_LOOKUP, actor);
        }
        Page<FamilyHit> found = families.search(
                new FamilySearch(
                        search.name(),
                        search.nik(),
                        search.familyCardNumber(),
                        search.onlyWithoutPapers(),
                        search.after()),
                actor,
                PAGE);
        ModelAndView page = new ModelAndView(VIEW);
        page.addObject("hits", found.items().stream().map(this::line).toList());
        page.addObject("next", found.next());
        return page;
    }

    private static List<FieldError> errors(SearchForm search) {
        if (given(search.nik())) {
            return number("nik", search.nik());
        }
        if (given(search.familyCardNumber())) {
            return number("familyCardNumber", search.familyCardNumber());
        }
        if (search.onlyWithoutPapers() && !given(search.name())) {
            return List.of();
        }
        boolean named = search.name() != null && search.name().strip().length() >= SHORTEST_NAME;
        return named ? List.of() : List.of(FieldError.of("name", "register.error.search.nothing"));
    }

    // A number searched for need not be a possible one, but it has sixteen digits.
    private static List<FieldError> number(String field, String text) {
        boolean shaped = text.strip().matches("[0-9]{16}");
        return shaped ? List.of() : List.of(FieldError.of(field, "register.error.search.number"));
    }

    private static boolean given(String text) {
        return text != null && !text.isBlank();
    }

    private Line line(FamilyHit hit) {
        return new Line(
                "/register/" + hit.family().id(),
                hit.person(),
                hit.head(),
                Masks.number(hit.nik()),
                hit.members(),
                path(hit.village()),
                hit.status().name());
    }

    private String path(AreaCode village) {
        return areas.find(village).isPresent() ? areas.path(village) : village.display();
    }

    /** One hit, masked. */
    record Line(String path, String person, String head, String nik, int members, String area, String status) {}
}
