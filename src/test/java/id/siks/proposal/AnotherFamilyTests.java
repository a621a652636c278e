package id.siks.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.EngineTest;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.Reason;
import id.siks.casework.ReasonCode;
import id.siks.platform.FieldError;
import id.siks.platform.InvalidInput;
import id.siks.platform.engine.EngineJobs;
import id.siks.register.FamilyContent;
import id.siks.register.MemberContent;
import id.siks.register.Sex;
import id.siks.register.TestFamilies;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A proposal that came back stays about the family the village talked about and somebody visited. */
@EngineTest
class AnotherFamilyTests {

    @Autowired
    ProposalTestData data;

    @Autowired
    Proposals proposals;

    @Autowired
    EngineJobs jobs;

    ProposalTestData.Place place;

    @Test
    void with_other_people_on_another_card_it_is_not_handed_in_again() {
        CaseRef ref = returned("1806112014");
        FamilyContent heard = content(ref);
        place.enter(ref, strangers(), place.operator);

        assertThatThrownBy(() -> resubmit(ref)).isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.errors())
                .extracting(error -> error.message().key())
                .containsExactly("proposal.error.another-family"));
        assertThat(proposals.review(ref, place.operator).errors())
                .extracting(FieldError::field)
                .containsExactly("familyCardNumber");
        assertThat(status(ref)).isEqualTo(CaseStatus.RETURNED_TO_VILLAGE);

        place.enter(ref, heard, place.operator);
        resubmit(ref);
        assertThat(status(ref)).isEqualTo(CaseStatus.REGENCY_REVIEW);
    }

    @Test
    void with_other_members_around_its_head_it_is_decided_without_another_meeting() {
        CaseRef ref = returned("1806112015");
        MemberContent born = TestFamilies.spouse("Dewi Lestari");
        proposals.saveMembers(
                ref, data.version(ref), List.of(content(ref).members().get(0), born), place.operator);

        resubmit(ref);

        assertThat(status(ref)).isEqualTo(CaseStatus.REGENCY_REVIEW);
    }

    @Test
    void a_number_that_was_mended_is_still_the_same_head() {
        CaseRef ref = returned("1806112016");
        MemberContent head = content(ref).members().get(0);
        MemberContent mended = TestFamilies.member(TestFamilies.maleNik(), head.fullName(), Sex.MALE, 1, true);
        proposals.saveMembers(
                ref, data.version(ref), List.of(mended, content(ref).members().get(1)), place.operator);

        assertThat(proposals.review(ref, place.operator).errors()).isEmpty();
    }

    @Test
    void before_the_village_has_talked_about_it_everybody_may_be_mended() {
        place = data.in("1806112017");
        FamilyContent wrong = TestFamilies.withMember(
                place.family(), 0, TestFamilies.member("1804041506859001", "Budi Santosa", Sex.MALE, 1, true));
        CaseRef ref = place.handedIn(wrong);
        assertThat(status(ref)).isEqualTo(CaseStatus.IDENTITY_MISMATCHED);
        place.enter(ref, strangers(), place.operator);

        resubmit(ref);

        assertThat(status(ref)).isEqualTo(CaseStatus.READY_FOR_MEETING);
    }

    /** Agreed to, listed and visited, and back for a photo. */
    private CaseRef returned(String village) {
        place = data.in(village);
        CaseRef ref = place.visited();
        Reason why = new Reason(ReasonCode.PHOTO_UNUSABLE, "Foto depan rumah tidak jelas");
        proposals.decide(ref, RegencyDecision.RETURN, why, List.of(), place.verifier);
        return ref;
    }

    /** Others at the same home. */
    private FamilyContent strangers() {
        return TestFamilies.with(
                place.village, List.of(TestFamilies.head("Agus Salim"), TestFamilies.spouse("Dewi Lestari")));
    }

    private void resubmit(CaseRef ref) {
        proposals.resubmit(ref, data.version(ref), null, UUID.randomUUID(), place.operator);
        jobs.runDue();
    }

    private FamilyContent content(CaseRef ref) {
        return proposals.view(ref, place.operator).content();
    }

    private CaseStatus status(CaseRef ref) {
        return proposals.view(ref, place.operator).status();
    }
}
