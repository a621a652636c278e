package id.siks.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Many rows are written in the columns in which the engine writes one, whatever stands in it: whoever updates the engine
 * hears here what has changed.
 */
@EngineTest
class RowsTogetherTests {

    private static final Date MOMENT = new Date(0);
    private static final Map<Class<?>, Object> SOMETHING = Map.of(
            String.class,
            "1",
            Date.class,
            MOMENT,
            Long.class,
            1L,
            long.class,
            1L,
            Integer.class,
            1,
            int.class,
            1,
            Double.class,
            1.0,
            boolean.class,
            true);

    // One for all of them: what holds for rows of one kind is remembered and must not be taken for another.
    private static final RowsTogether TOGETHER = new RowsTogether();

    @Autowired
    ProcessEngine engine;

    private Configuration mapping;

    @BeforeEach
    void askTheEngine() {
        mapping = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getSqlSessionFactory()
                .getConfiguration();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insertExecution",
                "insertTask",
                "insertVariableInstance",
                "insertEventSubscription",
                "insertTimer",
                "insertMessage",
                "insertHistoricProcessInstanceEvent",
                "insertHistoricActivityInstanceEvent",
                "insertHistoricTaskInstanceEvent",
                "insertHistoricVariableInstance",
                "insertHistoricVariableUpdateEvent",
                "insertHistoricJobLogEvent"
            })
    void new_rows(String statement) throws Exception {
        MappedStatement single = mapping.getMappedStatement(statement);
        Class<?> type = single.getParameterMap().getType();
        AddedRows many =
                (AddedRows) TOGETHER.of(single, List.of(with(type, Map.of()))).orElseThrow();
        BoundSql own = single.getBoundSql(with(type, SOMETHING));

        String cells = many.cells().stream()
                .map(cell -> cell instanceof ParameterMapping ? "?" : cell.toString())
                .collect(Collectors.joining(","));
        assertThat(plain("insert into " + many.table() + "(" + many.columns() + ") values (" + cells + ")"))
                .isEqualTo(plain(own.getSql()));
        assertThat(many.cells().stream()
                        .filter(ParameterMapping.class::isInstance)
                        .map(cell -> ((ParameterMapping) cell).getProperty()))
                .containsExactlyElementsOf(properties(own));
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, false",
        "false, false, true",
        "false, true, false",
        "false, true, true",
        "true, false, false",
        "true, false, true",
        "true, true, false",
        "true, true, true"
    })
    void steps_that_end(boolean ends, boolean calls, boolean updates) throws Exception {
        MappedStatement single = mapping.getMappedStatement("updateHistoricActivityInstanceEvent");
        for (Map<Class<?>, Object> values : List.of(Map.<Class<?>, Object>of(), SOMETHING)) {
            HistoricActivityInstanceEventEntity step = with(HistoricActivityInstanceEventEntity.class, values);
            step.setEndTime(ends ? MOMENT : null);
            step.setCalledProcessInstanceId(calls ? "1" : null);
            step.setEventType(updates ? "update" : "end");
            knownRows(single, step);
        }
    }

    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void cases_that_end(boolean ends, boolean perishes) throws Exception {
        MappedStatement single = mapping.getMappedStatement("updateHistoricProcessInstanceEvent");
        for (Map<Class<?>, Object> values : List.of(Map.<Class<?>, Object>of(), SOMETHING)) {
            HistoricProcessInstanceEventEntity process = with(HistoricProcessInstanceEventEntity.class, values);
            process.setEndTime(ends ? MOMENT : null);
            process.setRemovalTime(perishes ? MOMENT : null);
            knownRows(single, process);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"deleteExecution", "deleteTask", "deleteVariableInstance", "deleteEventSubscription"})
    void rows_that_are_removed(String statement) throws Exception {
        MappedStatement single = mapping.getMappedStatement(statement);
        knownRows(single, with(single.getParameterMap().getType(), SOMETHING));
    }

    @Test
    void jobs_that_are_removed() throws Exception {
        knownRows(mapping.getMappedStatement("deleteTimer"), with(TimerEntity.class, SOMETHING));
    }

    private void knownRows(MappedStatement single, Object entity) {
        RowsByKey many = (RowsByKey) TOGETHER.of(single, List.of(entity)).orElseThrow();
        BoundSql own = single.getBoundSql(entity);

        assertThat(plain(many.sql()
                        .replaceAll("(from|using) unnest\\(.*\\) as given \\(.*?\\) where", "where")
                        .replaceAll("given\\.v\\d+", "?")
                        .replaceAll(" returning held.ID_| held(?= )|held\\.", "")))
                .isEqualTo(plain(own.getSql()));
        assertThat(many.cells()).extracting(RowsByKey.Cell::property).containsExactlyElementsOf(properties(own));
        assertThat(many.cells().get(many.key()).property()).isEqualTo("id");
    }

    private static List<String> properties(BoundSql own) {
        return own.getParameterMappings().stream()
                .map(ParameterMapping::getProperty)
                .toList();
    }

    private static String plain(String sql) {
        return sql.replaceAll("[\\s']", "").toLowerCase(Locale.ROOT);
    }

    private static <T> T with(Class<T> type, Map<Class<?>, Object> values) throws Exception {
        T entity = type.getConstructor().newInstance();
        for (Field field : Stream.<Class<?>>iterate(type, t -> t != null, Class::getSuperclass)
                .flatMap(t -> Stream.of(t.getDeclaredFields()))
                .filter(field -> values.containsKey(field.getType()) && !Modifier.isStatic(field.getModifiers()))
                .toList()) {
            field.setAccessible(true);
            field.set(entity, values.get(field.getType()));
        }
        return entity;
    }
}
