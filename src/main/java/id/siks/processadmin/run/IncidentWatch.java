package id.siks.processadmin.run;

import id.siks.casework.StepsFailed;
import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives every failed step somebody who looks after it and tells him (security requirement 27). It looks at what nobody has
 * yet, whenever it failed: a step that fails while the application goes down, or while nobody is an administrator, is found
 * later. Who has least to look after gets the next.
 */
@Component
class IncidentWatch {

    /** Most that are given at once; the others follow in a moment. */
    private static final int AT_ONCE = 500;

    private final IncidentRows rows;
    private final Incidents incidents;
    private final ApplicationEventPublisher events;
    private final BusinessTime time;

    IncidentWatch(IncidentRows rows, Incidents incidents, ApplicationEventPublisher events, BusinessTime time) {
        this.rows = rows;
        this.incidents = incidents;
        this.events = events;
        this.time = time;
    }

    /** Looks every few seconds; of several nodes one gives each step away, and only that one tells. */
    @Scheduled(fixedDelay = 10_000, initialDelay = 10_000)
    @Transactional
    public void look() {
        List<String> fresh = rows.unowned(AT_ONCE);
        if (fresh.isEmpty()) {
            return;
        }
        List<Long> owners = incidents.owners().stream().map(Actor::accountId).toList();
        Map<Long, Long> load = new TreeMap<>(rows.load());
        Map<Long, Integer> given = new TreeMap<>();
        for (String incident : fresh) {
            owners.stream()
                    .min(Comparator.comparing(account -> load.getOrDefault(account, 0L)))
                    .filter(account -> rows.give(incident, account))
                    .ifPresent(account -> {
                        load.merge(account, 1L, Long::sum);
                        given.merge(account, 1, Integer::sum);
                    });
        }
        given.forEach((account, steps) -> events.publishEvent(new StepsFailed(account, steps, time.now())));
    }
}
