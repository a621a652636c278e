package id.siks.platform.engine;

import java.lang.reflect.InvocationTargetException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.mapping.ResultMapping;
import org.apache.ibatis.reflection.Reflector;
import org.apache.ibatis.reflection.invoker.Invoker;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.type.TypeHandler;

/**
 * The answers to {@link WaitingInstances}, made into the engine's entities as its own maps say. Which column goes where is
 * found out once for each question; the mapper's own way finds it out again for each value of each row.
 */
final class KnownRows {

    private final Configuration configuration;
    private final Map<String, List<Cell>> places = new ConcurrentHashMap<>();

    KnownRows(Configuration configuration) {
        this.configuration = configuration;
    }

    /** True when the statement is one of ours and its rows fill the properties of one entity each. */
    boolean reads(MappedStatement statement) {
        return statement.getId().startsWith(WaitingInstances.NAME)
                && statement.getResultMaps().size() == 1
                && isPlain(statement.getResultMaps().get(0));
    }

    private static boolean isPlain(ResultMap map) {
        return !map.getPropertyResultMappings().isEmpty()
                && map.getConstructorResultMappings().isEmpty()
                && map.getDiscriminator() == null
                && !map.hasNestedResultMaps()
                && !map.hasNestedQueries();
    }

    /** The rows of a statement whose parameters are set. */
    List<Object> read(MappedStatement statement, PreparedStatement asked) throws SQLException {
        ResultMap map = statement.getResultMaps().get(0);
        List<Object> entities = new ArrayList<>();
        try (ResultSet rows = asked.executeQuery()) {
            List<Cell> cells = places.get(statement.getId());
            if (cells == null) {
                cells = cells(map, columns(rows.getMetaData()));
                places.put(statement.getId(), cells);
            }
            int[] at = new int[cells.size()];
            for (int i = 0; i < at.length; i++) {
                at[i] = rows.findColumn(cells.get(i).column);
            }
            while (rows.next()) {
                Object entity = configuration.getObjectFactory().create(map.getType());
                for (int i = 0; i < at.length; i++) {
                    cells.get(i).fill(entity, rows, at[i]);
                }
                entities.add(entity);
            }
        }
        return entities;
    }

    private static Set<String> columns(ResultSetMetaData answer) throws SQLException {
        Set<String> columns = new HashSet<>();
        for (int i = 1; i <= answer.getColumnCount(); i++) {
            columns.add(answer.getColumnName(i).toUpperCase(Locale.ROOT));
        }
        return columns;
    }

    // Some maps also serve statements that answer more than the table of the entity.
    private List<Cell> cells(ResultMap map, Set<String> answered) {
        Reflector properties = configuration.getReflectorFactory().findForClass(map.getType());
        return map.getPropertyResultMappings().stream()
                .filter(cell -> answered.contains(cell.getColumn()))
                .map(cell -> cell(cell, properties))
                .toList();
    }

    private static Cell cell(ResultMapping mapping, Reflector properties) {
        return new Cell(mapping.getColumn(), mapping.getTypeHandler(), properties.getSetInvoker(mapping.getProperty()));
    }

    private record Cell(String column, TypeHandler<?> kind, Invoker setter) {

        // What is empty stays as a new entity has it, as the mapper leaves it.
        private void fill(Object entity, ResultSet row, int place) throws SQLException {
            Object value = kind.getResult(row, place);
            if (value != null) {
                try {
                    setter.invoke(entity, new Object[] {value});
                } catch (InvocationTargetException | IllegalAccessException unfit) {
                    throw new IllegalStateException("No place for " + column, unfit);
                }
            }
        }
    }
}
