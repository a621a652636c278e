package id.siks.finalization;

import id.siks.DoorSample;
import id.siks.area.AreaCode;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** A period of Bandar Lampung, far ahead so that no timer fires, for people from elsewhere to knock at. */
@Component
class PeriodDoors implements DoorSample {

    private final Periods periods;

    PeriodDoors(@Lazy Periods periods) {
        this.periods = periods;
    }

    @Override
    public List<String> doors() {
        return List.of("/finalization/{ref}", "/finalization/calendar/{regency}");
    }

    @Override
    public Map<String, String> existing() {
        String period =
                periods.plan(new AreaCode("1871"), YearMonth.of(2031, 1)).ref().value();
        return Map.of("ref", period, "member", "USL-1871-26-900001");
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of(
                "key", UUID.randomUUID().toString(),
                "version", "0",
                "milestone", Milestone.VILLAGE_CUTOFF.name(),
                "at", "2031-01-20T12:00",
                "sentence", "Alasan uji pintu",
                "reasonCode", "OTHER",
                "reasonText", "Alasan uji pintu");
    }
}
