package id.siks.platform.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbEntityOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationManager;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationType;

/**
 * Orders rows of one table that refer to one another: a new row comes after those it refers to, one that is changed or
 * removed after those that refer to it. The engine compares each row with each other, which is too many when the cases of a
 * decree end together. Rows as far down as one another stay neighbours and travel together.
 */
final class RowOrder extends DbOperationManager {

    @Override
    protected List<DbEntityOperation> sortByReferences(SortedSet<DbEntityOperation> alike) {
        List<DbEntityOperation> ordered = new ArrayList<>(alike);
        if (ordered.size() > 1) {
            Depths depths = new Depths(ordered);
            boolean added = ordered.get(0).getOperationType() == DbOperationType.INSERT;
            Comparator<DbEntityOperation> shallowFirst = Comparator.comparingInt(depths::of);
            ordered.sort(added ? shallowFirst : shallowFirst.reversed());
        }
        return ordered;
    }

    /** How many others each row stands on, counted along the longest way. */
    private static final class Depths {

        private final Map<String, DbEntityOperation> byId = new HashMap<>();
        private final Map<String, Integer> depths = new HashMap<>();

        private Depths(List<DbEntityOperation> rows) {
            rows.forEach(row -> byId.put(row.getEntity().getId(), row));
        }

        private int of(DbEntityOperation row) {
            String id = row.getEntity().getId();
            Integer known = depths.get(id);
            if (known != null) {
                return known;
            }
            // A row that refers to itself stands on nothing else.
            depths.put(id, 0);
            Set<String> references = row.getFlushRelevantEntityReferences();
            int depth = 0;
            if (references != null) {
                for (String reference : references) {
                    DbEntityOperation other = byId.get(reference);
                    if (other != null && other != row) {
                        depth = Math.max(depth, 1 + of(other));
                    }
                }
            }
            depths.put(id, depth);
            return depth;
        }
    }
}
