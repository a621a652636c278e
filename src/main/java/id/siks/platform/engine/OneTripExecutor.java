package id.siks.platform.engine;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.ibatis.executor.BatchExecutor;
import org.apache.ibatis.executor.BatchExecutorException;
import org.apache.ibatis.executor.BatchResult;
import org.apache.ibatis.executor.statement.StatementHandler;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ResultHandler;
import org.apache.ibatis.session.RowBounds;
import org.apache.ibatis.transaction.Transaction;
import org.postgresql.util.PSQLException;

/**
 * Sends what a command inserts, and nothing but inserts, as one statement of several parts. Where a row is changed or
 * removed, whose count the engine has to know, or where there are many, everything goes the usual way, but for many rows
 * added to, ended in or removed from one table: they go together.
 */
final class OneTripExecutor extends BatchExecutor {

    // Beyond this the statements are too many to be worth keeping prepared, and batches by table are as fast.
    private static final int MOST = 24;
    // Fewer are not worth a trip of their own.
    private static final int MANY = 10;

    private final List<Row> rows = new ArrayList<>();
    private final RowParameters parameters;
    private final RowsTogether together;
    private final KnownRows known;

    OneTripExecutor(
            Configuration configuration,
            Transaction transaction,
            RowParameters parameters,
            RowsTogether together,
            KnownRows known) {
        super(configuration, transaction);
        this.parameters = parameters;
        this.together = together;
        this.known = known;
    }

    @Override
    public int doUpdate(MappedStatement statement, Object entity) {
        rows.add(new Row(statement, entity));
        return BATCH_UPDATE_RETURN_VALUE;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <E> List<E> doQuery(
            MappedStatement statement, Object parameter, RowBounds bounds, ResultHandler results, BoundSql sql)
            throws SQLException {
        if (!known.reads(statement)) {
            return super.doQuery(statement, parameter, bounds, results, sql);
        }
        flushStatements();
        StatementHandler handler = configuration.newStatementHandler(this, statement, parameter, bounds, results, sql);
        try (PreparedStatement asked = (PreparedStatement)
                handler.prepare(getConnection(statement.getStatementLog()), transaction.getTimeout())) {
            handler.parameterize(asked);
            return (List<E>) known.read(statement, asked);
        }
    }

    @Override
    public List<BatchResult> doFlushStatements(boolean rollback) throws SQLException {
        if (rollback || rows.isEmpty()) {
            rows.clear();
            return super.doFlushStatements(rollback);
        }
        try {
            boolean oneTrip =
                    rows.size() > 1 && rows.size() <= MOST && rows.stream().allMatch(Row::isNew);
            return oneTrip ? sendInOneTrip() : sendInOrder();
        } finally {
            rows.clear();
        }
    }

    private List<BatchResult> sendInOrder() throws SQLException {
        List<BatchResult> sent = new ArrayList<>();
        try {
            for (int from = 0, to; from < rows.size(); from = to) {
                to = endOfNeighbours(from);
                send(rows.subList(from, to), sent);
            }
            sent.addAll(super.doFlushStatements(false));
            return sent;
        } catch (BatchExecutorException refused) {
            sent.addAll(refused.getSuccessfulBatchResults());
            MappedStatement statement = configuration.getMappedStatement(refused.getFailingStatementId());
            throw new BatchExecutorException(
                    refused.getMessage(),
                    refused.getBatchUpdateException(),
                    sent,
                    new BatchResult(statement, refused.getFailingSqlStatement()));
        }
    }

    private int endOfNeighbours(int from) {
        int to = from + 1;
        while (to < rows.size() && rows.get(to).statement == rows.get(from).statement) {
            to++;
        }
        return to;
    }

    private void send(List<Row> alike, List<BatchResult> sent) throws SQLException {
        MappedStatement statement = alike.get(0).statement;
        List<Object> entities = alike.stream().map(Row::entity).toList();
        Optional<ManyRows> many = entities.size() >= MANY ? together.of(statement, entities) : Optional.empty();
        if (many.isPresent()) {
            sent.addAll(super.doFlushStatements(false));
            sent.add(send(statement, entities, many.get()));
            return;
        }
        for (Object entity : entities) {
            super.doUpdate(statement, entity);
        }
    }

    private BatchResult send(MappedStatement statement, List<Object> entities, ManyRows many) throws SQLException {
        BatchResult result = new BatchResult(statement, statement.getId());
        entities.forEach(result::addParameterObject);
        try {
            Connection connection = getConnection(statement.getStatementLog());
            result.setUpdateCounts(many.write(entities, parameters, connection, transaction.getTimeout()));
            return result;
        } catch (SQLException refused) {
            throw failure(refused, List.of(), result);
        }
    }

    private List<BatchResult> sendInOneTrip() throws SQLException {
        List<BoundSql> parts =
                rows.stream().map(row -> row.statement.getBoundSql(row.entity)).toList();
        String sql = parts.stream().map(BoundSql::getSql).collect(Collectors.joining(";\n"));
        try (PreparedStatement all =
                getConnection(rows.get(0).statement.getStatementLog()).prepareStatement(sql)) {
            applyTransactionTimeout(all);
            int next = 1;
            for (int i = 0; i < parts.size(); i++) {
                next = parameters.set(all, next, rows.get(i).entity, parts.get(i));
            }
            all.execute();
            return results(rows);
        } catch (SQLException refused) {
            int place = place(refused, parts);
            throw failure(
                    refused,
                    results(rows.subList(0, place)),
                    results(rows.subList(place, place + 1)).get(0));
        }
    }

    // Told the way a batch tells it: the engine looks at the row that was refused and knows whether somebody was
    // faster.
    private static BatchExecutorException failure(SQLException refused, List<BatchResult> sent, BatchResult part) {
        BatchUpdateException told = new BatchUpdateException(
                refused.getMessage(), refused.getSQLState(), refused.getErrorCode(), new int[0], refused);
        return new BatchExecutorException(
                "Refused: " + part.getMappedStatement().getId(), told, sent, part);
    }

    // The first row of the table that refused one: of several in one table the engine asks for the same.
    private static int place(SQLException refused, List<BoundSql> parts) {
        if (refused instanceof PSQLException by && by.getServerErrorMessage() != null) {
            Pattern into = Pattern.compile(
                    "insert\\s+into\\s+" + by.getServerErrorMessage().getTable() + "\\b", Pattern.CASE_INSENSITIVE);
            for (int i = 0; i < parts.size(); i++) {
                if (into.matcher(parts.get(i).getSql()).find()) {
                    return i;
                }
            }
        }
        return 0;
    }

    // One result per table, as the engine expects them of its batches; an insert that does not fail writes one row.
    private static List<BatchResult> results(List<Row> rows) {
        List<BatchResult> results = new ArrayList<>();
        for (Row row : rows) {
            BatchResult last = results.isEmpty() ? null : results.get(results.size() - 1);
            if (last == null || last.getMappedStatement() != row.statement) {
                last = new BatchResult(row.statement, row.statement.getId());
                results.add(last);
            }
            last.addParameterObject(row.entity);
        }
        results.forEach(result ->
                result.setUpdateCounts(onceEach(result.getParameterObjects().size())));
        return results;
    }

    private static int[] onceEach(int rows) {
        int[] counts = new int[rows];
        Arrays.fill(counts, 1);
        return counts;
    }

    private record Row(MappedStatement statement, Object entity) {

        boolean isNew() {
            return statement.getSqlCommandType() == SqlCommandType.INSERT;
        }
    }
}
