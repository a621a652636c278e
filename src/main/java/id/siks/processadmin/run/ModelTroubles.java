package id.siks.processadmin.run;

import id.siks.area.AreaCode;
import id.siks.casework.ModelTroubled;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells people what became of models and moves while nobody was there. */
@Component
public class ModelTroubles {

    private final Actors actors;
    private final ApplicationEventPublisher events;
    private final BusinessTime time;

    ModelTroubles(Actors actors, ApplicationEventPublisher events, BusinessTime time) {
        this.actors = actors;
        this.events = events;
        this.time = time;
    }

    /**
     * Tells all administrators and whoever had a hand in it, in the transaction in which it happened.
     *
     * @param model the file or process, with its version
     * @param hands account ids of whoever proposed, decided, planned or began it; null among them stands for the system
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(ModelTroubled.Kind kind, String model, Stream<Long> hands) {
        Set<Long> all = Stream.concat(
                        hands.filter(Objects::nonNull),
                        actors.holding(Role.PROCESS_ADMIN, AreaCode.CAPITAL).stream()
                                .map(Actor::accountId))
                .collect(Collectors.toSet());
        if (!all.isEmpty()) {
            events.publishEvent(new ModelTroubled(kind, model, all, time.now()));
        }
    }
}
