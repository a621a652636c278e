package id.siks.proposal.model;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.proposal.ProposalLine;
import id.siks.register.FamilyContent;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Meetings and what they can talk about, read and opened by statements. */
@Repository
class MeetingRows {

    private static final String TO_TALK_ABOUT =
            """
            (status = 'READY_FOR_MEETING'
              or status = 'AGREED_BY_MEETING' and not finalized and evidence_on < :oldest)""";

    private static final String CANDIDATES =
            "from proposal.proposal where area_code = :village and " + TO_TALK_ABOUT + " order by subject, id";

    private static final String OPEN = "state in ('CALLED', 'RECORDED')";

    private final JdbcClient db;

    MeetingRows(JdbcClient db) {
        this.db = db;
    }

    Optional<CaseRef> openIn(AreaCode village) {
        return openIn(village, "");
    }

    /** The same; it is neither signed nor called off before the transaction ends, and whatever became of it just now is seen. */
    Optional<CaseRef> joinIn(AreaCode village) {
        return openIn(village, " for share");
    }

    /** The same; nobody joins it either. */
    Optional<CaseRef> lockIn(AreaCode village) {
        return openIn(village, " for update");
    }

    private Optional<CaseRef> openIn(AreaCode village, String manner) {
        return db.sql("select meeting_ref from proposal.village_meeting where area_code = :village and " + OPEN
                        + manner)
                .param("village", village.value())
                .query(String.class)
                .optional()
                .map(CaseRef::new);
    }

    /** False when somebody else called the village's meeting at the same moment. */
    boolean open(CaseRef ref, AreaCode village, Instant at) {
        return db.sql(
                                """
                                insert into proposal.village_meeting (meeting_ref, area_code, state, opened_at, version)
                                values (:ref, :village, 'CALLED', :at, 0)
                                on conflict (area_code) where %s do nothing"""
                                        .formatted(OPEN))
                        .param("ref", ref.value())
                        .param("village", village.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** True when a family can be talked about; one of them does not end before the transaction does. */
    boolean keepsCandidate(AreaCode village, LocalDate oldest) {
        return db.sql("select 1 from proposal.proposal where area_code = :village and " + TO_TALK_ABOUT
                        + " limit 1 for share")
                .param("village", village.value())
                .param("oldest", oldest)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Families that can be talked about, each with whether it is an official's own. */
    Map<CaseRef, Boolean> candidates(AreaCode village, LocalDate oldest) {
        Map<CaseRef, Boolean> found = new LinkedHashMap<>();
        db.sql("select case_ref, own_family " + CANDIDATES)
                .param("village", village.value())
                .param("oldest", oldest)
                .query(row -> {
                    found.put(new CaseRef(row.getString("case_ref")), row.getBoolean("own_family"));
                });
        return found;
    }

    /** Villages of the area with families that can be talked about, but without an open meeting. */
    List<AreaCode> uncalled(AreaCode within, LocalDate oldest) {
        return db
                .sql(
                        """
                        select distinct area_code from proposal.proposal p
                        where area_code ~>=~ :from and area_code ~<~ :to and %s
                          and not exists (
                            select 1 from proposal.village_meeting m where m.area_code = p.area_code and %s)
                        order by area_code"""
                                .formatted(TO_TALK_ABOUT, OPEN))
                .param("from", within.value())
                .param("to", within.past())
                .param("oldest", oldest)
                .query(String.class)
                .list()
                .stream()
                .map(AreaCode::new)
                .toList();
    }

    /** What the village claims of them. */
    Map<CaseRef, FamilyContent> candidateFamilies(AreaCode village, LocalDate oldest) {
        Map<CaseRef, FamilyContent> found = new HashMap<>();
        db.sql("select case_ref, content::text as content " + CANDIDATES)
                .param("village", village.value())
                .param("oldest", oldest)
                .query(row -> {
                    found.put(new CaseRef(row.getString("case_ref")), ContentJson.family(row.getString("content")));
                });
        return found;
    }

    List<ProposalLine> candidateLines(AreaCode village, LocalDate oldest) {
        return db.sql(ProposalRows.LINE + CANDIDATES)
                .param("village", village.value())
                .param("oldest", oldest)
                .query(ProposalRows.LINES)
                .list();
    }

    /** Accounts that recorded or signed what any meeting said of these. */
    Set<Long> speakers(List<CaseRef> refs) {
        return db.sql(
                        """
                        with asked as (select unnest(:refs::text[]) as ref)
                        select distinct speaker from proposal.village_meeting m
                        cross join jsonb_array_elements(m.verdicts) v
                        join asked on asked.ref = v ->> 'ref'
                        cross join unnest(array[m.recorded_by, m.signed_by]) as speaker
                        where m.state = 'SIGNED' and speaker is not null
                          and m.area_code in (select area_code from proposal.proposal join asked on ref = case_ref)""")
                .param("refs", CaseRef.values(refs))
                .query(Long.class)
                .set();
    }

    Map<AreaCode, LocalDate> lastSigned(AreaCode within) {
        Map<AreaCode, LocalDate> days = new HashMap<>();
        db.sql(
                        """
                        select area_code, max(held_on) as day from proposal.village_meeting
                        where state = 'SIGNED' and held_on is not null and area_code ~>=~ :from and area_code ~<~ :to
                        group by area_code""")
                .param("from", within.value())
                .param("to", within.past())
                .query(row -> {
                    days.put(new AreaCode(row.getString("area_code")), row.getObject("day", LocalDate.class));
                });
        return days;
    }
}
