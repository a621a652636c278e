package id.siks.worklist.desk;

import id.siks.DoorSample;
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.worklist.model.TestWork;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A task of a village of Lampung Barat, for people from elsewhere to knock at. */
@Component
class TaskDoors implements DoorSample {

    private final Areas areas;
    private final TestWork work;

    TaskDoors(Areas areas, TestWork work) {
        this.areas = areas;
        this.work = work;
    }

    @Override
    public List<String> doors() {
        return List.of("/worklist/tasks/{taskId}");
    }

    @Override
    public Map<String, String> existing() {
        AreaCode district = areas.children(new AreaCode("1804")).get(0).code();
        AreaCode village = areas.children(district).get(0).code();
        return Map.of("taskId", work.open(village, null));
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of("key", UUID.randomUUID().toString(), "version", "0", "form", "weigh-goods");
    }
}
