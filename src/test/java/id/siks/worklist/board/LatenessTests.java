package id.siks.worklist.board;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.platform.Message;
import id.siks.worklist.model.BoardSums.Open;
import id.siks.worklist.row.Due;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatenessTests {

    private static final ZoneId WITA = ZoneId.of("Asia/Makassar");
    private static final Instant DUE = Instant.parse("2026-11-28T08:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-30T01:00:00Z");

    /** Monday morning after Saturday afternoon: two days of the calendar, though not twice 24 hours. */
    @Test
    void the_board_counts_days_late_as_the_list_does() {
        List<Open> lines = List.of(new Open("5303042001", "weigh-goods", DUE, 1));

        assertThat(Due.of(DUE, WITA, NOW).words()).isEqualTo(Message.of("worklist.due.late", 2L));
        assertThat(Lateness.of(lines, WITA, NOW)).isEqualTo(new Lateness(1, 1, 2, 2));
    }
}
