package id.siks.processadmin.migration;

import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Long answers of the database, read a piece at a time: however many rows there are, few are held at once. */
@Component
class LongAnswers {

    private static final int AT_ONCE = 1_000;

    private final NamedParameterJdbcTemplate rows;
    private final TransactionTemplate transaction;

    LongAnswers(DataSource database, TransactionTemplate transaction) {
        JdbcTemplate pieces = new JdbcTemplate(database);
        pieces.setFetchSize(AT_ONCE);
        this.rows = new NamedParameterJdbcTemplate(pieces);
        this.transaction = transaction;
    }

    /** Tells every row of the answer, in the caller's transaction or one of its own: outside one the driver reads all at once. */
    void each(String sql, Map<String, ?> parameters, RowCallbackHandler told) {
        transaction.executeWithoutResult(status -> rows.query(sql, parameters, told));
    }
}
