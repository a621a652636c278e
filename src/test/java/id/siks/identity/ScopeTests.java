package id.siks.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.area.AreaCode;
import id.siks.platform.NotFound;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requirement 10: a territory is exact, and a missing, empty or malformed one gives nothing. */
class ScopeTests {

    private static final AreaCode VILLAGE = new AreaCode("1804012001");
    private final Jurisdiction jurisdiction = new Jurisdiction();

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", " ", "1", "180", "18040", "18040120", "%", "18%", "18.04", "１８", "18040120011", "18\u0000"})
    void aMalformedTerritoryGrantsNothing(String stored) {
        assertThat(Assignment.of("REGENCY_VERIFIER", false, stored)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"18", "1804", "180401", "1804012001"})
    void aWellFormedTerritoryGrantsItself(String stored) {
        assertThat(Assignment.of("REGENCY_VERIFIER", false, stored))
                .contains(Assignment.of(Role.REGENCY_VERIFIER, new AreaCode(stored)));
    }

    @Test
    void theNationIsGrantedByItsOwnWordOnly() {
        assertThat(Assignment.of("MINISTRY_OFFICER", true, null)).contains(Assignment.nation(Role.MINISTRY_OFFICER));
        assertThat(Assignment.of("MINISTRY_OFFICER", true, "18")).isEmpty();
        assertThat(Assignment.of("MINISTRY_OFFICER", false, null)).isEmpty();
    }

    @Test
    void anUnknownRoleGrantsNothing() {
        assertThat(Assignment.of("EMPEROR", true, null)).isEmpty();
    }

    @Test
    void whatLiesOutsideIsNotFound() {
        Actor verifier = actor(Assignment.of(Role.REGENCY_VERIFIER, new AreaCode("1804")));
        assertThat(jurisdiction.sees(verifier, VILLAGE)).isTrue();
        assertThat(jurisdiction.sees(verifier, new AreaCode("1805012001"))).isFalse();
        assertThatThrownBy(() -> jurisdiction.requireVisible(verifier, new AreaCode("1805012001")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> jurisdiction.require(verifier, Role.REGENT, VILLAGE))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void somebodyWithoutAssignmentsSeesNothing() {
        assertThat(jurisdiction.sees(actor(), VILLAGE)).isFalse();
    }

    @Test
    void whoKeepsAccountsSeesNoCases() {
        assertThat(jurisdiction.sees(actor(Assignment.nation(Role.USER_ADMIN)), VILLAGE))
                .isFalse();
    }

    @Test
    void aNumberIsMaskedInTheMiddle() {
        assertThat(Masks.number("3571010101800001")).isEqualTo("3571********0001");
        assertThat(Masks.number("12345")).isEqualTo("*****");
        assertThat(Masks.number(null)).isEmpty();
    }

    private static Actor actor(Assignment... assignments) {
        return new Actor(1, "Uji", List.of(assignments));
    }
}
