package id.siks.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.EngineTest;
import id.siks.casework.CaseRef;
import id.siks.evidence.AttachmentKind;
import id.siks.evidence.Attachments;
import id.siks.platform.BusinessTime;
import id.siks.platform.NotFound;
import id.siks.platform.retention.Perishable;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Requirement 24: a draft nobody hands in does not lie about for ever, nor do its photos. */
@EngineTest
class OldDraftsTests {

    @Autowired
    Proposals proposals;

    @Autowired
    ProposalTestData data;

    @Autowired
    Attachments attachments;

    @Autowired
    List<Perishable> kinds;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    BusinessTime time;

    @AfterEach
    void present() {
        time.release();
    }

    @Test
    void draftsNobodyTouchedAndThoseGivenUpGoWithTheirPhotosWhatWasHandedInStays() {
        ProposalTestData.Place here = data.in("1806042002");
        time.moveTo(time.now().minus(Duration.ofDays(200)));
        CaseRef old = draft(here);
        CaseRef givenUp = draft(here);
        proposals.withdraw(
                givenUp,
                proposals.view(givenUp, here.operator).version(),
                "Keluarga sudah pindah desa.",
                UUID.randomUUID(),
                here.operator);
        CaseRef held = draft(here);
        CaseRef handedIn = here.submitted(here.family());
        time.release();
        CaseRef young = draft(here);

        int erased = erase(Set.of(held.value()));

        assertThat(erased).isGreaterThanOrEqualTo(2);
        for (CaseRef gone : List.of(old, givenUp)) {
            assertThatThrownBy(() -> proposals.view(gone, here.operator)).isInstanceOf(NotFound.class);
            assertThat(attachments.of(gone.value())).isEmpty();
        }
        for (CaseRef kept : List.of(held, young)) {
            assertThat(proposals.view(kept, here.operator).ref()).isEqualTo(kept);
            assertThat(attachments.of(kept.value())).hasSize(1);
        }
        assertThat(proposals.view(handedIn, here.operator).submittedAt()).isNotNull();
    }

    private CaseRef draft(ProposalTestData.Place here) {
        CaseRef ref = proposals.draft(here.operator, here.village);
        here.photo(ref, AttachmentKind.HOUSE_FRONT);
        return ref;
    }

    private int erase(Set<String> held) {
        Perishable drafts = kinds.stream()
                .filter(kind -> kind.kind().equals("proposal.draft"))
                .findFirst()
                .orElseThrow();
        return transactions.execute(status -> drafts.erase(time.now().minus(Duration.ofDays(180)), held, 100));
    }
}
