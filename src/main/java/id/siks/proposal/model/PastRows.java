package id.siks.proposal.model;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.proposal.Channel;
import id.siks.proposal.PastCase;
import id.siks.register.FamilyContent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases as they were when they were handed in, as far as their rows still tell. */
@Component
public class PastRows {

    private final JdbcClient db;

    PastRows(JdbcClient db) {
        this.db = db;
    }

    /** By number; only what was handed in and is still kept. */
    public List<PastCase> of(List<CaseRef> refs) {
        return db.sql(
                        """
                        select case_ref, kind, area_code, channel, own_family, content
                        from proposal.proposal
                        where case_ref = any (:refs) and submitted_at is not null and erased_at is null order by case_ref""")
                .param("refs", CaseRef.values(refs))
                .query(this::past)
                .list();
    }

    /** The meeting that heard each case last. */
    public Map<CaseRef, CaseRef> meetings(List<CaseRef> refs) {
        Map<CaseRef, CaseRef> meetings = new HashMap<>();
        db.sql(
                        """
                        select case_ref, meeting_ref from proposal.proposal
                        where case_ref = any (:refs) and meeting_ref is not null""")
                .param("refs", CaseRef.values(refs))
                .query(row -> {
                    meetings.put(new CaseRef(row.getString("case_ref")), new CaseRef(row.getString("meeting_ref")));
                });
        return meetings;
    }

    private PastCase past(ResultSet row, int number) throws SQLException {
        AreaCode village = new AreaCode(row.getString("area_code"));
        FamilyContent family = ContentJson.family(row.getString("content"));
        // Whoever hands in for the first time has neither been heard by a meeting nor visited; both come later.
        Map<String, Object> route = RouteTable.inputs(
                row.getString("kind"),
                Channel.valueOf(row.getString("channel")),
                RouteTable.noPapers(family),
                row.getBoolean("own_family"),
                false,
                false);
        return new PastCase(
                new CaseRef(row.getString("case_ref")),
                row.getString("kind"),
                village,
                route,
                ContentJson.orEmpty(family.housing()));
    }
}
