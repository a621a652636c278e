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
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.type.JdbcType;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;

/**
 * Many steps or cases of the history that a command ends: their rows are changed with one statement. The engine composes
 * the text of such a statement anew for each row, which takes longer than the database needs to change it.
 */
final class EndedRows {

    private static final Pattern ONE_BY_KEY = Pattern.compile(
            "\\s*update\\s+(\\w+)\\s+set\\s+((?:\\w+\\s*=\\s*\\?\\s*,?\\s*)+)where\\s+ID_\\s*=\\s*\\?\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Map<JdbcType, String> TYPES = Map.of(
            JdbcType.VARCHAR,
            "text",
            JdbcType.TIMESTAMP,
            "timestamp",
            JdbcType.BIGINT,
            "int8",
            JdbcType.INTEGER,
            "int4");

    private final RowParameters parameters;
    private final Map<Shape, Optional<Form>> forms = new ConcurrentHashMap<>();

    EndedRows(RowParameters parameters) {
        this.parameters = parameters;
    }

    /** What is changed in the rows of these entities, if it is the same columns in all of them and they are found by key. */
    Optional<Form> form(MappedStatement single, List<Object> entities) {
        if (single.getSqlCommandType() != SqlCommandType.UPDATE) {
            return Optional.empty();
        }
        Set<Optional<Shape>> shapes =
                entities.stream().map(entity -> shape(single, entity)).collect(Collectors.toSet());
        return shapes.size() == 1
                ? shapes.iterator()
                        .next()
                        .flatMap(shape -> forms.computeIfAbsent(shape, s -> read(single.getBoundSql(entities.get(0)))))
                : Optional.empty();
    }

    // On these and nothing else depends which columns the engine writes.
    private static Optional<Shape> shape(MappedStatement single, Object entity) {
        if (entity instanceof HistoricActivityInstanceEventEntity step) {
            boolean calls = step.getCalledProcessInstanceId() != null;
            return Optional.of(new Shape(
                    single.getId(),
                    step.getEventType(),
                    step.getEndTime() != null,
                    calls,
                    step.getRemovalTime() != null));
        }
        if (entity instanceof HistoricProcessInstanceEventEntity process) {
            return Optional.of(new Shape(
                    single.getId(),
                    process.getEventType(),
                    process.getEndTime() != null,
                    false,
                    process.getRemovalTime() != null));
        }
        return Optional.empty();
    }

    private static Optional<Form> read(BoundSql sql) {
        Matcher one = ONE_BY_KEY.matcher(sql.getSql());
        List<ParameterMapping> cells = sql.getParameterMappings();
        if (!one.matches() || !cells.stream().allMatch(EndedRows::hasKnownType)) {
            return Optional.empty();
        }
        List<String> columns = Arrays.stream(one.group(2).split(","))
                .map(assigned -> assigned.substring(0, assigned.indexOf('=')).strip())
                .toList();
        int key = columns.size();
        String changes = IntStream.range(0, key)
                .mapToObj(i -> columns.get(i) + " = ended.v" + i)
                .collect(Collectors.joining(", "));
        String arrays = cells.stream()
                .map(cell -> "?::" + TYPES.get(cell.getJdbcType()) + "[]")
                .collect(Collectors.joining(", "));
        String names = IntStream.rangeClosed(0, key).mapToObj(i -> "v" + i).collect(Collectors.joining(", "));
        return Optional.of(new Form(
                "update " + one.group(1) + " held set " + changes + " from unnest(" + arrays + ") as ended (" + names
                        + ") where held.ID_ = ended.v" + key + " returning held.ID_",
                cells));
    }

    private static boolean hasKnownType(ParameterMapping cell) {
        return cell.getJdbcType() != null && TYPES.containsKey(cell.getJdbcType());
    }

    /** Changes the rows of these entities; answers how many each of as many single statements would have changed. */
    int[] write(PreparedStatement together, Form form, List<Object> entities) throws SQLException {
        Connection connection = together.getConnection();
        int place = 1;
        for (ParameterMapping cell : form.cells) {
            List<Object> values = new ArrayList<>();
            entities.forEach(entity -> values.add(parameters.written(cell.getProperty(), entity)));
            together.setArray(place++, connection.createArrayOf(TYPES.get(cell.getJdbcType()), values.toArray()));
        }
        Set<String> changed = new HashSet<>();
        try (ResultSet rows = together.executeQuery()) {
            while (rows.next()) {
                changed.add(rows.getString(1));
            }
        }
        return entities.stream()
                .mapToInt(entity -> changed.contains(((HistoryEvent) entity).getId()) ? 1 : 0)
                .toArray();
    }

    private record Shape(String statement, String event, boolean ended, boolean calls, boolean perishes) {}

    /**
     * How many rows are changed at once.
     *
     * @param sql with an array for each cell
     * @param cells what the columns are filled from, the key last
     */
    record Form(String sql, List<ParameterMapping> cells) {}
}
