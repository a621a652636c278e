package id.siks.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.EngineTest;
import id.siks.HeldRows;
import id.siks.area.AreaLevel;
import id.siks.casework.BatchMember;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseRefs;
import id.siks.casework.CaseStatus;
import id.siks.casework.Timeline;
import id.siks.register.Activation;
import id.siks.register.Families;
import id.siks.register.MemberContent;
import id.siks.register.TestFamilies;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A decree takes its cases over as it has read them. Whoever changes one without holding its place in the list is noticed:
 * nothing of the chunk stays, and the next attempt finds the case as it is then.
 */
@EngineTest
class DecreeAndCaseTests {

    @Autowired
    ProposalTestData data;

    @Autowired
    BatchMember batch;

    @Autowired
    Proposals proposals;

    @Autowired
    Families families;

    @Autowired
    CaseRefs refs;

    @Autowired
    Timeline timeline;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate db;

    @ParameterizedTest
    @CsvSource({
        "1806092028, 1806092029, version = version + 1, true",
        "1806032034, 1806032035, status = 'RETURNED_TO_VILLAGE', false",
    })
    void a_chunk_with_a_case_that_changes_meanwhile_is_undone_and_tried_again(
            String village, String another, String change, boolean waitsStill) {
        CaseRef changing = data.in(village).approved();
        CaseRef other = data.in(another).approved();

        CompletableFuture<Void> decree = transaction.execute(status -> {
            db.update("update proposal.proposal set " + change + " where case_ref = ?", changing.value());
            CompletableFuture<Void> begun = CompletableFuture.runAsync(() -> reaches(changing, other));
            HeldRows.untilWaitedFor(db);
            return begun;
        });

        assertThatThrownBy(decree::join).hasCauseInstanceOf(OptimisticLockingFailureException.class);
        assertThat(List.of(changing, other)).noneMatch(this::isRegistered);
        assertThat(timeline.summary(other).status()).isEqualTo(CaseStatus.APPROVED_BY_REGENCY);

        reaches(changing, other);
        assertThat(isRegistered(changing)).isEqualTo(waitsStill);
        assertThat(isRegistered(other)).isTrue();
        assertThat(timeline.summary(other).status()).isEqualTo(CaseStatus.DETERMINED);
    }

    @Test
    void who_is_a_duplicate_only_by_what_the_case_said_before_is_not_sent_back() {
        ProposalTestData.Place place = data.in("1806272001");
        CaseRef changing = place.approved();
        MemberContent head =
                proposals.view(changing, place.operator).content().members().get(0);
        CaseRef another = refs.next("USL", place.village.at(AreaLevel.REGENCY));
        Activation samePerson = new Activation(another, TestFamilies.with(place.village, List.of(head)), null);

        CompletableFuture<Void> decree = transaction.execute(status -> {
            families.activate(List.of(samePerson));
            db.update(
                    """
                    update proposal.proposal set version = version + 1,
                      content = jsonb_set(content, '{members,0,nik}', to_jsonb(?::text))
                    where case_ref = ?""",
                    TestFamilies.maleNik(),
                    changing.value());
            CompletableFuture<Void> begun = CompletableFuture.runAsync(() -> reaches(changing));
            HeldRows.untilWaitedFor(db);
            return begun;
        });

        assertThatThrownBy(decree::join).hasCauseInstanceOf(OptimisticLockingFailureException.class);
        assertThat(timeline.summary(changing).status()).isEqualTo(CaseStatus.APPROVED_BY_REGENCY);

        reaches(changing);
        assertThat(isRegistered(changing)).isTrue();
    }

    @Test
    void a_case_that_is_only_held_meanwhile_is_taken_over() {
        CaseRef held = data.in("1806092030").approved();

        transaction
                .execute(status -> {
                    db.queryForList("select 1 from proposal.proposal where case_ref = ? for update", held.value());
                    CompletableFuture<Void> begun = CompletableFuture.runAsync(() -> reaches(held));
                    HeldRows.untilWaitedFor(db);
                    return begun;
                })
                .join();

        assertThat(isRegistered(held)).isTrue();
    }

    private void reaches(CaseRef... cases) {
        transaction.executeWithoutResult(s -> batch.determined(List.of(cases), "123/HUK/2026"));
    }

    private boolean isRegistered(CaseRef ref) {
        return families.familyOf(ref).isPresent();
    }
}
