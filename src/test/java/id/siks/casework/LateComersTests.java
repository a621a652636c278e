package id.siks.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.TestActors;
import id.siks.platform.BusinessTime;
import id.siks.platform.Message;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** Lost races say who won (requirement 26). */
@EngineTest
class LateComersTests {

    private static final AreaCode VILLAGE = new AreaCode("1602032004");

    @Autowired
    LateComers lateComers;

    @Autowired
    Timeline timeline;

    @Autowired
    TestCases cases;

    @Autowired
    Moments moments;

    @Autowired
    TestActors people;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    BusinessTime time;

    @Test
    void whoActedLastIsNamedWithTheMoment() {
        Actor verifier = people.verifier(new AreaCode("1602"));
        CaseRef ref = standing();
        Instant at = returned(ref, verifier);
        events.publishEvent(CaseProgressed.of(ref, "closed", CaseStatus.CANCELLED, null, null, at.plusSeconds(1)));

        Message told = told(ref);
        assertThat(told.key()).isEqualTo("room.named");
        assertThat(told.args()).containsExactly(verifier.displayName(), moments.full(at, VILLAGE));
    }

    @Test
    void whoeverActedLastHimselfIsNotToldOfSomebodyElse() {
        Actor verifier = people.verifier(new AreaCode("1602"));
        CaseRef ref = standing();
        Instant at = returned(ref, verifier);

        Actors himself = mock(Actors.class);
        when(himself.acting()).thenReturn(Optional.of(verifier.accountId()));
        Message told = told(new LateComers(timeline, himself, moments), ref);
        assertThat(told.key()).isEqualTo("room.own");
        assertThat(told.args()).containsExactly(moments.full(at, VILLAGE));
    }

    @Test
    void whereNobodyActedNobodyIsNamed() {
        assertThat(told(standing()).key()).isEqualTo("room.nameless");
    }

    private CaseRef standing() {
        return cases.standing("NEW_REGISTRATION", VILLAGE, "Keluarga Uji", CaseStatus.REGENCY_REVIEW, time.now());
    }

    private Instant returned(CaseRef ref, Actor by) {
        Instant at = time.now();
        events.publishEvent(
                CaseProgressed.of(ref, "decided-return", CaseStatus.REGENCY_REVIEW, null, by.accountId(), at));
        return at;
    }

    private Message told(CaseRef ref) {
        return told(lateComers, ref);
    }

    private static Message told(LateComers lateComers, CaseRef ref) {
        return lateComers.told(ref, "room.named", "room.own", "room.nameless").reason();
    }
}
