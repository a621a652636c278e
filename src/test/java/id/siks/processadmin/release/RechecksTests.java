package id.siks.processadmin.release;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;

class RechecksTests {

    /** Whatever fails while the application says that it is ready closes it. */
    @Test
    void the_application_starts_though_what_is_in_force_cannot_be_read() {
        Releases releases = mock(Releases.class);
        when(releases.allInForce()).thenThrow(new TransientDataAccessResourceException("the database is away"));

        assertThatNoException().isThrownBy(new Rechecks(releases, null, null, null, null, null, null, null)::look);
    }
}
