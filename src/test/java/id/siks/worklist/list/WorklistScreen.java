package id.siks.worklist.list;

import id.siks.identity.Actor;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The first page of somebody's worklist with all its counts, without drawing it: for tests outside the list. */
@Component
public class WorklistScreen {

    private final ListDesk desk;

    WorklistScreen(ListDesk desk) {
        this.desk = desk;
    }

    /** Reads it; answers how many lines it has. */
    public int read(Actor actor) {
        return desk.view(new ListFilter(Map.of()), null, null, actor).rows().size();
    }

    /** The number beside the name of a tab. */
    public int count(Actor actor, String tab) {
        return desk.view(new ListFilter(Map.of()), null, null, actor).tabs().stream()
                .filter(line -> line.word().equals(tab))
                .mapToInt(ListView.TabLine::n)
                .sum();
    }

    /** The ids of the tasks on it, in their order. */
    public List<String> tasks(Actor actor, String tab) {
        return desk.view(new ListFilter(Map.of("tab", tab)), null, null, actor).rows().stream()
                .map(row -> row.work().taskId())
                .toList();
    }
}
