package id.siks.finalization.web;

import id.siks.finalization.PeriodView;
import id.siks.finalization.Periods;
import id.siks.identity.Actor;
import id.siks.identity.DoorRoles;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The desk all pages read periods at; when a test says so, so slowly that something happens before they go on. */
@Primary
@Component
public class SlowDesk extends PeriodDesk {

    private static final Runnable NOTHING = () -> {};

    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(NOTHING);

    SlowDesk(Periods periods, DoorRoles doors) {
        super(periods, doors);
    }

    /** Lets this happen as soon as the next page has read its period, which it then shows as it was before. */
    public void meanwhile(Runnable deed) {
        meanwhile.set(deed);
    }

    @Override
    PeriodView read(String text, Actor actor) {
        PeriodView read = super.read(text, actor);
        meanwhile.getAndSet(NOTHING).run();
        return read;
    }
}
