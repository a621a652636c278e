package id.siks.casework;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.identity.Actor;
import id.siks.identity.Jurisdiction;
import id.siks.identity.Scope;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who may follow a case: whoever sees its area, and for a case about an area everybody who works inside it. Templates: {@code @caseSight}. */
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
        return jurisdiction.sees(actor, area) || isCommon(ref) && worksWithin(area, actor);
    }

    /** True when whoever works anywhere inside the case's area may follow it: it is about an area, not about a family. */
    public boolean isCommon(CaseRef ref) {
        return pages.stream().anyMatch(p -> p.knows(ref) && p.common(ref));
    }

    /**
     * Patterns for a query with {@code like any}, of the areas whose cases {@code actor} may follow: those of his territories, and
     * those around them. Of these a query finds cases about an area alone: every family's case is in its village.
     */
    public static String[] areas(Actor actor) {
        return actor.caseScopes().stream()
                .map(Scope::prefix)
                .flatMap(own -> Stream.concat(Stream.of(own + "%"), around(own)))
                .distinct()
                .toArray(String[]::new);
    }

    private static Stream<String> around(String own) {
        return Stream.of(AreaLevel.values())
                .map(AreaLevel::digits)
                .filter(digits -> digits < own.length())
                .map(digits -> own.substring(0, digits));
    }

    private static boolean worksWithin(AreaCode area, Actor actor) {
        return actor.caseScopes().stream().anyMatch(scope -> scope.prefix().startsWith(area.value()));
    }
}
