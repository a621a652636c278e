package id.siks.worklist.list;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.area.AreaCode;
import id.siks.casework.CaseSight;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.platform.engine.EngineTasks;
import id.siks.worklist.list.ListView.TabLine;
import id.siks.worklist.model.WorklistTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Requirements 10 and 14: what somebody once worked on is in his list as long as he may follow it, and no longer. */
class ListSightTests extends WorklistTest {

    private static final AreaCode REGENCY = new AreaCode("6104");
    private static final String NAME = "Ibu Murni";

    @Autowired
    ListDesk desk;

    @Autowired
    ListFilters filters;

    @Autowired
    EngineTasks engine;

    @Autowired
    TaskService tasks;

    private Actor operator;

    @BeforeEach
    void workInEveryTab() {
        AreaCode village = freshVillage(REGENCY);
        operator = people.operator(village);
        String done = work.open(village, operator.accountId(), NAME);
        engine.assign(done, operator.id());
        tasks.complete(done);
        engine.assign(work.open(village, null, NAME), operator.id());
    }

    @ParameterizedTest
    @EnumSource(Tab.class)
    void who_works_in_another_village_now_is_told_no_name_of_the_one_before(Tab tab) {
        assertThat(lines(tab, operator)).isEqualTo(1);
        assertThat(lines(tab, as(Assignment.of(Role.REGENCY_VERIFIER, REGENCY))))
                .isEqualTo(tab == Tab.TEAM ? 0 : 1);

        assertThat(lines(tab, as(Assignment.of(Role.VILLAGE_OPERATOR, freshVillage(REGENCY)))))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(Tab.class)
    void who_administers_now_is_told_no_name(Tab tab) {
        assertThat(lines(tab, as(Assignment.nation(Role.USER_ADMIN)))).isZero();
        assertThat(lines(tab, as(Assignment.nation(Role.PROCESS_ADMIN)))).isZero();
    }

    @Test
    void a_case_is_followed_in_ones_territory_and_around_it() {
        assertThat(CaseSight.areas(people.operator(new AreaCode("1804012001"))))
                .containsExactlyInAnyOrder("18", "1804", "180401", "1804012001%");
        assertThat(CaseSight.areas(people.ministryOfficer())).containsExactly("%");
        assertThat(CaseSight.areas(as(Assignment.nation(Role.USER_ADMIN)))).isEmpty();
    }

    private Actor as(Assignment now) {
        return new Actor(operator.accountId(), operator.displayName(), List.of(now));
    }

    /** How many lines a tab has, by its number, on its page, and when the name is searched there: always as many. */
    private int lines(Tab tab, Actor reader) {
        ListView all = desk.view(filters.of(Map.of("tab", tab.word())), null, null, reader);
        ListView found = desk.view(filters.of(Map.of("tab", tab.word(), "search", "abcdefghij")), NAME, null, reader);
        List<Integer> counts = Stream.of(
                        all.tabs().stream()
                                .filter(TabLine::current)
                                .mapToInt(TabLine::n)
                                .sum(),
                        all.rows().size() + all.cases().size(),
                        found.rows().size() + found.cases().size(),
                        found.hits())
                .distinct()
                .toList();
        assertThat(counts).hasSize(1);
        return counts.get(0);
    }
}
