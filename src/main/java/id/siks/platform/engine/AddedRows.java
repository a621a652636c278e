package id.siks.platform.engine;

import id.siks.platform.CopiedRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.type.JdbcType;

/**
 * Many rows that a command adds to one table. They go as {@link CopiedRows}; keys and references are checked as of any
 * other new row.
 */
final class AddedRows {

    private static final Pattern ONE_ROW = Pattern.compile(
            "\\s*insert\\s+into\\s+(\\w+)\\s*\\(([\\w\\s,]+)\\)\\s*values\\s*\\(((?:\\s*(?:\\?|\\d+|'\\w+')\\s*,?)+)\\)\\s*",
            Pattern.CASE_INSENSITIVE);
    // Raw bytes have a spelling of their own there.
    private static final Set<JdbcType> BYTES = Set.of(JdbcType.BLOB, JdbcType.BINARY, JdbcType.VARBINARY);

    private final RowParameters parameters;
    private final Map<MappedStatement, Optional<Form>> forms = new ConcurrentHashMap<>();

    AddedRows(RowParameters parameters) {
        this.parameters = parameters;
    }

    /**
     * What the rows of this statement look like, if it adds one row and nothing else. The engine's inserts say the same
     * whatever they are given, so one entity shows it for all.
     */
    Optional<Form> form(MappedStatement single, Object entity) {
        return single.getSqlCommandType() == SqlCommandType.INSERT
                ? forms.computeIfAbsent(single, one -> read(one.getBoundSql(entity)))
                : Optional.empty();
    }

    private static Optional<Form> read(BoundSql sql) {
        Matcher one = ONE_ROW.matcher(sql.getSql());
        boolean plain = sql.getParameterMappings().stream().noneMatch(p -> BYTES.contains(p.getJdbcType()));
        return plain && one.matches()
                ? Optional.of(new Form(one.group(1), one.group(2), cells(one.group(3), sql)))
                : Optional.empty();
    }

    private static List<Object> cells(String values, BoundSql sql) {
        Iterator<ParameterMapping> asked = sql.getParameterMappings().iterator();
        List<Object> cells = new ArrayList<>();
        for (String value : values.split(",")) {
            String same = value.strip().replace("'", "");
            cells.add("?".equals(same) ? asked.next() : same);
        }
        return cells;
    }

    /** Adds a row for each of these entities. */
    void write(Connection connection, Form form, List<Object> entities) throws SQLException {
        CopiedRows rows = new CopiedRows(form.table, form.columns);
        for (Object entity : entities) {
            rows.add(form.cells.stream().map(cell -> written(cell, entity)).toArray());
        }
        rows.write(connection);
    }

    private Object written(Object cell, Object entity) {
        return cell instanceof ParameterMapping asked ? parameters.written(asked.getProperty(), entity) : cell;
    }

    /**
     * A new row.
     *
     * @param cells one for each column: the parameter that fills it, or what always stands there
     */
    record Form(String table, String columns, List<Object> cells) {}
}
