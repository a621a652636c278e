package id.siks.worklist.list;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.platform.engine.EngineTasks;
import id.siks.worklist.model.WorklistTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Where a page of the list begins: it tells nothing of others, and stays where it was. */
class ListPlaceTests extends WorklistTest {

    private static final AreaCode REGENCY = new AreaCode("6105");

    @Autowired
    ListDesk desk;

    @Autowired
    ListFilters filters;

    @Autowired
    EngineTasks engine;

    @Autowired
    TaskService tasks;

    private final List<String> opened = new ArrayList<>();
    private AreaCode village;
    private Actor operator;

    @BeforeEach
    void somebodyWorks() {
        village = freshVillage(REGENCY);
        operator = people.operator(village);
    }

    /** Requirement 10: where a stranger's name would stand among one's own tells it. */
    @ParameterizedTest
    @EnumSource(Sort.class)
    void the_number_of_an_item_elsewhere_tells_nothing_of_it(Sort sort) {
        String stranger = work.open(freshVillage(REGENCY), null, "Ibu Mawar");
        work.due(stranger, Duration.ofDays(30));
        open("Ibu Anggrek");
        open("Ibu Tulip");

        assertThat(page(Map.of("sort", sort.word()), number(stranger))).hasSize(2);
    }

    @Test
    void an_item_that_was_done_or_given_away_since_still_is_where_the_next_page_begins() {
        String first = open("Ibu Anggrek");
        String second = open("Ibu Tulip");
        assertThat(page(Map.of("sort", "name"), number(first))).containsExactly(second);
        engine.assign(first, operator.id());
        tasks.complete(first);

        assertThat(page(Map.of("sort", "name"), number(first))).containsOnlyOnce(second);
    }

    @Test
    void nothing_is_left_out_when_the_last_line_of_a_page_gets_another_deadline() {
        for (int i = 0; i < WorkLists.PAGE + 3; i++) {
            work.due(open("Warga"), Duration.ofHours(100 + i));
        }
        ListView first = desk.view(filters.of(Map.of()), null, null, operator);
        String last = opened.get(WorkLists.PAGE - 1);
        assertThat(shown(first)).endsWith(last);
        for (int days : List.of(30, 1)) {
            work.due(last, Duration.ofDays(days));

            Set<String> read = new HashSet<>(shown(first));
            read.addAll(page(Map.of(), first.next().replaceAll(".*after=", "")));

            assertThat(read).containsExactlyInAnyOrderElementsOf(opened);
        }
    }

    @Test
    void what_was_done_begins_at_its_beginning_after_an_item_that_is_open() {
        String first = open("Ibu Anggrek");
        engine.assign(first, operator.id());
        tasks.complete(first);

        assertThat(page(Map.of("tab", "done"), number(open("Ibu Tulip")))).containsExactly(first);
    }

    private String open(String subject) {
        String task = work.open(village, null, subject);
        opened.add(task);
        return task;
    }

    private String number(String task) {
        return Long.toString(items.find(task).orElseThrow().id());
    }

    private List<String> page(Map<String, String> asked, String after) {
        return shown(desk.view(filters.of(new HashMap<>(asked)), null, after, operator));
    }

    private static List<String> shown(ListView view) {
        return view.rows().stream().map(row -> row.work().taskId()).toList();
    }
}
