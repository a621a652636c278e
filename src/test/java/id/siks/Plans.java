package id.siks;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How the database means to answer a question about tables too large to be read as a whole. */
public final class Plans {

    private Plans() {}

    /** The plan of a statement, which is not carried out. */
    public static String of(String sql, Map<String, ?> params, JdbcClient db, TransactionTemplate transactions) {
        return transactions.execute(status -> {
            // The tables of the tests are so small that any look through them is cheap.
            db.sql("set local enable_seqscan = off").update();
            return String.join(
                    "\n",
                    db.sql("explain " + sql).params(params).query(String.class).list());
        });
    }
}
