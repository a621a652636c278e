package id.siks.proposal.model;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.identity.Actor;
import id.siks.identity.Scope;
import id.siks.platform.Page;
import id.siks.proposal.ProposalLine;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of proposals. */
@Repository
class ProposalRows {

    static final String LINE =
            "select case_ref, area_code, status, subject, member_count, changed_at, erased_at is not null as erased ";
    static final RowMapper<ProposalLine> LINES = (row, n) -> new ProposalLine(
            new CaseRef(row.getString("case_ref")),
            new AreaCode(row.getString("area_code")),
            CaseStatus.valueOf(row.getString("status")),
            row.getString("subject"),
            row.getInt("member_count"),
            row.getTimestamp("changed_at").toInstant(),
            row.getBoolean("erased"));

    // Only what travels in a batch shows another status than its own: the batch's, which casework tells.
    private static final String SHOWN =
            """
            select p.case_ref, p.area_code, coalesce(s.status, p.status) as status, p.subject, p.member_count, p.changed_at,
              p.erased_at is not null as erased
            from proposal.proposal p left join casework.shown_status s using (case_ref)
            where p.area_code like any (:areas)
              and p.status = any (:own) and coalesce(s.status, p.status) = any (:statuses)
              and (p.changed_at, p.case_ref) < (:at, :ref)
            order by p.changed_at desc, p.case_ref desc limit :limit""";

    private static final int PAGE = 25;
    private static final Pattern MARK = Pattern.compile("(\\d{1,12})\\.(\\d{1,9})_([A-Z0-9-]{1,24})");
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final JdbcClient db;

    ProposalRows(JdbcClient db) {
        this.db = db;
    }

    /** Proposals of the actor's territory that show one of the statuses, or any; the one changed last in front. */
    Page<ProposalLine> list(Set<CaseStatus> statuses, String after, Actor actor) {
        Mark mark = Mark.of(after);
        Set<CaseStatus> wanted = statuses.isEmpty() ? EnumSet.allOf(CaseStatus.class) : statuses;
        Set<CaseStatus> own = EnumSet.copyOf(wanted);
        own.addAll(Proposal.AWAITING_BATCH);
        List<ProposalLine> found = db.sql(SHOWN)
                .param("areas", Scope.patternsOf(actor.caseScopes()))
                .param("own", names(own))
                .param("statuses", names(wanted))
                .param("at", Timestamp.from(mark.at))
                .param("ref", mark.ref)
                .param("limit", PAGE + 1)
                .query(LINES)
                .list();
        return Page.of(found, PAGE, Mark::after);
    }

    /** Drafts of the actor's territory. */
    int drafts(Actor actor) {
        return db.sql("select count(*) from proposal.proposal where area_code like any (:areas) and status = 'DRAFT'")
                .param("areas", Scope.patternsOf(actor.caseScopes()))
                .query(Integer.class)
                .single();
    }

    /**
     * Officials' own families that wait for the actor to hand them in, the longest waiting in front: his own is for
     * somebody else.
     */
    List<ProposalLine> ownFamilies(Actor actor) {
        return db.sql(
                        LINE
                                + """
                        from proposal.proposal
                        where own_family and area_code like any (:areas) and status = any (:editable)
                          and family_of <> all (:persons)
                        order by changed_at, case_ref limit :limit""")
                .param("areas", Scope.patternsOf(VillageWork.scopes(actor)))
                .param("editable", names(Proposal.EDITABLE))
                .param("persons", actor.persons().toArray(Long[]::new))
                .param("limit", PAGE)
                .query(LINES)
                .list();
    }

    private static String[] names(Set<CaseStatus> statuses) {
        return statuses.stream().map(Enum::name).toArray(String[]::new);
    }

    /** Where a page ends; anything that is not one of our marks means the first page. */
    private record Mark(Instant at, String ref) {

        static Mark of(String text) {
            Matcher mark = MARK.matcher(text == null ? "" : text);
            return mark.matches()
                    ? new Mark(
                            Instant.ofEpochSecond(Long.parseLong(mark.group(1)), Long.parseLong(mark.group(2))),
                            mark.group(3))
                    : new Mark(END_OF_TIME, "");
        }

        static String after(ProposalLine last) {
            return "%d.%d_%s"
                    .formatted(
                            last.changedAt().getEpochSecond(), last.changedAt().getNano(), last.ref());
        }
    }
}
