package id.siks.platform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Many new rows of one table, written by PostgreSQL's {@code COPY}: it takes them for a third of what an {@code INSERT}
 * with as many values costs, and checks them the same. Not for threads.
 */
public final class CopiedRows {

    // A hundred narrow rows; it grows by itself.
    private static final int ROOM = 16_384;

    private final String statement;
    private final StringBuilder rows = new StringBuilder(ROOM);

    /**
     * Nothing yet.
     *
     * @param table with its schema
     * @param columns as they stand in the statement, in the order of each row's values
     */
    public CopiedRows(String table, String columns) {
        this.statement = "copy " + table + " (" + columns + ") from stdin";
    }

    /** Adds a row. A value is written as its {@code toString} says, which suits numbers, truth, dates and instants. */
    public void add(Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                rows.append('\t');
            }
            cell(values[i]);
        }
        rows.append('\n');
    }

    /** Writes the rows in the running transaction; what the table refuses is thrown as it is of an insert. */
    public void write(JdbcTemplate jdbc) {
        if (rows.length() > 0) {
            jdbc.execute((ConnectionCallback<Void>) connection -> {
                write(connection);
                return null;
            });
        }
    }

    /** Writes the rows in the transaction of this connection. */
    public void write(Connection connection) throws SQLException {
        try {
            byte[] written = rows.toString().getBytes(StandardCharsets.UTF_8);
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement, new ByteArrayInputStream(written));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void cell(Object value) {
        if (value == null) {
            rows.append("\\N");
            return;
        }
        String text = value.toString();
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            String spelling = spelling(text.charAt(i));
            if (spelling != null) {
                rows.append(text, written, i).append(spelling);
                written = i + 1;
            }
        }
        rows.append(text, written, text.length());
    }

    private static String spelling(char letter) {
        return switch (letter) {
            case '\\' -> "\\\\";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> null;
        };
    }
}
