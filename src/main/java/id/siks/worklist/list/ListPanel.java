package id.siks.worklist.list;

import id.siks.casework.CaseStatus;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.worklist.model.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the filter panel of a list offers to somebody. */
@Service
@Transactional(readOnly = true)
class ListPanel {

    private static final int MOST_COLLEAGUES = 50;

    private final WorkLists lists;
    private final AreaTree tree;
    private final Actors actors;

    ListPanel(WorkLists lists, AreaTree tree, Actors actors) {
        this.lists = lists;
        this.tree = tree;
        this.actors = actors;
    }

    ListOptions of(ListFilter filter, Actor actor) {
        List<Long> busy = lists.busy(actor, MOST_COLLEAGUES);
        Map<Long, String> names = actors.namesOf(busy);
        Map<Long, String> colleagues = new LinkedHashMap<>();
        busy.forEach(account -> colleagues.put(account, names.get(account)));
        List<Stage> stages =
                Stream.of(Stage.values()).filter(stage -> stage != Stage.OTHER).toList();
        return new ListOptions(
                stages, List.of(CaseStatus.values()), ListFilters.KINDS, tree.of(filter.area(), actor), colleagues);
    }

    /** The filter without an area in which the actor has nothing to see. */
    ListFilter within(ListFilter filter, Actor actor) {
        return filter.area() == null || tree.sees(actor, filter.area())
                ? filter
                : filter.without(List.of(ListFilter.AREA));
    }
}
