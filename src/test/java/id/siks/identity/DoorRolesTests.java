package id.siks.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.EngineTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A page that offers what lies behind a door asks the access matrix who opens it. */
@EngineTest
class DoorRolesTests {

    @Autowired
    DoorRoles doors;

    @Test
    void aDoorIsOpenedByTheRolesOfItsLine() {
        assertThat(doors.of("POST", "/identity/access-log/export")).containsExactly(Role.AUDITOR);
        assertThat(doors.of("POST", "/casework/{ref}/export"))
                .containsExactlyInAnyOrder(Role.REGENCY_VERIFIER, Role.REGENCY_OFFICE_HEAD, Role.AUDITOR);
    }

    @Test
    void whereThereIsNoDoorOrEverybodyPassesNoRoleIsAskedFor() {
        assertThatThrownBy(() -> doors.of("POST", "/nowhere")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> doors.of("GET", "/login")).isInstanceOf(IllegalArgumentException.class);
    }
}
