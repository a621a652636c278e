package id.siks.processadmin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.siks.EngineTest;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.platform.Csv;
import id.siks.platform.InvalidInput;
import id.siks.platform.TooManyRequests;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Requirements 21 and 23: case numbers leave seldom, and who took which is known. */
@EngineTest
public class CaseFilesTests {

    private static final int A_DAY = 5;

    @Autowired
    CaseFiles files;

    @Autowired
    TestActors people;

    @Autowired
    JdbcTemplate jdbc;

    private Actor admin;

    @BeforeEach
    void anAdministrator() {
        admin = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
    }

    @Test
    void lists_leave_five_times_a_day_and_each_time_is_noted() {
        AtomicInteger made = new AtomicInteger();
        for (int i = 0; i < A_DAY; i++) {
            files.take(admin, "release." + i, "perkara", () -> list(made));
        }

        assertThatThrownBy(() -> files.take(admin, "release.5", "perkara", () -> list(made)))
                .isInstanceOf(TooManyRequests.class);

        assertThat(made).as("nothing is made in vain").hasValue(A_DAY);
        assertThat(taken(jdbc, admin))
                .containsExactly(
                        "processadmin:release.0",
                        "processadmin:release.1",
                        "processadmin:release.2",
                        "processadmin:release.3",
                        "processadmin:release.4");
    }

    @Test
    void what_cannot_be_made_was_not_taken() {
        assertThatThrownBy(() -> files.take(admin, "release.1", "perkara", () -> {
                    throw InvalidInput.at("plan", "processadmin.migration.error.unsound");
                }))
                .isInstanceOf(InvalidInput.class);
        assertThat(taken(jdbc, admin)).isEmpty();
    }

    private static Csv list(AtomicInteger made) {
        made.incrementAndGet();
        return new Csv();
    }

    /** What lists of case numbers the log says this person took, in turn. */
    public static List<String> taken(JdbcTemplate jdbc, Actor actor) {
        return jdbc.queryForList(
                """
                select subject from identity.access_log
                where account_id = ? and kind = 'EXPORT' and purpose = 'case-numbers' order by entry_id""",
                String.class,
                actor.accountId());
    }
}
