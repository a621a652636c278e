package id.siks.finalization.model;

import id.siks.area.AreaCode;
import id.siks.casework.BatchMember.ListLine;
import id.siks.casework.CaseRef;
import id.siks.finalization.BatchView;
import id.siks.finalization.Departure;
import id.siks.identity.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Batches as pages show them. */
@Component
public class BatchReads {

    private static final String OF_PERIOD =
            """
            from finalization.batch_item i
            join finalization.batch b using (batch_id) join finalization.period p using (period_id)
            where p.case_ref = :period and i.state <> 'LEFT'
            """;

    private static final List<String> EVERYWHERE = List.of("");

    private final JdbcClient jdbc;

    BatchReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The batch of a period with all its counts, for those who see the whole regency. */
    public Optional<BatchView> batch(CaseRef period) {
        return batch(period, EVERYWHERE);
    }

    /**
     * The batch of a period. Only cases of the territories the reader sees are counted: of the others he would learn how
     * few there are (requirement 22).
     *
     * @param scopes prefixes of the territories the reader sees
     */
    public Optional<BatchView> batch(CaseRef period, List<String> scopes) {
        return jdbc.sql(
                        """
                        select b.sha256, b.sealed_at, r.letter_number, d.number,
                          count(*) filter (where i.state = 'JOINED') as undecided,
                          count(*) filter (where i.state in ('APPROVED', 'SEALED')) as approved,
                          count(*) filter (where i.state = 'RETURNED') as returned,
                          count(*) filter (where i.state = 'REJECTED') as rejected,
                          count(*) filter (where i.state = 'DETERMINED') as determined
                        from finalization.period p join finalization.batch b using (period_id)
                        left join finalization.ratification r using (batch_id)
                        left join finalization.decree d using (batch_id)
                        left join finalization.batch_item i
                          on i.batch_id = b.batch_id and i.village_code like any(:scopes::text[])
                        where p.case_ref = :period
                        group by b.batch_id, r.letter_number, d.number""")
                .param("period", period.value())
                .param("scopes", Scope.patterns(scopes))
                .query((row, number) -> new BatchView(
                        period,
                        row.getString("sha256"),
                        instant(row.getTimestamp("sealed_at")),
                        row.getInt("undecided"),
                        row.getInt("approved"),
                        row.getInt("returned"),
                        row.getInt("rejected"),
                        row.getInt("determined"),
                        row.getString("letter_number"),
                        row.getString("number")))
                .optional();
    }

    /** Counts per village, by code; only villages with a case in the batch. */
    public List<VillageCount> perVillage(CaseRef period) {
        return jdbc.sql(
                        """
                        select i.village_code,
                          count(*) filter (where i.state = 'JOINED') as undecided,
                          count(*) filter (where i.state in ('APPROVED', 'SEALED', 'DETERMINED')) as approved,
                          count(*) filter (where i.state = 'RETURNED') as returned,
                          count(i.outlier) filter (where i.state in ('SEALED', 'DETERMINED')) as outliers
                        """
                                + OF_PERIOD + "group by i.village_code order by i.village_code")
                .param("period", period.value())
                .query((row, number) -> new VillageCount(
                        new AreaCode(row.getString("village_code")),
                        row.getInt("undecided"),
                        row.getInt("approved"),
                        row.getInt("returned"),
                        row.getInt("outliers")))
                .list();
    }

    /** What is unusual in the sealed list, how often, most frequent first; for those who see the whole regency. */
    public List<OutlierCount> outliers(CaseRef period) {
        return outliers(period, EVERYWHERE);
    }

    /**
     * The same, of the reader's part of the list.
     *
     * @param scopes prefixes of the territories the reader sees
     */
    public List<OutlierCount> outliers(CaseRef period, List<String> scopes) {
        return jdbc.sql("select i.outlier, count(*) as cases " + OF_PERIOD
                        + "and i.outlier is not null and i.state in ('SEALED', 'DETERMINED')"
                        + " and i.village_code like any(:scopes::text[])"
                        + " group by i.outlier order by cases desc, i.outlier")
                .param("period", period.value())
                .param("scopes", Scope.patterns(scopes))
                .query((row, number) -> new OutlierCount(row.getString("outlier"), row.getInt("cases")))
                .list();
    }

