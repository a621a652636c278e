package id.siks.platform.engine;

import java.lang.reflect.InvocationTargetException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.reflection.invoker.Invoker;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.TypeHandler;

/**
 * Sets what an inserted row carries, beginning at any place of a statement. Which getter a parameter is read by is found
 * out once for each class: the mapper's own way looks it up for each value again, which was a quarter of the time a
 * starting case keeps a processor busy.
 */
final class RowParameters {

    private static final Object[] NOTHING = {};

    private final Configuration configuration;
    private final Map<Class<?>, Map<String, Invoker>> getters = new ConcurrentHashMap<>();

    RowParameters(Configuration configuration) {
        this.configuration = configuration;
    }

    /** Sets the parameters of {@code sql} from {@code first} on, and tells the place after the last. */
    int set(PreparedStatement statement, int first, Object entity, BoundSql sql) throws SQLException {
        int place = first;
        for (ParameterMapping parameter : sql.getParameterMappings()) {
            String property = parameter.getProperty();
            Object value = sql.hasAdditionalParameter(property)
                    ? sql.getAdditionalParameter(property)
                    : value(property, entity);
            set(statement, place++, value, parameter);
        }
        return place;
    }

    /** What an entity holds in a property; parts of it are told by dots. */
    Object value(String property, Object entity) {
        if (property.indexOf('.') >= 0) {
            return configuration.newMetaObject(entity).getValue(property);
        }
        try {
            return getters.computeIfAbsent(entity.getClass(), c -> new ConcurrentHashMap<>())
                    .computeIfAbsent(property, name -> getter(entity.getClass(), name))
                    .invoke(entity, NOTHING);
        } catch (InvocationTargetException | IllegalAccessException unreadable) {
            throw new IllegalStateException("No value of " + property, unreadable);
        }
    }

    /** The same as the driver takes it when it is not told the type of the column. */
    Object written(String property, Object entity) {
        Object value = value(property, entity);
        return value instanceof Date moment ? new Timestamp(moment.getTime()) : value;
    }

    private Invoker getter(Class<?> type, String property) {
        return configuration.getReflectorFactory().findForClass(type).getGetInvoker(property);
    }

    @SuppressWarnings("unchecked")
    private void set(PreparedStatement statement, int place, Object value, ParameterMapping parameter)
            throws SQLException {
        JdbcType type = parameter.getJdbcType();
        ((TypeHandler<Object>) parameter.getTypeHandler())
                .setParameter(
                        statement,
                        place,
                        value,
                        value == null && type == null ? configuration.getJdbcTypeForNull() : type);
    }
}
