package id.siks.platform.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.ibatis.executor.BatchResult;
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
    private static final String NONE = "";
    private static final Map<MappedStatement, String> TABLES = new ConcurrentHashMap<>();

    private RemovedRows() {}

    /** True when the statement removes the row of an entity by its key and revision, and nothing else. */
    static boolean are(MappedStatement statement, Object entity) {
        return statement.getSqlCommandType() == SqlCommandType.DELETE
                && entity instanceof HasDbRevision
                && !NONE.equals(TABLES.computeIfAbsent(statement, one -> table(one, entity)));
    }

    private static String table(MappedStatement statement, Object entity) {
        Matcher one = ONE_AS_KNOWN.matcher(statement.getBoundSql(entity).getSql());
        return one.matches() ? one.group(1) : NONE;
    }

    /** Removes the rows of these entities; the counts are those of as many statements. */
    static BatchResult remove(Connection connection, MappedStatement statement, List<Object> entities)
            throws SQLException {
        String sql = "delete from " + TABLES.get(statement)
                + " gone using unnest(?::text[], ?::int[]) as known (id, revision)"
                + " where gone.ID_ = known.id and gone.REV_ = known.revision returning gone.ID_";
        Set<String> removed = new HashSet<>();
        try (PreparedStatement all = connection.prepareStatement(sql)) {
            all.setArray(
                    1,
                    connection.createArrayOf(
                            "text", entities.stream().map(RemovedRows::id).toArray()));
            all.setArray(
                    2,
                    connection.createArrayOf(
                            "int4", entities.stream().map(RemovedRows::revision).toArray()));
            try (ResultSet rows = all.executeQuery()) {
                while (rows.next()) {
                    removed.add(rows.getString(1));
                }
            }
        }
        BatchResult result = new BatchResult(statement, sql);
        entities.forEach(result::addParameterObject);
        result.setUpdateCounts(entities.stream()
                .mapToInt(entity -> removed.contains(id(entity)) ? 1 : 0)
                .toArray());
        return result;
    }

    private static String id(Object entity) {
        return ((DbEntity) entity).getId();
    }

    private static Integer revision(Object entity) {
        return ((HasDbRevision) entity).getRevision();
    }
}
