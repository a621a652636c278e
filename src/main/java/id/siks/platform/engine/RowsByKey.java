package id.siks.platform.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.ibatis.executor.statement.StatementUtil;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.type.JdbcType;

/**
 * Many rows of one table that a command changes or removes with one statement, which tells the keys of those it found. The
 * engine composes the text of a change anew for each row, which takes longer than the database needs to change it.
 *
 * @param sql with an array for each cell
 * @param cells what fills them, in the order of the engine's statement
 * @param key which of them finds the row
 */
record RowsByKey(String sql, List<Cell> cells, int key) implements ManyRows {

    private static final Pattern ONE_CHANGED = Pattern.compile(
            "\\s*update\\s+(\\w+)\\s+set\\s+((?:\\w+\\s*=\\s*\\?\\s*,?\\s*)+)where\\s+ID_\\s*=\\s*\\?\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ONE_REMOVED_AS_KNOWN = Pattern.compile(
            "\\s*delete\\s+from\\s+(\\w+)\\s+where\\s+ID_\\s*=\\s*\\?\\s+and\\s+REV_\\s*=\\s*\\?\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final String TEXT = "text";
    private static final String NUMBER = "int4";
    private static final Map<JdbcType, String> TYPES = Map.of(
            JdbcType.VARCHAR, TEXT, JdbcType.TIMESTAMP, "timestamp", JdbcType.BIGINT, "int8", JdbcType.INTEGER, NUMBER);

    /** Those of a statement that changes one row found by its key and nothing else; empty for any other. */
    static Optional<ManyRows> changed(BoundSql single) {
        Matcher one = ONE_CHANGED.matcher(single.getSql());
        List<ParameterMapping> asked = single.getParameterMappings();
        if (!one.matches() || !asked.stream().allMatch(RowsByKey::hasKnownType)) {
            return Optional.empty();
        }
        List<Cell> cells = asked.stream()
                .map(cell -> new Cell(cell.getProperty(), TYPES.get(cell.getJdbcType())))
                .toList();
        List<String> columns = Arrays.stream(one.group(2).split(","))
                .map(assigned -> assigned.substring(0, assigned.indexOf('=')).strip())
                .toList();
        int key = columns.size();
        String changes = IntStream.range(0, key)
                .mapToObj(i -> columns.get(i) + " = given.v" + i)
                .collect(Collectors.joining(", "));
        String sql = "update " + one.group(1) + " held set " + changes + " from " + given(cells)
                + " where held.ID_ = given.v" + key + " returning held.ID_";
        return Optional.of(new RowsByKey(sql, cells, key));
    }

    private static boolean hasKnownType(ParameterMapping cell) {
        return cell.getJdbcType() != null && TYPES.containsKey(cell.getJdbcType());
    }

    /** Those of a statement that removes one row if it is still as the command knew it; empty for any other. */
    static Optional<ManyRows> removed(BoundSql single) {
        Matcher one = ONE_REMOVED_AS_KNOWN.matcher(single.getSql());
        if (!one.matches()) {
            return Optional.empty();
        }
        List<ParameterMapping> asked = single.getParameterMappings();
        List<Cell> cells = List.of(
                new Cell(asked.get(0).getProperty(), TEXT),
                new Cell(asked.get(1).getProperty(), NUMBER));
        String sql = "delete from " + one.group(1) + " held using " + given(cells)
                + " where held.ID_ = given.v0 and held.REV_ = given.v1 returning held.ID_";
        return Optional.of(new RowsByKey(sql, cells, 0));
    }

    private static String given(List<Cell> cells) {
        String arrays = cells.stream().map(cell -> "?::" + cell.type + "[]").collect(Collectors.joining(", "));
        String names = IntStream.range(0, cells.size()).mapToObj(i -> "v" + i).collect(Collectors.joining(", "));
        return "unnest(" + arrays + ") as given (" + names + ")";
    }

    @Override
    public int[] write(List<Object> entities, RowParameters values, Connection connection, Integer timeout)
            throws SQLException {
        try (PreparedStatement together = connection.prepareStatement(sql)) {
            StatementUtil.applyTransactionTimeout(together, null, timeout);
            List<Object> keys = List.of();
            for (int i = 0; i < cells.size(); i++) {
                Cell cell = cells.get(i);
                List<Object> column = new ArrayList<>();
                entities.forEach(entity -> column.add(values.written(cell.property, entity)));
                together.setArray(i + 1, connection.createArrayOf(cell.type, column.toArray()));
                keys = i == key ? column : keys;
            }
            Set<String> found = found(together);
            return keys.stream().mapToInt(one -> found.contains(one) ? 1 : 0).toArray();
        }
    }

    private static Set<String> found(PreparedStatement together) throws SQLException {
        Set<String> found = new HashSet<>();
        try (ResultSet rows = together.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /**
     * A value of each row.
     *
     * @param property of the entity
     * @param type of the database
     */
    record Cell(String property, String type) {}
}
