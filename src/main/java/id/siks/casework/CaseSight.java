package id.siks.casework;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Jurisdiction;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who may follow a case: whoever sees its area, and for a case about an area everybody who works inside it. */
@Component
public class CaseSight {

    private final List<CasePages> pages;
    private final Jurisdiction jurisdiction;

    CaseSight(List<CasePages> pages, Jurisdiction jurisdiction) {
        this.pages = pages;
        this.jurisdiction = jurisdiction;
    }

    /** True when {@code actor} may follow the case {@code ref} of {@code area}. */
    public boolean sees(Actor actor, CaseRef ref, AreaCode area) {
        return jurisdiction.sees(actor, area) || common(ref) && worksWithin(area, actor);
    }

    private boolean common(CaseRef ref) {
        return pages.stream().anyMatch(p -> p.knows(ref) && p.common(ref));
    }

    private static boolean worksWithin(AreaCode area, Actor actor) {
        return actor.caseScopes().stream().anyMatch(scope -> scope.prefix().startsWith(area.value()));
    }
}
