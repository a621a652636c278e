package id.siks.identity;

import id.siks.platform.web.ShutDoors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Notes who knocked at the door of a person or a family without a role that opens it (requirement 23). */
@Component
class RefusedDoors implements ShutDoors {

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,11}");
    private static final Pattern CASE = Pattern.compile("[A-Z]{3}-\\d{2,4}-\\d{2}-\\d{6,9}");
    private static final Pattern SERIAL = Pattern.compile("SK-\\d{2}(-[2-9A-Z]{5}){2}");

    static final List<PersonsDoor> DOORS = List.of(
            new PersonsDoor("/casework/{ref}", "ref", CASE, "casework:"),
            new PersonsDoor("/evidence/certificates/{serial}", "serial", SERIAL, "certificate:"),
            new PersonsDoor("/evidence/{id}", "id", NUMBER, "evidence:"),
            new PersonsDoor("/evidence/{owner}", "owner", CASE, "casework:"),
            new PersonsDoor("/register/{id}", "id", NUMBER, "register:"),
            new PersonsDoor("/finalization/{ref}/names", "ref", CASE, "finalization:"),
            new PersonsDoor("/finalization/{ref}/items/{member}", "member", CASE, "casework:"),
            new PersonsDoor("/proposal/{ref}", "ref", CASE, "proposal:"),
            new PersonsDoor("/worklist/cases/{number}", "number", CASE, "casework:"),
            new PersonsDoor("/processadmin/cases/{ref}", "ref", CASE, "casework:"));

    private final Actors actors;
    private final AccessLog log;

    RefusedDoors(Actors actors, AccessLog log) {
        this.actors = actors;
        this.log = log;
    }

    @Override
    public void knocked(String door, Map<String, String> keys) {
        actors.signedIn().ifPresent(actor -> subject(door, keys)
                .ifPresent(
                        subject -> log.record(actor, AccessKind.READ, subject, "wrong-role", AccessOutcome.REFUSED)));
    }

    /** Under which the person stands in the access log; empty for doors of other things and for what is no key. */
    private static Optional<String> subject(String door, Map<String, String> keys) {
        return of(door).flatMap(persons -> Optional.ofNullable(keys.get(persons.key()))
                .filter(key -> persons.shape().matcher(key).matches())
                .map(key -> persons.subject() + key));
    }

    /** The person's door it is or lies behind; empty for one that leads to nobody's data. */
    static Optional<PersonsDoor> of(String door) {
        return DOORS.stream().filter(persons -> door.startsWith(persons.path())).findFirst();
    }

    /**
     * Doors that begin alike.
     *
     * @param path how they begin
     * @param key name of what stands for the person
     * @param subject how the person's code begins
     */
    record PersonsDoor(String path, String key, Pattern shape, String subject) {}
}
