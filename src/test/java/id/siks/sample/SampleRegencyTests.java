package id.siks.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import id.siks.finalization.Periods;
import id.siks.platform.Message;
import id.siks.platform.Preparation;
import id.siks.sample.SampleProgress.Part;
import id.siks.sample.SampleRegency.Size;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SampleRegencyTests {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final SampleProgress progress = mock();
    private final Periods periods = mock();
    private final SmallSample small = mock();
    private final LargeSample large = mock();
    private final SamplePeople people = mock();
    private final Preparation preparation = new Preparation();
    private final SampleRegency sample =
            new SampleRegency(Size.REGENCY, progress, people, periods, small, large, preparation);

    @BeforeEach
    void anEmptyHouse() {
        when(periods.currentFor(any())).thenReturn(Optional.empty());
        when(progress.of(any())).thenReturn(OptionalInt.empty());
        doAnswer(call -> {
                    when(progress.of(Part.SMALL)).thenReturn(OptionalInt.of(call.getArgument(1)));
                    return null;
                })
                .when(progress)
                .reached(any(), org.mockito.ArgumentMatchers.anyInt());
        when(small.howFar()).thenReturn(Message.of("sample.families", 0, 85));
    }

    @Test
    void people_are_there_and_visitors_come_in_while_the_sample_is_being_made() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch made = new CountDownLatch(1);
        doAnswer(call -> {
                    begun.countDown();
                    made.await();
                    return null;
                })
                .when(small)
                .make();

        sample.start();
        verify(people).enrol();
        verify(small, never()).make();
        sample.visitorsMayCome();
        begun.await();

        assertThat(preparation.sentence()).contains(Message.of("sample.families", 0, 85));
        assertThat(preparation.awaitEnd(Duration.ZERO)).isFalse();
        made.countDown();
        assertThat(preparation.awaitEnd(SOON)).isTrue();
        sample.stop();
        verify(progress).reached(Part.SMALL, 1);
        verify(large).make();
        assertThat(preparation.sentence()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, StackOverflowError.class})
    void a_failure_is_told_and_lets_work_go_on(Class<? extends Throwable> failure) {
        doThrow(failure).when(small).make();

        sample.start();
        sample.visitorsMayCome();

        assertThat(preparation.awaitEnd(SOON)).isTrue();
        sample.stop();
        assertThat(preparation.sentence()).contains(Message.of("sample.failed"));
        verify(progress, never()).reached(Part.SMALL, 1);
        verify(large, never()).make();
    }
}
