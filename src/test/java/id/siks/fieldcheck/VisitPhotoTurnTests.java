package id.siks.fieldcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.TakenTurns;
import id.siks.evidence.AttachmentId;
import id.siks.evidence.Attachments;
import id.siks.identity.Actor;
import id.siks.identity.TestActors;
import id.siks.platform.Refused;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A photo that a visit's record counts is taken back before the record or not at all. */
@EngineTest
class VisitPhotoTurnTests {

    @Autowired
    FieldCheckTestData visits;

    @Autowired
    FieldChecks fieldChecks;

    @Autowired
    Attachments attachments;

    @Autowired
    TestActors people;

    @Autowired
    TakenTurns turns;

    @Test
    void no_photo_is_taken_back_while_its_visit_is_recorded() {
        AreaCode district = AreaCode.of("32.06.05");
        Actor worker = people.socialWorker(district);
        CaseRef ref = visits.asked(AreaCode.of("32.06.05.2001"), null, "C1");

        stays(ref, worker, worker);
    }

    @Test
    void no_colleague_takes_it_back_meanwhile() {
        AreaCode district = AreaCode.of("32.06.06");
        Actor worker = people.socialWorker(district);
        CaseRef ref = visits.asked(AreaCode.of("32.06.06.2001"), null, "C1");

        stays(ref, worker, people.socialWorker(district));
    }

    private void stays(CaseRef ref, Actor worker, Actor remover) {
        visits.photo(worker, ref);
        String photos = fieldChecks.latest(ref).orElseThrow().photos();
        AttachmentId photo = attachments.of(photos).get(0).id();

        CompletableFuture<Void> removal =
                turns.meanwhile(ref, () -> attachments.remove(photo, remover), () -> records(worker, ref));

        assertThatThrownBy(removal::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(Refused.class);
        assertThat(attachments.of(photos)).hasSize(1);
    }

    private void records(Actor worker, CaseRef ref) {
        Map<String, String> answers = new HashMap<>(FieldCheckTestData.verified());
        answers.put("signC1", "CONFIRMED");
        visits.does(worker, ref, "record-visit", answers);
    }
}
