package id.siks.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.HasDbReferences;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbEntityOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that refer to one another come in an order the database takes. */
class RowOrderTests {

    private static final int TREES = 40;
    private static final int DEPTH = 4;

    @ParameterizedTest
    @EnumSource(
            value = DbOperationType.class,
            names = {"INSERT", "DELETE"})
    void whoever_is_referred_to_is_there_before_and_stays_until_after(DbOperationType type) {
        List<Row> rows = rows();
        RowOrder order = new RowOrder();
        rows.forEach(row -> order.addOperation(operation(row, type)));

        List<String> ids =
                order.calculateFlush().stream().map(RowOrderTests::id).toList();

        assertThat(ids).hasSize(TREES * DEPTH);
        assertThat(rows)
                .allSatisfy(row -> row.references.forEach(reference -> {
                    int distance = ids.indexOf(row.id) - ids.indexOf(reference);
                    assertThat(type == DbOperationType.INSERT ? distance : -distance)
                            .isNotNegative();
                }));
    }

    @ParameterizedTest
    @EnumSource(
            value = DbOperationType.class,
            names = {"INSERT", "DELETE"})
    void those_as_far_down_as_one_another_are_neighbours(DbOperationType type) {
        RowOrder order = new RowOrder();
        rows().forEach(row -> order.addOperation(operation(row, type)));

        List<String> depths = order.calculateFlush().stream()
                .map(operation -> id(operation).split("-")[1])
                .toList();

        long borders = IntStream.range(1, depths.size())
                .filter(i -> !depths.get(i).equals(depths.get(i - 1)))
                .count();
        assertThat(borders).isEqualTo(DEPTH - 1);
    }

    /** Chains whose first row refers to itself, as the root of a case does, in no order. */
    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int tree = 0; tree < TREES; tree++) {
            for (int depth = 0; depth < DEPTH; depth++) {
                rows.add(new Row(tree + "-" + depth, Set.of(tree + "-" + Math.max(0, depth - 1))));
            }
        }
        Collections.shuffle(rows, new Random(7));
        return rows;
    }

    private static DbEntityOperation operation(Row row, DbOperationType type) {
        DbEntityOperation operation = new DbEntityOperation();
        operation.setEntity(row);
        operation.setEntityType(Row.class);
        operation.setOperationType(type);
        operation.setFlushRelevantEntityReferences(row.references);
        return operation;
    }

    private static String id(DbOperation operation) {
        return ((DbEntityOperation) operation).getEntity().getId();
    }

    private static final class Row implements DbEntity, HasDbReferences {

        private final String id;
        private final Set<String> references;

        private Row(String id, Set<String> references) {
            this.id = id;
            this.references = references;
        }

        @Override
        public String getId() {
            return id;
        }

        @Override
        public void setId(String other) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Object getPersistentState() {
            return id;
        }

        @Override
        public Set<String> getReferencedEntityIds() {
            return references;
        }

        @Override
        public Map<String, Class> getReferencedEntitiesIdAndClass() {
            return Map.of();
        }
    }
}
