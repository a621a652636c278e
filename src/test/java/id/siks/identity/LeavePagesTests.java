package id.siks.identity;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.Statements;
import id.siks.area.AreaCode;
import id.siks.platform.BusinessTime;
import id.siks.platform.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Whose leaves somebody reads, a page at a time. */
@EngineTest
class LeavePagesTests {

    private static final AreaCode ELSEWHERE = new AreaCode("6272012001");
    private static final AtomicInteger TAKEN = new AtomicInteger();

    @Autowired
    MockMvc mvc;

    @Autowired
    TestActors people;

    @Autowired
    LeaveRows rows;

    @Autowired
    LeaveDesk desk;

    @Autowired
    BusinessTime time;

    private AreaCode village;
    private Actor absent;
    private Actor deputy;
    private Actor keeper;

    @BeforeEach
    void manyLeaves() {
        village = new AreaCode("627101200" + TAKEN.incrementAndGet());
        absent = people.operator(village);
        deputy = people.operator(village);
        keeper = people.holding(Role.USER_ADMIN, village);
        for (int day = 1; day <= LeaveDesk.PAGE + 2; day++) {
            away(absent, deputy, day);
        }
    }

    @Test
    void the_absent_his_deputy_and_his_keeper_read_all_of_them_page_by_page() {
        for (Actor reader : List.of(absent, deputy, keeper)) {
            Page<LeaveDesk.Leave> first = desk.open(reader, null);
            Page<LeaveDesk.Leave> second = desk.open(reader, first.next());
            assertThat(first.items()).hasSize(LeaveDesk.PAGE);
            assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
            assertThat(second.next()).isNull();
        }
    }

    @Test
    void nobody_else_reads_any() {
        Actor wide = people.holding(
                List.of(Assignment.of(Role.VILLAGE_OPERATOR, village), Assignment.of(Role.VILLAGE_HEAD, ELSEWHERE)));
        long elsewhere = away(wide, deputy, 1);

        assertThat(desk.open(people.operator(village), null).items()).isEmpty();
        assertThat(desk.open(people.holding(Role.USER_ADMIN, new AreaCode("6273012001")), null)
                        .items())
                .isEmpty();
        assertThat(desk.open(keeper, null).items())
                .extracting(LeaveDesk.Leave::id)
                .doesNotContain(elsewhere);
    }

    @Test
    void a_keeper_elsewhere_does_not_end_the_leave_of_somebody_without_a_duty() throws Exception {
        Actor idle = people.holding(List.of());
        long leave = away(idle, deputy, 1);

        mvc.perform(post("/identity/leave/" + leave + "/end")
                        .with(with(keeper))
                        .with(csrf())
                        .param("key", UUID.randomUUID().toString()))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_page_asks_as_often_for_many_as_for_few() {
        Actor few = people.holding(Role.USER_ADMIN, ELSEWHERE);
        away(people.operator(ELSEWHERE), deputy, 1);

        asked(keeper); // What is remembered of places is asked for once.
        assertThat(asked(keeper)).isEqualTo(asked(few));
    }

    private int asked(Actor reader) {
        return Statements.during(() -> {
                    try {
                        mvc.perform(get("/identity/leave").with(with(reader))).andExpect(status().isOk());
                    } catch (Exception failed) {
                        throw new IllegalStateException(failed);
                    }
                })
                .size();
    }

    private long away(Actor who, Actor standsIn, int day) {
        Instant from = time.now().plus(Duration.ofDays(day));
        return rows.add(who.accountId(), standsIn.accountId(), from, from.plusSeconds(60), who.accountId(), time.now());
    }
}
