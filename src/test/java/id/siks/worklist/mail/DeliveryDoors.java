package id.siks.worklist.mail;

import id.siks.DoorSample;
import id.siks.identity.TestActors;
import id.siks.platform.BusinessTime;
import id.siks.worklist.mail.Delivery.Kind;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A mail to knock at; administrators are of the nation, so nobody who may open the door is from elsewhere. */
@Component
class DeliveryDoors implements DoorSample {

    private final DeliveryRows rows;
    private final TestActors people;
    private final BusinessTime time;

    DeliveryDoors(DeliveryRows rows, TestActors people, BusinessTime time) {
        this.rows = rows;
        this.people = people;
        this.time = time;
    }

    @Override
    public List<String> doors() {
        return List.of("/worklist/deliveries/{delivery}");
    }

    @Override
    public Map<String, String> existing() {
        long account = people.decider().accountId();
        String message = UUID.randomUUID() + "@uji.example";
        return Map.of(
                "delivery", Long.toString(rows.gather(account, Kind.NOTICES, true, time.now(), message, time.now())));
    }
}
