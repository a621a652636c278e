package id.siks.identity;

import id.siks.DoorSample;
import id.siks.area.AreaCode;
import id.siks.platform.BusinessTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Somebody's leave in Lampung Barat, for people from elsewhere to knock at. */
@Component
class LeaveDoors implements DoorSample {

    private static final AreaCode REGENCY = new AreaCode("1804");

    private final LeaveRows rows;
    private final TestActors people;
    private final BusinessTime time;
    private Actor away;

    LeaveDoors(LeaveRows rows, TestActors people, BusinessTime time) {
        this.rows = rows;
        this.people = people;
        this.time = time;
    }

    @Override
    public List<String> doors() {
        return List.of("/identity/leave/{leave}");
    }

    @Override
    public Actor owner() {
        return away;
    }

    @Override
    public Map<String, String> existing() {
        away = people.verifier(REGENCY);
        long absent = away.accountId();
        long deputy = people.verifier(REGENCY).accountId();
        Instant now = time.now();
        rows.add(absent, deputy, now.plus(Duration.ofDays(300)), now.plus(Duration.ofDays(301)), absent, now);
        return Map.of(
                "leave",
                rows.ofAbsent(absent, new LeaveSpan(now, now.plus(Duration.ofDays(400))), now)
                                .get(0)
                                .id() + "");
    }
}
