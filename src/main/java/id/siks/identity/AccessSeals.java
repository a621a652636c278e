package id.siks.identity;

import id.siks.platform.BusinessTime;
import id.siks.platform.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the access log proof against later changes (requirement 23): every minute the new entries are sealed by a hash
 * over them and the seal before. Entries are ordered by the transaction that wrote them; only those below the oldest
 * transaction still running are sealed, so that nobody can slip in between afterwards, not even by chance.
 */
@Service
class AccessSeals {

    private static final Logger LOG = LoggerFactory.getLogger(AccessSeals.class);
    private static final String FIRST = "0".repeat(64);
    private static final int MOST_PER_SEAL = 5_000;
    private static final int SEALS_PER_LOOK = 500;

    private final JdbcClient jdbc;
    private final BusinessTime time;
    private final Alarms alarms;
    private final TransactionTemplate transaction;

    AccessSeals(JdbcClient jdbc, BusinessTime time, Alarms alarms, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.time = time;
        this.alarms = alarms;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Seals all there is: at the end of a busy month the log grows faster than one seal a minute can cover. */
    @Scheduled(fixedDelay = 60_000)
    void sealAll() {
        int sealed;
        do {
            sealed = sealNew();
        } while (sealed == MOST_PER_SEAL);
    }

    /** Seals the entries nobody can get in front of any more, at most 5,000; returns how many. */
    int sealNew() {
        return transaction.execute(status -> sealOnce());
    }

    private int sealOnce() {
        boolean mine = jdbc.sql("select pg_try_advisory_xact_lock(hashtext('identity.access_seal'))")
                .query(Boolean.class)
                .single();
        if (!mine) {
            return 0;
        }
        Seal last = last();
        List<Entry> fresh = jdbc.sql(
                        """
                        select * from identity.access_log
                        where (written_in, entry_id) > (cast(:xact as xid8), :entry)
                          and written_in < pg_snapshot_xmin(pg_current_snapshot())
                        order by written_in, entry_id limit :most
                        """)
                .param("xact", last.throughXact())
                .param("entry", last.throughEntry())
                .param("most", MOST_PER_SEAL)
                .query(AccessSeals::entry)
                .list();
        if (!fresh.isEmpty()) {
            Entry end = fresh.get(fresh.size() - 1);
            add(new Seal(last.id() + 1, end.xact(), end.line().entryId(), fresh.size(), hash(last.hash(), fresh)));
        }
        return fresh.size();
    }

    /** Looks through the whole log once a day and raises an alarm when it does not fit its seals. */
    @Scheduled(cron = "0 30 19 * * *", zone = "UTC")
    void verifyDaily() {
        Optional<Long> broken = firstBroken();
        if (broken.isPresent()) {
            alarms.raise(AlarmKind.LOG_ALTERED, "seal " + broken.get());
        } else {
            // Kept outside the database, this line shows if somebody should cut off the end of the chain.
            LOG.info("Access log verified, last seal {}", last());
        }
    }

    /** The first seal that does not fit the entries it covers; empty when the log is as it was written. */
    Optional<Long> firstBroken() {
        Seal before = new Seal(0, "0", 0, 0, FIRST);
        while (true) {
            List<Seal> seals = after(before.id());
            if (seals.isEmpty()) {
                return Optional.empty();
            }
            for (Seal seal : seals) {
                if (!fits(before, seal)) {
                    return Optional.of(seal.id());
                }
                before = seal;
            }
        }
    }

    private boolean fits(Seal before, Seal seal) {
        List<Entry> covered = jdbc.sql(
                        """
                        select * from identity.access_log
                        where (written_in, entry_id) > (cast(:xact as xid8), :entry)
                          and (written_in, entry_id) <= (cast(:toXact as xid8), :toEntry)
                        order by written_in, entry_id
                        """)
                .param("xact", before.throughXact())
                .param("entry", before.throughEntry())
                .param("toXact", seal.throughXact())
                .param("toEntry", seal.throughEntry())
                .query(AccessSeals::entry)
                .list();
        return seal.id() == before.id() + 1 && hash(before.hash(), covered).equals(seal.hash());
    }

    private Seal last() {
        return jdbc.sql("select * from identity.access_seal order by seal_id desc limit 1")
                .query(AccessSeals::seal)
                .optional()
                .orElse(new Seal(0, "0", 0, 0, FIRST));
    }

    private List<Seal> after(long id) {
        return jdbc.sql("select * from identity.access_seal where seal_id > :id order by seal_id limit :most")
                .param("id", id)
                .param("most", SEALS_PER_LOOK)
                .query(AccessSeals::seal)
                .list();
    }

    private void add(Seal seal) {
        jdbc.sql(
                        """
                        insert into identity.access_seal (seal_id, through_xact, through_entry, entries, hash, sealed_at)
                        values (:id, cast(:xact as xid8), :entry, :entries, :hash, :now)
                        """)
                .param("id", seal.id())
                .param("xact", seal.throughXact())
                .param("entry", seal.throughEntry())
                .param("entries", seal.entries())
                .param("hash", seal.hash())
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    private static Seal seal(ResultSet row, int number) throws SQLException {
        return new Seal(
                row.getLong("seal_id"),
                row.getString("through_xact"),
                row.getLong("through_entry"),
                row.getInt("entries"),
                row.getString("hash"));
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(row.getString("written_in"), AccessSearch.ENTRY.mapRow(row, number));
    }

    private static String hash(String before, List<Entry> entries) {
        MessageDigest digest = Sha256.digest();
        add(digest, before);
        for (Entry entry : entries) {
            AccessEntry line = entry.line();
            add(digest, entry.xact());
            add(digest, line.entryId());
            add(digest, line.at());
            add(digest, line.accountId());
            add(digest, line.roles());
            add(digest, line.kind());
            add(digest, line.subject());
            add(digest, line.purpose());
            add(digest, line.origin());
            add(digest, line.outcome());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** With its length in front, so that moving a letter from one field to the next changes the hash. */
    private static void add(MessageDigest digest, Object value) {
        byte[] bytes = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private record Seal(long id, String throughXact, long throughEntry, int entries, String hash) {}

    private record Entry(String xact, AccessEntry line) {}
}
