package id.siks.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UtcOnlyTests {

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Etc/UTC", "Z", "GMT"})
    void every_name_of_utc_is_accepted(String zone) {
        assertThatCode(() -> UtcOnly.require(ZoneId.of(zone))).doesNotThrowAnyException();
    }

    @Test
    void the_house_does_not_start_in_another_zone() {
        assertThatThrownBy(() -> UtcOnly.require(ZoneId.of("Asia/Jakarta")))
                .hasMessage(
                        "SIKS-NG runs in UTC only, but the zone of this Java is Asia/Jakarta: start it with -Duser.timezone=UTC.");
    }
}
