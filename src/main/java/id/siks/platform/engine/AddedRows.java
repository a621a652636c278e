package id.siks.platform.engine;

import id.siks.platform.CopiedRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.type.JdbcType;

/**
 * Many rows that a command adds to one table. They go as {@link CopiedRows}; keys and references are checked as of any
 * other new row.
 *
 * @param columns as they stand in the engine's statement, parted by commas
 * @param cells one for each column: the {@link ParameterMapping} that fills it, or what always stands there
 */
record AddedRows(String table, String columns, List<Object> cells) implements ManyRows {

    private static final Pattern ONE_ROW = Pattern.compile(
            "\\s*insert\\s+into\\s+(\\w+)\\s*\\(([\\w\\s,]+)\\)\\s*values\\s*\\(((?:\\s*(?:\\?|\\d+|'\\w+')\\s*,?)+)\\)\\s*",
            Pattern.CASE_INSENSITIVE);
    // Raw bytes have a spelling of their own there.
    private static final Set<JdbcType> BYTES = Set.of(JdbcType.BLOB, JdbcType.BINARY, JdbcType.VARBINARY);

    /** Those of a statement that adds one row and nothing else; empty for any other. */
    static Optional<ManyRows> of(BoundSql single) {
        Matcher one = ONE_ROW.matcher(single.getSql());
        boolean plain = single.getParameterMappings().stream().noneMatch(asked -> BYTES.contains(asked.getJdbcType()));
        return plain && one.matches()
                ? Optional.of(new AddedRows(one.group(1), one.group(2), cells(one.group(3), single)))
                : Optional.empty();
    }

    private static List<Object> cells(String values, BoundSql single) {
        Iterator<ParameterMapping> asked = single.getParameterMappings().iterator();
        List<Object> cells = new ArrayList<>();
        for (String value : values.split(",")) {
            String same = value.strip().replace("'", "");
            cells.add("?".equals(same) ? asked.next() : same);
        }
        return cells;
    }

    @Override
    public int[] write(List<Object> entities, RowParameters values, Connection connection, Integer timeout)
            throws SQLException {
        CopiedRows rows = new CopiedRows(table, columns);
        for (Object entity : entities) {
            rows.add(cells.stream().map(cell -> written(cell, entity, values)).toArray());
        }
        rows.write(connection);
        // A row that cannot be added stops all of them.
        return entities.stream().mapToInt(entity -> 1).toArray();
    }

    private static Object written(Object cell, Object entity, RowParameters values) {
        return cell instanceof ParameterMapping asked ? values.written(asked.getProperty(), entity) : cell;
    }
}
