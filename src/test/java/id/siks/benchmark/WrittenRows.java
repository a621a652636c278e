package id.siks.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The rows that transactions have written, whatever the table, taken from the database itself; and what it costs to write
 * them again with nothing but JDBC, into tables with the same columns, indexes and foreign keys.
 */
final class WrittenRows {

    private static final String TABLES =
            """
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'benchmark', 'plain')
              and c.relname <> 'flyway_schema_history'""";

    private final List<String> copies = new ArrayList<>();
    private final Map<String, String> inserts = new LinkedHashMap<>();
    private final Map<String, Map<String, List<Object[]>>> byTransaction = new LinkedHashMap<>();
    private int rows;

    /** Finds what {@code transactions} wrote and is still as they wrote it. */
    static WrittenRows of(List<String> transactions, JdbcTemplate owner, String applicationRole) {
        WrittenRows written = new WrittenRows();
        owner.execute("create schema if not exists benchmark");
        transactions.forEach(t -> written.byTransaction.put(t, new LinkedHashMap<>()));
        for (String table : owner.queryForList(TABLES, String.class)) {
            written.read(table, transactions, owner);
        }
        owner.execute("grant usage on schema benchmark to " + applicationRole);
        owner.execute("grant all on all tables in schema benchmark to " + applicationRole);
        return written;
    }

    private void read(String table, List<String> transactions, JdbcTemplate owner) {
        String copy = "benchmark." + table.replace('.', '_');
        owner.query(
                con -> {
                    PreparedStatement select =
                            con.prepareStatement("select xmin::text, * from " + table + " where xmin::text = any(?)");
                    select.setArray(1, con.createArrayOf("text", transactions.toArray()));
                    return select;
                },
                row -> {
                    int columns = row.getMetaData().getColumnCount() - 1;
                    Object[] values = new Object[columns];
                    List<String> names = new ArrayList<>();
                    for (int i = 0; i < columns; i++) {
                        values[i] = row.getObject(i + 2);
                        names.add('"' + row.getMetaData().getColumnName(i + 2) + '"');
                    }
                    inserts.putIfAbsent(
                            table,
                            "insert into " + copy + " (" + String.join(", ", names) + ") values ("
                                    + String.join(", ", Collections.nCopies(columns, "?")) + ")");
                    byTransaction
                            .get(row.getString(1))
                            .computeIfAbsent(table, t -> new ArrayList<>())
                            .add(values);
                    rows++;
                });
        if (inserts.containsKey(table)) {
            owner.execute("drop table if exists " + copy);
            owner.execute("create table " + copy + " (like " + table
                    + " including defaults including indexes including storage including constraints)");
            guard(copy, table, owner);
            copies.add(copy);
        }
    }

    // What the tables guard costs whoever writes them. The rows referred to are those the sample wrote.
    private static void guard(String copy, String table, JdbcTemplate owner) {
        owner.queryForList(
                        "select pg_get_constraintdef(oid) from pg_constraint where contype = 'f' and conrelid = ?::regclass",
                        String.class,
                        table)
                .forEach(guard -> owner.execute("alter table " + copy + " add " + guard));
    }

    /** Rows per transaction, by table, of the first transaction. */
    Map<String, Integer> sample() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        byTransaction.values().iterator().next().forEach((table, found) -> counts.put(table, found.size()));
        return counts;
    }

    double rowsPerTransaction() {
        return (double) rows / byTransaction.size();
    }

    /** Empties the copies. */
    void clear(JdbcTemplate application) {
        application.execute("truncate " + String.join(", ", copies));
    }

    /** Writes everything again, one transaction each. */
    void writeAgain(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            for (Map<String, List<Object[]>> transaction : byTransaction.values()) {
                for (Map.Entry<String, List<Object[]>> table : transaction.entrySet()) {
                    write(connection, inserts.get(table.getKey()), table.getValue());
                }
                connection.commit();
            }
            connection.setAutoCommit(true);
        }
    }

    private static void write(Connection connection, String insert, List<Object[]> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (Object[] row : values) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
