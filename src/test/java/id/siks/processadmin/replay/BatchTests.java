package id.siks.processadmin.replay;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.casework.CaseRef;
import id.siks.processadmin.replay.Asking.Asked;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However long the cases of a batch take and however much they answer, what was asked is counted and the rest is not lost. */
class BatchTests {

    private static final List<CaseRef> REFS =
            IntStream.rangeClosed(1, 5).mapToObj(BatchTests::ref).toList();

    @Test
    void when_time_runs_out_within_a_case_it_is_asked_again() {
        Batch batch = Batch.of(
                refs -> refs.stream().map(ref -> {
                    new TimeLimit(() -> ref.equals(ref(3))).require();
                    return asked(ref, 1);
                }),
                REFS);

        assertThat(batch.asked()).extracting(Asked::ref).containsExactly(value(1), value(2));
        assertThat(batch.last()).contains(value(2));
        assertThat(batch.isWhole()).isFalse();
    }

    @Test
    void when_time_runs_out_within_the_first_none_is_done_with() {
        Batch batch = Batch.of(
                refs -> refs.stream().map(ref -> {
                    new TimeLimit(() -> true).require();
                    return asked(ref, 1);
                }),
                REFS);

        assertThat(batch).isEqualTo(new Batch(List.of(), Optional.empty(), false));
    }

    @Test
    void no_more_changes_are_held_than_there_is_room_for() {
        Batch batch = Batch.of(refs -> refs.stream().map(ref -> asked(ref, Batch.MOST_CHANGES / 2)), REFS);

        assertThat(batch.asked()).hasSize(2);
        assertThat(batch.last()).contains(value(2));
        assertThat(batch.isWhole()).isFalse();
    }

    @Test
    void numbers_that_are_no_proposals_are_done_with_too() {
        Batch batch = Batch.of(refs -> refs.stream().limit(2).map(ref -> asked(ref, 0)), REFS);

        assertThat(batch.asked()).hasSize(2);
        assertThat(batch.last()).contains(value(5));
        assertThat(batch.isWhole()).isTrue();
    }

    private static Asked asked(CaseRef ref, int changes) {
        return new Asked(ref.value(), Collections.nCopies(changes, Change.answer("", "ya", "tidak")));
    }

    private static CaseRef ref(int i) {
        return new CaseRef(value(i));
    }

    private static String value(int i) {
        return "USL-5312-98-%06d".formatted(i);
    }
}
