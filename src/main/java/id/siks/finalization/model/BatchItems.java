package id.siks.finalization.model;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.finalization.Departure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cases that travel in batches. Each travels in one at a time; the database sees to it. */
@Component
public class BatchItems {

    private static final String BATCH_OF =
            "(select b.batch_id from finalization.batch b join finalization.period p using (period_id)"
                    + " where p.case_ref = :period)";
    private static final String TRAVELLING = "('JOINED', 'APPROVED', 'SEALED')";

    static final String NEXT =
            """
            select case_ref from finalization.batch_item
            where state = 'SEALED' and batch_id = %s order by batch_item_id limit :most for update"""
                    .formatted(BATCH_OF);

    private final JdbcClient jdbc;

    BatchItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** These of {@code village} join the period's batch; those that travel already are left as they are. */
    public List<CaseRef> join(CaseRef period, AreaCode village, List<CaseRef> members, Instant at) {
        return jdbc.sql(
                        """
                        insert into finalization.batch_item (batch_id, case_ref, village_code, state, joined_at, changed_at)
                        select %s, ref, :village, 'JOINED', :at, :at from unnest(:refs::text[]) ref
                        on conflict (case_ref) where state in %s do nothing
                        returning case_ref"""
                                .formatted(BATCH_OF, TRAVELLING))
                .param("period", period.value())
                .param("village", village.value())
                .param("at", Timestamp.from(at))
                .param("refs", CaseRef.values(members))
                .query(BatchItems::ref)
                .list();
    }

    /** The period the case travels with, and how far it is. */
    public Optional<Travelling> find(CaseRef member) {
        return find(member, "");
    }

    /** The same, its row locked until the transaction ends. */
    Optional<Travelling> lock(CaseRef member) {
        return find(member, "for update of i");
    }

    private Optional<Travelling> find(CaseRef member, String manner) {
        return jdbc.sql(
                        """
                        select p.case_ref as period, i.village_code, i.state
                        from finalization.batch_item i
                        join finalization.batch b using (batch_id) join finalization.period p using (period_id)
                        where i.case_ref = :member and i.state in %s %s"""
                                .formatted(TRAVELLING, manner))
                .param("member", member.value())
                .query((row, number) -> new Travelling(
                        new CaseRef(row.getString("period")),
                        new AreaCode(row.getString("village_code")),
                        row.getString("state")))
                .optional();
    }

