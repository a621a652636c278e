package id.siks.platform.engine;

import java.sql.BatchUpdateException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.ibatis.executor.BatchExecutor;
import org.apache.ibatis.executor.BatchExecutorException;
import org.apache.ibatis.executor.BatchResult;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.transaction.Transaction;
import org.postgresql.util.PSQLException;

/**
 * Sends what a command inserts, and nothing but inserts, as one statement of several parts. Where a row is changed or
 * removed, whose count the engine has to know, or where there are many, everything goes the usual way.
 */
final class OneTripExecutor extends BatchExecutor {

    // Beyond this the statements are too many to be worth keeping prepared, and batches by table are as fast.
    private static final int MOST = 24;

    private final List<Row> rows = new ArrayList<>();
    private final RowParameters parameters;
    private boolean usualWay;

    OneTripExecutor(Configuration configuration, Transaction transaction, RowParameters parameters) {
        super(configuration, transaction);
        this.parameters = parameters;
    }

    @Override
    public int doUpdate(MappedStatement statement, Object entity) throws SQLException {
        if (usualWay || statement.getSqlCommandType() != SqlCommandType.INSERT || rows.size() == MOST) {
            takeUsualWay();
            return super.doUpdate(statement, entity);
        }
        rows.add(new Row(statement, entity, statement.getBoundSql(entity)));
        return BATCH_UPDATE_RETURN_VALUE;
    }

    @Override
    public List<BatchResult> doFlushStatements(boolean rollback) throws SQLException {
        if (rollback) {
            rows.clear();
        }
        if (rows.size() > 1) {
            return sendTogether();
        }
        takeUsualWay();
        usualWay = false;
        return super.doFlushStatements(rollback);
    }

    private void takeUsualWay() throws SQLException {
        usualWay = true;
        for (Row row : rows) {
            super.doUpdate(row.statement, row.entity);
        }
        rows.clear();
    }

    private List<BatchResult> sendTogether() throws SQLException {
        String sql = rows.stream().map(row -> row.sql.getSql()).collect(Collectors.joining(";\n"));
        try (PreparedStatement all =
                getConnection(rows.get(0).statement.getStatementLog()).prepareStatement(sql)) {
            applyTransactionTimeout(all);
            int next = 1;
            for (Row row : rows) {
                next = parameters.set(all, next, row.entity, row.sql);
            }
            all.execute();
            return results(rows);
        } catch (SQLException refused) {
            throw failure(refused);
        } finally {
            rows.clear();
        }
    }

    // Told the way a batch tells it: the engine looks at the row that was refused and knows whether somebody was
    // faster.
    private BatchExecutorException failure(SQLException refused) {
        int place = place(refused);
        BatchResult part = results(rows.subList(place, place + 1)).get(0);
        BatchUpdateException told = new BatchUpdateException(
                refused.getMessage(), refused.getSQLState(), refused.getErrorCode(), new int[0], refused);
        return new BatchExecutorException(
                "Refused: " + part.getMappedStatement().getId(), told, results(rows.subList(0, place)), part);
    }

    // The first row of the table that refused one: of several in one table the engine asks for the same.
    private int place(SQLException refused) {
        if (refused instanceof PSQLException by && by.getServerErrorMessage() != null) {
            Pattern into = Pattern.compile(
                    "insert\\s+into\\s+" + by.getServerErrorMessage().getTable() + "\\b", Pattern.CASE_INSENSITIVE);
            for (int i = 0; i < rows.size(); i++) {
                if (into.matcher(rows.get(i).sql.getSql()).find()) {
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
                last = new BatchResult(row.statement, row.sql.getSql());
                results.add(last);
            }
            last.addParameterObject(row.entity);
        }
        results.forEach(result -> {
            int[] counts = new int[result.getParameterObjects().size()];
            Arrays.fill(counts, 1);
            result.setUpdateCounts(counts);
        });
        return results;
    }

    private record Row(MappedStatement statement, Object entity, BoundSql sql) {}
}
