package id.siks.platform.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** How many rows of one kind are written at once, as the engine's statement for one of them says. */
interface ManyRows {

    /**
     * Writes the rows of these entities.
     *
     * @param values reads what stands in them
     * @param timeout seconds the running transaction leaves; null when it leaves any
     * @return how many rows each of as many single statements would have touched
     */
    int[] write(List<Object> entities, RowParameters values, Connection connection, Integer timeout)
            throws SQLException;
}
