package id.siks.register;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys from a sequence that counts in blocks: one question to the database for a whole chunk. */
final class SequenceBlocks {

    private static final int BLOCK = 50;

    private final JdbcClient jdbc;
    private final String sequence;
    private final Deque<Long> left = new ArrayDeque<>();

    SequenceBlocks(JdbcClient jdbc, String sequence) {
        this.jdbc = jdbc;
        this.sequence = sequence;
    }

    /** The next {@code count} keys; they are never given again, even when the transaction is rolled back. */
    synchronized Iterator<Long> take(int count) {
        int blocks = (Math.max(0, count - left.size()) + BLOCK - 1) / BLOCK;
        if (blocks > 0) {
            List<Long> starts = jdbc.sql("select nextval(cast(:sequence as regclass)) from generate_series(1, :blocks)")
                    .param("sequence", sequence)
                    .param("blocks", blocks)
                    .query(Long.class)
                    .list();
            starts.forEach(start -> LongStream.range(start, start + BLOCK).forEach(left::add));
        }
        long[] taken = new long[count];
        for (int i = 0; i < count; i++) {
            taken[i] = left.remove();
        }
        PrimitiveIterator.OfLong keys = LongStream.of(taken).iterator();
        return keys;
    }
}
