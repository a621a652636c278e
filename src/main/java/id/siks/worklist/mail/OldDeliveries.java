package id.siks.worklist.mail;

import id.siks.platform.retention.Perishable;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Mails that came to an end long ago. One that took a notice of a held case along stays as long as the notice. */
@Component
class OldDeliveries implements Perishable {

    private final DeliveryRows rows;

    OldDeliveries(DeliveryRows rows) {
        this.rows = rows;
    }

    @Override
    public String kind() {
        return "worklist.delivery";
    }

    @Override
    public int erase(Instant before, Set<String> held, int most) {
        return rows.erase(before, most);
    }
}
