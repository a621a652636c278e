package id.siks.platform.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;

/** Finds out, once for each kind of row, how many of it are written at once. */
final class RowsTogether {

    private final Map<RowKind, Optional<ManyRows>> kinds = new ConcurrentHashMap<>();

    /**
     * How the rows of these entities go together; empty when they have to go one by one.
     *
     * @param single the engine's statement for each of them
     * @param entities at least one
     */
    Optional<ManyRows> of(MappedStatement single, List<Object> entities) {
        // Of one kind each entity shows the same columns.
        return RowKind.of(single, entities)
                .flatMap(kind -> kinds.computeIfAbsent(kind, k -> read(single, entities.get(0))));
    }

    private static Optional<ManyRows> read(MappedStatement single, Object entity) {
        BoundSql sql = single.getBoundSql(entity);
        return switch (single.getSqlCommandType()) {
            case INSERT -> AddedRows.of(sql);
            case UPDATE -> RowsByKey.changed(sql);
            case DELETE -> RowsByKey.removed(sql);
            default -> Optional.empty();
        };
    }
}
