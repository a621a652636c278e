package id.siks.worklist.talk;

import id.siks.DoorSample;
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.worklist.model.TestWork;
import id.siks.worklist.model.WorkItems;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The comments on a case of Lampung Barat, for people from elsewhere to knock at. */
@Component
class CommentDoors implements DoorSample {

    private final Areas areas;
    private final TestWork work;
    private final WorkItems items;

    CommentDoors(Areas areas, TestWork work, WorkItems items) {
        this.areas = areas;
        this.work = work;
        this.items = items;
    }

    @Override
    public List<String> doors() {
        return List.of("/worklist/cases/{number}");
    }

    @Override
    public Map<String, String> existing() {
        AreaCode district = areas.children(new AreaCode("1804")).get(0).code();
        AreaCode village = areas.children(district).get(0).code();
        String task = work.open(village, null);
        return Map.of("number", items.find(task).orElseThrow().ref().value());
    }
}
