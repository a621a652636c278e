package id.siks.worklist.list;

import id.siks.casework.CaseStatus;
import id.siks.worklist.list.AreaTree.Branch;
import id.siks.worklist.model.Stage;
import java.util.List;
import java.util.Map;

/**
 * What the filter panel offers.
 *
 * @param colleagues accounts and names of those who have taken work of the team
 */
record ListOptions(
        List<Stage> stages,
        List<CaseStatus> statuses,
        List<String> kinds,
        List<Branch> areas,
        Map<Long, String> colleagues) {}