    /** The first {@code most} cases in which something is unusual, by what and where it is; for those who see the whole regency. */
    public List<ItemLine> unusual(CaseRef period, int most) {
        return jdbc.sql("select i.village_code, i.case_ref, i.state, i.rolled_over, i.outlier, i.line_head, i.line_nik "
                        + OF_PERIOD
                        + "and i.outlier is not null and i.state in ('SEALED', 'DETERMINED')"
                        + " order by i.outlier, i.village_code, i.case_ref limit :most")
                .param("period", period.value())
                .param("most", most)
                .query(BatchReads::line)
                .list();
    }

    /**
     * One page of the list, by village and case number.
     *
     * @param scopes prefixes of the territories the reader sees
     * @param village only of this village, or null
     * @param outliers true for unusual lines only
     * @param after mark of the page before ({@code village/ref}), or null
     */
    public List<ItemLine> page(
            CaseRef period, List<String> scopes, AreaCode village, boolean outliers, String after, int most) {
        return jdbc.sql(
                        "select i.village_code, i.case_ref, i.state, i.rolled_over, i.outlier, i.line_head, i.line_nik "
                                + OF_PERIOD
                                + """
                        and i.village_code like any(:scopes::text[])
                        and i.village_code like :village || '%'
                        and (not :outliers or i.outlier is not null)
                        and (i.village_code, i.case_ref) > (:afterVillage, :afterRef)
                        order by i.village_code, i.case_ref limit :most""")
                .param("period", period.value())
                .param("scopes", Scope.patterns(scopes))
                .param("village", village == null ? "" : village.value())
                .param("outliers", outliers)
                .param("afterVillage", after == null ? "" : after.split("/", 2)[0])
                .param("afterRef", after == null || !after.contains("/") ? "" : after.split("/", 2)[1])
                .param("most", most)
                .query(BatchReads::line)
                .list();
    }

    /** How many cases left the list of each village in an area since a moment, by why; villages without are absent. */
    public Map<AreaCode, Map<Departure, Integer>> departed(AreaCode within, Instant since) {
        Map<AreaCode, Map<Departure, Integer>> departed = new HashMap<>();
        jdbc.sql(
                        """
                        select village_code, state, count(*) as n from finalization.batch_item
                        where state in ('RETURNED', 'REJECTED', 'LEFT') and changed_at >= :since
                          and village_code ~>=~ :from and village_code ~<~ :past
                        group by village_code, state""")
                .param("since", Timestamp.from(since))
                .param("from", within.value())
                .param("past", within.past())
                .query(row -> {
                    departed.computeIfAbsent(
                                    new AreaCode(row.getString("village_code")),
                                    village -> new EnumMap<>(Departure.class))
                            .put(Departure.valueOf(row.getString("state")), row.getInt("n"));
                });
        return departed;
    }

    private static ItemLine line(ResultSet row, int number) throws SQLException {
        return new ItemLine(
                new AreaCode(row.getString("village_code")),
                new CaseRef(row.getString("case_ref")),
                row.getString("state"),
                row.getInt("rolled_over"),
                row.getString("outlier"),
                row.getString("line_head"),
                row.getString("line_nik"));
    }

    private static Instant instant(Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    /** How many cases of one village are in a batch. */
    public record VillageCount(AreaCode village, int undecided, int approved, int returned, int outliers) {}

    /** How often something is unusual; the key is that of a message. */
    public record OutlierCount(String key, int cases) {}

    /**
     * One case of a batch.
     *
     * @param head whom the ratified line names, when the case left after the letter; else null
     * @param nik the masked number on that line
     */
    public record ItemLine(
            AreaCode village, CaseRef ref, String state, int rolledOver, String outlier, String head, String nik) {

        /** What the list shows of the case: what the case says, or, when that is erased, what the ratified line said. */
        public ListLine shown(ListLine line) {
            return line == null || head == null || !line.head().isEmpty()
                    ? line
                    : new ListLine(
                            ref,
                            line.village(),
                            head,
                            nik,
                            line.familyCardNumber(),
                            line.address(),
                            line.members(),
                            line.signs(),
                            line.outlier());
        }

        /** Where the next page goes on. */
        public String mark() {
            return village.value() + "/" + ref.value();
        }
    }
}
