package id.siks.worklist.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WideCountsTests {

    private static final Instant NOW = Instant.parse("2026-12-01T03:00:00Z");
    private static final Actor OFFICER = holding(Role.MINISTRY_OFFICER);

    private final BusinessTime time = mock(BusinessTime.class);
    private final WideCounts counts = new WideCounts(time);

    @BeforeEach
    void itIsMorning() {
        when(time.now()).thenReturn(NOW);
    }

    @Test
    void what_was_counted_stands_for_a_moment() {
        assertThat(counts.of(OFFICER, () -> 3)).isEqualTo(3);
        when(time.now()).thenReturn(NOW.plus(WideCounts.MEMORY));
        assertThat(counts.of(OFFICER, () -> 4)).isEqualTo(3);
        when(time.now()).thenReturn(NOW.plus(WideCounts.MEMORY).plusMillis(1));
        assertThat(counts.of(OFFICER, () -> 4)).isEqualTo(4);
    }

    @Test
    void nobody_is_told_what_was_counted_for_another_or_for_other_duties() {
        counts.of(OFFICER, () -> 3);
        assertThat(counts.of(new Actor(2, "Rekan", OFFICER.assignments()), () -> 4))
                .isEqualTo(4);
        assertThat(counts.of(holding(Role.MINISTRY_DECIDER), () -> 5)).isEqualTo(5);
    }

    private static Actor holding(Role role) {
        return new Actor(1, "Petugas", List.of(Assignment.nation(role)));
    }
}
