package id.siks.worklist;

import id.siks.DoorSample;
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.TaskOpened;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A task of a village of Lampung Barat, for people from elsewhere to knock at. */
@Component
class TaskDoors implements DoorSample {

    private final Areas areas;
    private final BusinessTime time;
    private final ApplicationEventPublisher events;

    TaskDoors(Areas areas, BusinessTime time, ApplicationEventPublisher events) {
        this.areas = areas;
        this.time = time;
        this.events = events;
    }

    @Override
    public List<String> doors() {
        return List.of("/worklist/tasks/{taskId}");
    }

    @Override
    public Map<String, String> existing() {
        AreaCode district = areas.children(new AreaCode("1804")).get(0).code();
        AreaCode village = areas.children(district).get(0).code();
        String task = UUID.randomUUID().toString();
        events.publishEvent(new TaskOpened(
                task,
                "correct-proposal",
                "proposal-trunk",
                "USL-1804-26-900001",
                Role.VILLAGE_OPERATOR.name(),
                village.value(),
                "",
                time.now(),
                time.now().plus(Duration.ofDays(3)),
                null));
        return Map.of("taskId", task);
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of("key", UUID.randomUUID().toString(), "version", "0", "form", "correct-proposal");
    }
}
