package id.siks.platform.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.HasDbRevision;

/**
 * Many rows of one table that a command removes, each only if it is still as the command knew it. They go with one
 * statement, and which of them were there is told for each.
 */
final class RemovedRows {

    private static final Pattern ONE_AS_KNOWN = Pattern.compile(
            "\\s*delete\\s+from\\s+(\\w+)\\s+where\\s+ID_\\s*=\\s*\\?\\s+and\\s+REV_\\s*=\\s*\\?\\s*",
            Pattern.CASE_INSENSITIVE);

    private final Map<MappedStatement, Optional<String>> together = new ConcurrentHashMap<>();

    /** One statement for many rows, where {@code single} removes the row of an entity by key and revision and nothing else. */
    Optional<String> together(MappedStatement single, Object entity) {
        return single.getSqlCommandType() == SqlCommandType.DELETE && entity instanceof HasDbRevision
                ? together.computeIfAbsent(single, one -> forMany(one, entity))
                : Optional.empty();
    }

    private static Optional<String> forMany(MappedStatement single, Object entity) {
        Matcher one = ONE_AS_KNOWN.matcher(single.getBoundSql(entity).getSql());
        return one.matches()
                ? Optional.of("delete from " + one.group(1)
                        + " gone using unnest(?::text[], ?::int[]) as known (id, revision)"
                        + " where gone.ID_ = known.id and gone.REV_ = known.revision returning gone.ID_")
                : Optional.empty();
    }

    /** Removes the rows of these entities; answers how many each of as many single statements would have removed. */
    int[] remove(PreparedStatement together, List<Object> entities) throws SQLException {
        Connection connection = together.getConnection();
        together.setArray(
                1,
                connection.createArrayOf(
                        "text", entities.stream().map(RemovedRows::id).toArray()));
        together.setArray(
                2,
                connection.createArrayOf(
                        "int4", entities.stream().map(RemovedRows::revision).toArray()));
        Set<String> removed = new HashSet<>();
        try (ResultSet rows = together.executeQuery()) {
            while (rows.next()) {
                removed.add(rows.getString(1));
            }
        }
        return entities.stream()
                .mapToInt(entity -> removed.contains(id(entity)) ? 1 : 0)
                .toArray();
    }

    private static String id(Object entity) {
        return ((DbEntity) entity).getId();
    }

    private static Integer revision(Object entity) {
        return ((HasDbRevision) entity).getRevision();
    }
}
