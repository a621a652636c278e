package id.siks.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.EngineTest;
import id.siks.casework.CaseRef;
import id.siks.casework.TakenTurns;
import id.siks.evidence.AttachmentId;
import id.siks.evidence.Attachments;
import id.siks.identity.Actor;
import id.siks.identity.TestActors;
import id.siks.platform.Conflict;
import id.siks.platform.Refused;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever hands a draft in has it in hand alone: a colleague's save and a removed photo come before it or after it. */
@EngineTest
class HandInTurnTests {

    @Autowired
    ProposalTestData data;

    @Autowired
    Proposals proposals;

    @Autowired
    Attachments attachments;

    @Autowired
    TestActors people;

    @Autowired
    TakenTurns turns;

    ProposalTestData.Place place;
    CaseRef ref;
    int version;

    @BeforeEach
    void aCompleteDraft() {
        place = data.in("1806042012");
        ref = place.drafted(place.family());
        version = data.version(ref);
    }

    @Test
    void who_hands_in_while_a_colleague_saves_is_told_his_name() {
        Actor colleague = people.operator(place.village);

        CompletableFuture<Void> handingIn = turns.meanwhile(
                ref, () -> submit(place.operator), () -> proposals.savePlace(ref, version, null, colleague));

        assertThatThrownBy(handingIn::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        Conflict.class,
                        conflict -> assertThat(conflict.reason().args()).contains(colleague.displayName()));
        assertThat(proposals.view(ref, colleague).submittedAt()).isNull();
    }

    @Test
    void no_photo_is_taken_back_while_it_is_counted() {
        AttachmentId photo = attachments.of(ref.value()).get(0).id();

        CompletableFuture<Void> removal =
                turns.meanwhile(ref, () -> attachments.remove(photo, place.operator), () -> submit(place.operator));

        assertThatThrownBy(removal::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(Refused.class);
        assertThat(attachments.of(ref.value())).hasSize(2);
    }

    private void submit(Actor actor) {
        proposals.submit(ref, version, true, UUID.randomUUID(), actor);
    }
}