    /** Notes that the regency has approved the case; it travels with {@code period} from now on. */
    public boolean approved(CaseRef member, CaseRef period, long by, Instant at) {
        return jdbc.sql(
                                """
                                update finalization.batch_item i
                                set state = 'APPROVED', batch_id = b.batch_id, decided_by = :by, decided_at = :at, changed_at = :at,
                                  rolled_over = rolled_over + case when i.batch_id = b.batch_id then 0 else 1 end
                                from %s b where case_ref = :member and state = 'JOINED'"""
                                        .formatted(BATCH_OF))
                        .param("member", member.value())
                        .param("period", period.value())
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /**
     * The case travels no longer.
     *
     * @param unlist true when its list is sealed and not ratified: the case is no longer part of its hash
     */
    boolean left(CaseRef member, boolean unlist, Instant at) {
        return jdbc.sql(
                                """
                                update finalization.batch_item
                                set state = 'LEFT', listed = listed and not :unlist, changed_at = :at
                                where case_ref = :member and state in %s"""
                                        .formatted(TRAVELLING))
                        .param("member", member.value())
                        .param("unlist", unlist)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /**
     * Takes a case out of a sealed list.
     *
     * @param cause what becomes of it: {@code RETURNED} or {@code REJECTED}
     * @param unlist true while the list is not ratified: the case is no longer part of its hash
     */
    boolean takenOut(CaseRef period, CaseRef member, Departure cause, boolean unlist, Instant at) {
        return jdbc.sql(
                                """
                                update finalization.batch_item
                                set state = :state, listed = listed and not :unlist, changed_at = :at
                                where case_ref = :member and state = 'SEALED' and batch_id = %s"""
                                        .formatted(BATCH_OF))
                        .param("period", period.value())
                        .param("member", member.value())
                        .param("state", cause.name())
                        .param("unlist", unlist)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Moves everything undecided to the batch of {@code to}; answers what moved, by village. */
    List<Item> rollOver(CaseRef from, CaseRef to, Instant at) {
        return jdbc.sql(
                        """
                        with moved as (
                          update finalization.batch_item
                          set batch_id = %s, rolled_over = rolled_over + 1, changed_at = :at
                          where state = 'JOINED' and batch_id = %s
                          returning village_code, case_ref)
                        select village_code, case_ref from moved order by village_code, case_ref"""
                                .formatted(BATCH_OF.replace(":period", ":to"), BATCH_OF))
                .param("period", from.value())
                .param("to", to.value())
                .param("at", Timestamp.from(at))
                .query(BatchItems::item)
                .list();
    }

    /** Freezes the approved cases as the period's list; answers it in the order of the list. */
    List<Item> seal(CaseRef period, Instant at) {
        jdbc.sql(
                        """
                        update finalization.batch_item set state = 'SEALED', listed = true, changed_at = :at
                        where state = 'APPROVED' and batch_id = %s"""
                                .formatted(BATCH_OF))
                .param("period", period.value())
                .param("at", Timestamp.from(at))
                .update();
        return sealed(period);
    }

    /** The sealed cases that still travel, in the order of the list. */
    List<Item> sealed(CaseRef period) {
        return jdbc.sql(
                        """
                        select village_code, case_ref from finalization.batch_item
                        where state = 'SEALED' and batch_id = %s order by village_code, case_ref"""
                                .formatted(BATCH_OF))
                .param("period", period.value())
                .query(BatchItems::item)
                .list();
    }

    /** The sealed cases behind {@code mark} ({@code village/ref}, or null for the first), in the order of the list. */
    List<Item> sealedAfter(CaseRef period, String mark, int most) {
        String[] after = mark == null ? new String[] {"", ""} : mark.split("/", 2);
        return jdbc.sql(
                        """
                        select village_code, case_ref from finalization.batch_item
                        where state = 'SEALED' and batch_id = %s and (village_code, case_ref) > (:village, :ref)
                        order by village_code, case_ref limit :most"""
                                .formatted(BATCH_OF))
                .param("period", period.value())
                .param("village", after[0])
                .param("ref", after[1])
                .param("most", most)
                .query(BatchItems::item)
                .list();
    }

    /** The next sealed cases to be determined, locked; those another chunk holds are skipped. */
    List<CaseRef> chunk(CaseRef period, int most) {
        return locked(NEXT + " skip locked", period, most);
    }

    /** The same, waiting for those that somebody holds. */
    List<CaseRef> rest(CaseRef period, int most) {
        return locked(NEXT, period, most);
    }

    private List<CaseRef> locked(String next, CaseRef period, int most) {
        return jdbc.sql(next)
                .param("period", period.value())
                .param("most", most)
                .query(BatchItems::ref)
                .list();
    }

    /** These are determined. Each is found by itself: the whole list need not be read for a few of it. */
    void determined(List<CaseRef> members, Instant at) {
        jdbc.sql(
                        """
                        update finalization.batch_item set state = 'DETERMINED', changed_at = :at
                        where state = 'SEALED' and case_ref = any(:refs::text[])""")
                .param("refs", CaseRef.values(members))
                .param("at", Timestamp.from(at))
                .update();
    }

    /** How many cases of the period's batch are in {@code state}. */
    public int count(CaseRef period, String state) {
        return jdbc.sql("select count(*) from finalization.batch_item where state = :state and batch_id = " + BATCH_OF)
                .param("period", period.value())
                .param("state", state)
                .query(Integer.class)
                .single();
    }

    /** The cases of the period's batch nobody has decided yet. */
    public Set<CaseRef> undecidedCases(CaseRef period) {
        return new HashSet<>(
                jdbc.sql("select case_ref from finalization.batch_item where state = 'JOINED' and batch_id = "
                                + BATCH_OF)
                        .param("period", period.value())
                        .query(BatchItems::ref)
                        .list());
    }

    /** How many cases of the period's batch nobody has decided yet, by village; villages without are absent. */
    Map<AreaCode, Integer> undecided(CaseRef period) {
        Map<AreaCode, Integer> undecided = new HashMap<>();
        jdbc.sql(
                        "select village_code, count(*) as n from finalization.batch_item where state = 'JOINED' and batch_id = "
                                + BATCH_OF + " group by village_code")
                .param("period", period.value())
                .query(row -> {
                    undecided.put(new AreaCode(row.getString("village_code")), row.getInt("n"));
                });
        return undecided;
    }

    /** True when the account decided a case of this batch. */
    boolean decidedBy(CaseRef period, long account) {
        return jdbc.sql(
                        """
                        select exists (select 1 from finalization.batch_item
                        where decided_by = :account and state <> 'LEFT' and batch_id = %s)"""
                                .formatted(BATCH_OF))
                .param("period", period.value())
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    private static CaseRef ref(ResultSet row, int number) throws SQLException {
        return new CaseRef(row.getString("case_ref"));
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        return new Item(new AreaCode(row.getString("village_code")), new CaseRef(row.getString("case_ref")));
    }

    /** A case of a list. */
    record Item(AreaCode village, CaseRef ref) {

        /** Where it stands in the order of its list. */
        String mark() {
            return village.value() + "/" + ref.value();
        }
    }

    /**
     * A case on its way.
     *
     * @param state {@code JOINED}, {@code APPROVED} or {@code SEALED}
     */
    public record Travelling(CaseRef period, AreaCode village, String state) {

        /** True when its list is frozen. */
        public boolean sealed() {
            return "SEALED".equals(state);
        }
    }
}
