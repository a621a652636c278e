package id.siks.casework;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sees to it that stops without an end are counted on. The application may have been down when that was due, as the stop itself
 * may say: so it looks often, and as soon as it has started; until then the ladders there wait ({@link CalendarWaits}).
 */
@Component
class OpenStops {

    private static final Logger LOG = LoggerFactory.getLogger(OpenStops.class);

    private final CalendarDesk desk;

    OpenStops(CalendarDesk desk) {
        this.desk = desk;
    }

    /** What cannot be counted now is tried again within a quarter of an hour. */
    @Scheduled(fixedDelay = 900_000)
    void countOn() {
        try {
            desk.countOn();
        } catch (RuntimeException failed) {
            LOG.warn(
                    "Stops without an end could not be counted on: {}",
                    failed.getClass().getName());
        }
    }
}
