package id.siks.identity;

import id.siks.platform.retention.Perishable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Counts of days that are over; they name no case, so no hold concerns them. What was exceeded threefold stays as an alarm. */
@Component
class OldDailyUses implements Perishable {

    private final DailyUses uses;

    OldDailyUses(DailyUses uses) {
        this.uses = uses;
    }

    @Override
    public String kind() {
        return "identity.daily-use";
    }

    @Override
    public int erase(Instant before, Set<String> held, int most) {
        return uses.erase(LocalDate.ofInstant(before, ZoneOffset.UTC), most);
    }
}
