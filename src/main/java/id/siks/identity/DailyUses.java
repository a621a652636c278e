package id.siks.identity;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What each person used up on one day, where a restart and the other nodes see it. One statement counts and answers, so that of
 * two who ask at the same moment only one gets the last time.
 */
@Component
class DailyUses {

    // Whether this attempt was granted cannot be told from the sums, since a refused one uses nothing up: the row keeps
    // it for the statement that wrote it.
    private static final String COUNT =
            """
            insert into identity.daily_use as known (day, account_id, limit_code, used, attempted, granted)
            values (:day, :account, :limit, :wanted, :attempted, true)
            on conflict (day, account_id, limit_code) do update set
              used = known.used + case when known.used + excluded.used <= :most then excluded.used else 0 end,
              granted = known.used + excluded.used <= :most,
              attempted = known.attempted + excluded.attempted
            returning granted, attempted""";

    private final JdbcClient jdbc;

    DailyUses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Uses up all of {@code wanted} or none, and counts the attempt. Only without a transaction: in the caller's a roll-back would
     * give the times back, and one beside it would take a second connection while the first waits.
     *
     * @param day as the person reads it from the wall
     * @param wanted times to use up, no more than {@link Limit#most}: the first attempt of a day is granted unseen; 0 only counts
     *     the attempt and is always granted
     * @param attempted times the person asked for, granted or not; more than {@code wanted} where he was too fast, or asked for
     *     more than can be used up at once
     */
    @Transactional(propagation = Propagation.NEVER)
    public Count count(Limit limit, long account, LocalDate day, int wanted, int attempted) {
        int most = limit.aDay().orElseThrow();
        return jdbc.sql(COUNT)
                .param("day", day)
                .param("account", account)
                .param("limit", limit.name())
                .param("wanted", wanted)
                .param("attempted", attempted)
                .param("most", most)
                .query((row, number) -> Count.of(row.getBoolean("granted"), row.getLong("attempted"), attempted, most))
                .single();
    }

    /** Erases in the current transaction up to {@code most} counts of days before {@code day}; answers how many. */
    int erase(LocalDate day, int most) {
        return jdbc.sql(
                        """
                        delete from identity.daily_use where (day, account_id, limit_code) in (
                          select day, account_id, limit_code from identity.daily_use where day < :day limit :most)""")
                .param("day", day)
                .param("most", most)
                .update();
    }

    /**
     * What came of one attempt.
     *
     * @param granted whether all the times that were wanted were left
     * @param threefold whether with this attempt it was asked thrice as often as is allowed
     */
    record Count(boolean granted, boolean threefold) {

        private static Count of(boolean granted, long asked, int now, int most) {
            long threefold = 3L * most;
            return new Count(granted, asked >= threefold && asked - now < threefold);
        }
    }
}
