package id.siks.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import id.siks.area.Area;
import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.area.Areas;
import id.siks.casework.CaseRef;
import id.siks.finalization.Cadence;
import id.siks.finalization.PeriodState;
import id.siks.finalization.PeriodView;
import id.siks.finalization.Periods;
import id.siks.platform.BusinessTime;
import id.siks.platform.Preparation;
import id.siks.platform.engine.EngineJobs;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentMatchers;

class SmallSampleTests {

    private static final Duration COUNTS_FOR = Duration.ofDays(30);
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private final SampleVillage village = mock();
    private final SampleOffice office = mock();
    private final SampleProgress progress = mock();
    private final SampleJournal journal = mock();
    private final Periods periods = mock();
    private final Areas areas = mock();
    private final BusinessTime time = new BusinessTime();
    private final SmallSample sample = new SmallSample(
            mock(),
            village,
            office,
            progress,
            journal,
            periods,
            mock(),
            areas,
            mock(EngineJobs.class),
            time,
            new Preparation(),
            mock());

    private final List<Instant> answered = new ArrayList<>();
    private final List<Duration> ages = new ArrayList<>();
    private YearMonth month;

    @BeforeEach
    void aRegency() {
        when(progress.of(any())).thenReturn(OptionalInt.empty());
        when(areas.children(any())).thenAnswer(call -> below(call.getArgument(0)));
        when(journal.once(ArgumentMatchers.<Supplier<CaseRef>>any(), any()))
                .thenAnswer(call -> call.<Supplier<CaseRef>>getArgument(0).get());
        when(periods.plan(any(), any())).thenAnswer(call -> {
            month = call.getArgument(1);
            return null;
        });
        when(periods.currentFor(any())).thenAnswer(call -> Optional.of(current()));
        when(periods.find(any())).thenAnswer(call -> Optional.of(current()));
        when(village.propose(any(), any(), anyInt())).thenAnswer(call -> {
            answered.add(time.now());
            return IntStream.range(0, call.getArgument(2))
                    .mapToObj(i -> new CaseRef("USL-1804-26-%06d".formatted(i + 1)))
                    .toList();
        });
        doAnswer(call -> {
                    answered.forEach(at -> ages.add(Duration.between(at, time.now())));
                    answered.clear();
                    month = month.plusMonths(1);
                    return null;
                })
                .when(office)
                .carry(any(), any());
    }

    @AfterEach
    void thePresent() {
        time.release();
    }

    /** Else the ministry's officer might find too old what was young enough a moment before, and the sample ends there. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-12-01T03:00:00", "2027-01-18T09:00:00", "2027-04-02T12:00:00", "2028-05-20T12:00:00"})
    void no_answer_of_the_civil_registry_grows_old_while_a_list_is_being_carried(String present) {
        time.moveTo(LocalDateTime.parse(present).toInstant(ZoneOffset.UTC));

        sample.make();

        assertThat(ages)
                .hasSize(19)
                .allSatisfy(age -> assertThat(age.minus(COUNTS_FOR).abs()).isGreaterThan(Duration.ofHours(1)));
    }

    private static List<Area> below(AreaCode parent) {
        return IntStream.rangeClosed(1, 4)
                .mapToObj(i -> parent.value() + (parent.level() == AreaLevel.REGENCY ? "0" : "200") + i)
                .map(code -> new Area(new AreaCode(code), code))
                .toList();
    }

    private PeriodView current() {
        return new PeriodView(
                new CaseRef("PRD-1804-26-000001"),
                SamplePeople.REGENCY,
                month,
                Cadence.MONTHLY,
                "CONTINUOUS",
                PeriodState.OPEN,
                closing(month.minusMonths(1)),
                closing(month),
                closing(month).plus(Duration.ofDays(1)),
                closing(month).plus(Duration.ofDays(10)),
                JAKARTA,
                0);
    }

    private static Instant closing(YearMonth month) {
        return month.atDay(17).atTime(23, 59).atZone(JAKARTA).toInstant();
    }
}
