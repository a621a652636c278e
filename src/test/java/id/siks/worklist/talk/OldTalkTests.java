package id.siks.worklist.talk;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import id.siks.Plans;
import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.TestCases;
import id.siks.identity.Actor;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Requirement 24: what was said about a family does not outlive what it claimed. */
@EngineTest
class OldTalkTests {

    private static final AreaCode VILLAGE = new AreaCode("1603022003");
    private static final Instant END = Instant.parse("2001-01-01T00:00:00Z");
    private static final long ACTOR = 4_713;
    private static final Actor READER = new Actor(ACTOR, "Pembaca", List.of());

    @Autowired
    OldTalk old;

    @Autowired
    Comments comments;

    @Autowired
    TestCases cases;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient db;

    @Test
    void what_was_said_about_an_unsuccessful_case_goes_by_the_day_of_its_end() {
        CaseRef rejected = ended(CaseStatus.REJECTED_BY_REGENCY);
        CaseRef held = ended(CaseStatus.CANCELLED);
        CaseRef determined = ended(CaseStatus.DETERMINED);
        CaseRef open = ended(CaseStatus.REGENCY_REVIEW);
        comments.add(rejected, null, ACTOR, "Ditulis sesudah ditolak.", false, END.plusSeconds(60));

        assertThat(erase(END, Set.of(held.value()))).isZero();
        assertThat(erase(END.plusSeconds(1), Set.of(held.value()))).isEqualTo(1);
        assertThat(comments.of(rejected, null, READER, null).items())
                .extracting(Comments.Comment::words)
                .containsExactly("Ditulis sesudah ditolak.");
        assertThat(erase(END.plusSeconds(61), Set.of(held.value()))).isEqualTo(1);

        assertThat(comments.count(rejected, READER)).isZero();
        assertThat(comments.count(determined, READER)).isEqualTo(1);
        assertThat(comments.count(open, READER)).isEqualTo(1);
        assertThat(comments.count(held, READER)).isEqualTo(1);
        assertThat(erase(END.plusSeconds(61), Set.of())).isEqualTo(1);
    }

    @Test
    void it_is_found_by_an_index() {
        Map<String, ?> params =
                Map.of("before", Timestamp.from(END), "held", new String[] {"UJI-1804-26-900001"}, "most", 500);

        assertThat(Plans.of(OldTalk.ERASE, params, db, transactions))
                .containsPattern("comment_perishes[^\\n]*\\s+Index Cond");
    }

    private int erase(Instant before, Set<String> held) {
        return transactions.execute(status -> old.erase(before, held, 500));
    }

    /** A case somebody spoke about that came to where it is at that moment. */
    private CaseRef ended(CaseStatus status) {
        CaseRef ref = cases.standing("NEW_REGISTRATION", VILLAGE, "Uji", CaseStatus.REGENCY_REVIEW, END);
        comments.add(ref, null, ACTOR, "Bu Siti sudah menikah lagi.", false, END.minusSeconds(60));
        cases.comesTo(ref, status, END);
        return ref;
    }
}
