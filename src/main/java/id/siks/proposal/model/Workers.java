package id.siks.proposal.model;

import id.siks.casework.CaseRef;
import id.siks.fieldcheck.FieldChecks;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who had a hand in cases before somebody decides about them, or lives in the family (requirement 13). */
@Component
public class Workers {

    private final JdbcClient db;
    private final DecisionLog log;
    private final FieldChecks fieldChecks;
    private final MeetingRows meetings;

    Workers(JdbcClient db, DecisionLog log, FieldChecks fieldChecks, MeetingRows meetings) {
        this.db = db;
        this.log = log;
        this.fieldChecks = fieldChecks;
        this.meetings = meetings;
    }

    /** Accounts that drafted, changed, handed in or visited any of these, however long ago, or whose own family it is. */
    public Set<Long> on(List<CaseRef> refs) {
        Set<Long> workers = new HashSet<>(fieldChecks.visitors(refs));
        workers.addAll(db.sql(
                        """
                                select distinct worker from proposal.proposal, unnest(written_by || family_of) as worker
                                where case_ref = any(:refs::text[]) and worker is not null""")
                .param("refs", CaseRef.values(refs))
                .query(Long.class)
                .list());
        return workers;
    }

    /** The same, and whoever recorded or signed the village's word on any of these, at whichever meeting. */
    public Set<Long> orSpeakersOn(List<CaseRef> refs) {
        Set<Long> hands = on(refs);
        hands.addAll(meetings.speakers(refs));
        return hands;
    }

    /** The same, and the verifiers who decided any of these or settled what a visit found, whatever became of it. */
    public Set<Long> orDecidersOn(List<CaseRef> refs) {
        Set<Long> hands = orSpeakersOn(refs);
        hands.addAll(log.verifiers(refs));
        return hands;
    }
}
