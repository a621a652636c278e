package id.siks.platform.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.siks.platform.InvalidInput;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A form may have been changed since its task was written: what the task cannot read is refused at the field. */
class FormInputTests {

    private static final FormInput INPUT =
            new FormInput(Map.of("day", "MONDAY", "time", "09:30", "word", "noon", "half", "0.5"));

    @Test
    void what_is_needed_comes_back_as_what_it_means() {
        assertThat(INPUT.needed("word")).isEqualTo("noon");
        assertThat(INPUT.<DayOfWeek>needed("day", DayOfWeek::valueOf)).isEqualTo(DayOfWeek.MONDAY);
        assertThat(INPUT.<LocalTime>needed("time", LocalTime::parse)).isEqualTo(LocalTime.of(9, 30));
    }

    @Test
    void what_was_not_asked_is_refused_at_its_field() {
        assertThat(fault(() -> INPUT.needed("reason"))).isEqualTo("reason platform.form.required");
        assertThat(fault(() -> INPUT.needed("reason", DayOfWeek::valueOf))).isEqualTo("reason platform.form.required");
    }

    @Test
    void what_means_nothing_is_refused_at_its_field() {
        assertThat(fault(() -> INPUT.needed("word", DayOfWeek::valueOf))).isEqualTo("word platform.form.pattern");
        assertThat(fault(() -> INPUT.needed("word", LocalTime::parse))).isEqualTo("word platform.form.pattern");
        assertThat(fault(() -> INPUT.integer("half"))).isEqualTo("half platform.form.whole-number");
    }

    private static String fault(ThrowingCallable reading) {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, reading);
        return refused.errors().get(0).field() + " "
                + refused.errors().get(0).message().key();
    }
}
