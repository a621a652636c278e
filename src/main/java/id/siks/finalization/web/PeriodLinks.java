package id.siks.finalization.web;

import id.siks.area.AreaCode;
import id.siks.casework.CasePages;
import id.siks.casework.CaseRef;
import id.siks.evidence.AttachmentKind;
import id.siks.evidence.AttachmentOwners;
import id.siks.finalization.PeriodView;
import id.siks.finalization.Periods;
import id.siks.finalization.model.BatchSteps;
import id.siks.finalization.model.Level;
import id.siks.identity.Actor;
import id.siks.platform.web.NavEntry;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** What other rooms ask about a period: where its page is, and who may add the regent's letter. */
@Component
class PeriodLinks implements CasePages, AttachmentOwners {

    private static final String PREFIX = "PRD-";

    private final Periods periods;
    private final BatchSteps steps;

    PeriodLinks(Periods periods, BatchSteps steps) {
        this.periods = periods;
        this.steps = steps;
    }

    @Override
    public boolean knows(CaseRef ref) {
        return ref.value().startsWith(PREFIX);
    }

    @Override
    public String path(CaseRef ref) {
        return "/finalization/" + ref;
    }

    @Override
    public boolean common(CaseRef ref) {
        return true;
    }

    @Override
    public Optional<Owner> find(String reference) {
        return reference.startsWith(PREFIX)
                ? periods.find(PeriodDesk.ref(reference)).map(Letters::new)
                : Optional.empty();
    }

    /** A period takes the regent's letter while it waits for the regent. */
    private final class Letters implements Owner {

        private final PeriodView period;

        private Letters(PeriodView period) {
            this.period = period;
        }

        @Override
        public AreaCode area() {
            return period.regency();
        }

        @Override
        public boolean accepts(AttachmentKind kind, Actor actor) {
            return kind == AttachmentKind.RATIFICATION_LETTER
                    && changeable()
                    && actor.holds(Level.REGENT.role(), period.regency());
        }

        @Override
        public boolean changeable() {
            return steps.turn(period) == Level.REGENT;
        }
    }

    /** The way to the periods in the frame of every page. */
    @Configuration(proxyBeanMethods = false)
    static class Navigation {

        @Bean
        NavEntry periodList() {
            return new NavEntry("finalization.page.nav", "/finalization", "batch", 50);
        }
    }
}
