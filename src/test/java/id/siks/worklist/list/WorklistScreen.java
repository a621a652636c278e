package id.siks.worklist.list;

import id.siks.identity.Actor;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The first page of somebody's worklist with all its counts, without drawing it: for tests outside the list. */
@Component
public class WorklistScreen {

    private final ListDesk desk;
    private final SavedFilters saved;
    private final TeamWork teamWork;

    WorklistScreen(ListDesk desk, SavedFilters saved, TeamWork teamWork) {
        this.desk = desk;
        this.saved = saved;
        this.teamWork = teamWork;
    }

    /** Reads it; answers how many lines it has. */
    public int read(Actor actor) {
        return desk.view(new ListFilter(Map.of()), null, null, actor).rows().size();
    }

    /** Searches it for a part of a name; answers how many lines were found. */
    public int search(Actor actor, String name) {
        ListFilter filter = new ListFilter(Map.of(ListFilter.SEARCH, "searched"));
        return desk.view(filter, name, null, actor).rows().size();
    }

    /** Looks for one case in it; answers how many lines were found. */
    public int byCase(Actor actor, String ref) {
        return desk.view(new ListFilter(Map.of(ListFilter.CASE, ref)), null, null, actor)
                .rows()
                .size();
    }

    /** The actor has so many filters, each with a count of its own. */
    public void keepFilters(Actor actor, int many) {
        List<String> spans = List.of("late", "today", "week");
        for (int n = 0; n < many; n++) {
            Map<String, String> asked =
                    Map.of(ListFilter.DUE, spans.get(n % spans.size()), ListFilter.STAGE, "REGENCY_REVIEW");
            saved.keep("Saringan " + n, new ListFilter(asked), "", false, actor);
        }
    }

    /** The number beside the name of a tab. */
    public int count(Actor actor, String tab) {
        return desk.view(new ListFilter(Map.of()), null, null, actor).tabs().stream()
                .filter(line -> line.word().equals(tab))
                .mapToInt(ListView.TabLine::n)
                .sum();
    }

    /** How much the actor's team has to do now: what its tab says, without the list below it. */
    public int team(Actor actor) {
        return teamWork.of(actor).values().stream().mapToInt(n -> n).sum();
    }

    /** The ids of the tasks on it, in their order. */
    public List<String> tasks(Actor actor, String tab) {
        return desk.view(new ListFilter(Map.of("tab", tab)), null, null, actor).rows().stream()
                .map(row -> row.work().taskId())
                .toList();
    }
}
