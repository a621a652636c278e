package id.siks.proposal;

import static id.siks.fieldcheck.FieldCheckTestData.found;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.TimelineEntry;
import id.siks.fieldcheck.VisitOutcome;
import id.siks.proposal.model.Milestones;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a verifier says of a visit is his word, not the visitor's. */
class ReviewedVisitTests extends TrunkTest {

    private static final Set<String> TOLD = Set.of("field-check-concluded", "returned");

    @Autowired
    Milestones milestones;

    @Test
    void what_the_reviewer_sends_back_stands_in_his_name() {
        place = data.in("1806032022");
        CaseRef ref = place.listed();
        visits.does(place.worker, ref, "record-visit", found(VisitOutcome.REFUSED));
        visits.does(
                place.verifier,
                ref,
                "review-visit",
                Map.of("decision", "RETURN", "reasonCode", "ADDRESS_INCOMPLETE", "reasonText", "Lengkapi RT dan RW"));

        assertThat(proposals.view(ref, place.operator).returned().sentence()).isEqualTo("Lengkapi RT dan RW");
        assertThat(timeline.of(ref))
                .filteredOn(entry -> TOLD.contains(entry.what()))
                .extracting(TimelineEntry::what, TimelineEntry::by)
                .containsExactly(
                        tuple("field-check-concluded", place.verifier.accountId()),
                        tuple("returned", place.verifier.accountId()));
    }

    @Test
    void the_word_of_the_visit_approves_nobody() {
        place = data.in("1806032023");
        CaseRef ref = place.visited();

        assertThatThrownBy(() -> transaction.executeWithoutResult(each -> milestones.approve(ref)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(proposals.view(ref, place.verifier).status()).isEqualTo(CaseStatus.REGENCY_REVIEW);
    }
}
