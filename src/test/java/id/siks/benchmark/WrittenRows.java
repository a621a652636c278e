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
 * them again with nothing but JDBC, where they stood: into the same tables, beside the same other rows.
 */
final class WrittenRows {

    // Tables that refer to others come after them.
    private static final String TABLES =
            """
            with recursive tables as (
                select c.oid, n.nspname || '.' || c.relname as name
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'plain')
                  and c.relname <> 'flyway_schema_history'),
            floors as (
                select oid, 0 as floor from tables
                union
                select f.conrelid, floor + 1 from floors join pg_constraint f
                on f.contype = 'f' and f.confrelid = floors.oid and f.conrelid <> f.confrelid
                where floor < 9)
            select name from tables join floors using (oid) group by name order by max(floor), name""";

    private static final String KEYS =
            """
            select string_agg(format('%I::text', attname), ' || chr(31) || ' order by attnum)
            from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
            where indisprimary and indrelid = ?::regclass""";

    // What the table works out by itself is not written.
    private static final String COLUMNS =
            """
            select string_agg(format('%I', attname), ', ' order by attnum) from pg_attribute
            where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = ''""";

    private final Map<String, String> inserts = new LinkedHashMap<>();
    private final Map<String, String> keys = new LinkedHashMap<>();
    private final Map<String, List<String>> known = new LinkedHashMap<>();
    private final Map<String, Map<String, List<Object[]>>> byTransaction = new LinkedHashMap<>();
    private int rows;

    /** Finds what {@code transactions} wrote and is still as they wrote it. */
    static WrittenRows of(List<String> transactions, JdbcTemplate owner) {
        WrittenRows written = new WrittenRows();
        transactions.forEach(t -> written.byTransaction.put(t, new LinkedHashMap<>()));
        for (String table : owner.queryForList(TABLES, String.class)) {
            written.read(table, transactions, owner);
        }
        return written;
    }

    private void read(String table, List<String> transactions, JdbcTemplate owner) {
        String key = owner.queryForObject(KEYS, String.class, table);
        String written = owner.queryForObject(COLUMNS, String.class, table);
        owner.query(
                con -> {
                    PreparedStatement select = con.prepareStatement("select xmin::text, " + key + ", " + written
                            + " from " + table + " where xmin::text = any(?) order by xmin::text::bigint");
                    select.setArray(1, con.createArrayOf("text", transactions.toArray()));
                    return select;
                },
                row -> {
                    int columns = row.getMetaData().getColumnCount() - 2;
                    Object[] values = new Object[columns];
                    for (int i = 0; i < columns; i++) {
                        values[i] = row.getObject(i + 3);
                    }
                    inserts.putIfAbsent(
                            table,
                            "insert into " + table + " (" + written + ") overriding system value values ("
                                    + String.join(", ", Collections.nCopies(columns, "?")) + ")");
                    keys.putIfAbsent(table, key);
                    known.computeIfAbsent(table, t -> new ArrayList<>()).add(row.getString(2));
                    byTransaction
                            .get(row.getString(1))
                            .computeIfAbsent(table, t -> new ArrayList<>())
                            .add(values);
                    rows++;
                });
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

    /** Takes the rows away, and every trace of them, so that they can be written again. */
    void clear(JdbcTemplate owner) {
        List<String> tables = new ArrayList<>(inserts.keySet());
        Collections.reverse(tables);
        for (String table : tables) {
            owner.update(con -> {
                PreparedStatement delete =
                        con.prepareStatement("delete from " + table + " where " + keys.get(table) + " = any(?)");
                delete.setArray(1, con.createArrayOf("text", known.get(table).toArray()));
                return delete;
            });
        }
        tables.forEach(table -> owner.execute("vacuum analyze " + table));
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
