package id.siks.proposal.model;

import id.siks.evidence.Attachments;
import id.siks.platform.BusinessTime;
import id.siks.platform.retention.Perishable;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was said about families at meetings long ago, and the minutes and statements that name them all. That the meeting was held,
 * who signed it and which families it spoke about with which reason code stays. A held or open one of these families keeps it.
 */
@Component
class OldMeetings implements Perishable {

    // No declined family is without a sentence, so one stands where it was.
    static final String ERASE =
            """
            with old as (
              select m.id from proposal.village_meeting m
              where m.erased_at is null and m.state in ('SIGNED', 'CALLED_OFF')
                and coalesce(m.signed_at, m.recorded_at, m.opened_at) < :before and m.meeting_ref <> all(:held)
                and not exists (
                  select 1 from jsonb_array_elements(
                    m.verdicts || jsonb_path_query_array(m.former_records, '$[*].verdicts[*]')) v
                  where v ->> 'ref' = any(:held)
                    or not exists (select 1 from casework.ended_case e where e.case_ref = v ->> 'ref'))
              order by coalesce(m.signed_at, m.recorded_at, m.opened_at) limit :most for update of m skip locked)
            update proposal.village_meeting m
            set verdicts = (
                select coalesce(jsonb_agg(
                  case when v ->> 'text' is not null then jsonb_set(v, '{text}', to_jsonb(:erased::text))
                    else v - 'despite' end order by place), '[]')
                from jsonb_array_elements(m.verdicts) with ordinality as t (v, place)),
              sent_back = null, sent_back_code = null, former_records = '[]', erased_at = :at
            from old where m.id = old.id returning m.meeting_ref""";

    private static final String ERASED = "Dihapus setelah masa simpannya habis.";

    private final JdbcClient db;
    private final Attachments attachments;
    private final BusinessTime time;

    OldMeetings(JdbcClient db, Attachments attachments, BusinessTime time) {
        this.db = db;
        this.attachments = attachments;
        this.time = time;
    }

    @Override
    public String kind() {
        return "proposal.meeting";
    }

    @Override
    public int erase(Instant before, Set<String> held, int most) {
        List<String> old = db.sql(ERASE)
                .param("before", Timestamp.from(before))
                .param("held", held.toArray(String[]::new))
                .param("most", most)
                .param("erased", ERASED)
                .param("at", Timestamp.from(time.now()))
                .query(String.class)
                .list();
        attachments.erase(old);
        return old.size();
    }
}
