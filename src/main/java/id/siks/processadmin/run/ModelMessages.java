package id.siks.processadmin.run;

import id.siks.area.AreaCode;
import id.siks.casework.ModelNews;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells people that a proposal or a move waits for them, and what others made of theirs. */
@Component
public class ModelMessages {

    private final Actors actors;
    private final ApplicationEventPublisher events;
    private final BusinessTime time;

    ModelMessages(Actors actors, ApplicationEventPublisher events, BusinessTime time) {
        this.actors = actors;
        this.events = events;
        this.time = time;
    }

    /**
     * Tells everybody who may decide; in the transaction in which it is asked.
     *
     * @param hands account ids of whoever had a hand in it and may not decide therefore
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void waits(ModelNews.Kind kind, String model, Set<Long> hands) {
        Stream<Long> others = actors.holding(Role.PROCESS_RELEASER, AreaCode.CAPITAL).stream()
                .filter(holder -> Collections.disjoint(hands, holder.persons()))
                .map(Actor::accountId);
        tell(kind, model, others, null);
    }

    /**
     * Tells whoever had a hand in it, besides whoever decided; in the transaction of the decision.
     *
     * @param hands account ids; null among them stands for the system
     * @param by null for the system
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(ModelNews.Kind kind, String model, Stream<Long> hands, Actor by) {
        Set<Long> told = hands.filter(Objects::nonNull)
                .filter(hand -> by == null || hand != by.accountId())
                .collect(Collectors.toSet());
        if (!told.isEmpty()) {
            events.publishEvent(new ModelNews(kind, model, told, time.now()));
        }
    }
}
