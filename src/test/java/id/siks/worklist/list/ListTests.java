package id.siks.worklist.list;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.TaskForm;
import id.siks.identity.Actor;
import id.siks.platform.Message;
import id.siks.proposal.ProposalTestData;
import id.siks.register.FamilyContent;
import id.siks.worklist.model.Stage;
import id.siks.worklist.model.TeamCounts;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;

/** What people filter, sort and search the worklist by, and what its tabs and marks say. */
class ListTests extends ListTest {

    @Autowired
    TeamCounts teamCounts;

    @Autowired
    TeamWork teamWork;

    @Autowired
    List<TaskForm> handlers;

    @Test
    void every_task_of_the_house_has_its_stage() {
        assertThat(handlers.stream().map(TaskForm::task).filter(task -> !task.equals("weigh-goods")))
                .isNotEmpty()
                .allSatisfy(task -> assertThat(Stage.of(task)).as(task).isNotEqualTo(Stage.OTHER));
    }

    @Test
    void what_is_put_off_is_counted_nowhere_until_its_day() throws Exception {
        String first = work.open(village, null);
        String second = work.open(village, null);
        work.due(first, Duration.ofDays(-1));
        putOff(first);

        assertThat(teamWork.of(operator)).isEqualTo(Map.of("weigh-goods", 1));
        mvc.perform(get("/").with(with(operator)))
                .andExpect(content().string(containsString("1 pekerjaan menunggu")))
                .andExpect(content().string(not(containsString("sudah terlambat"))));
        work.due(second, Duration.ofDays(-1));
        mvc.perform(get("/").with(with(operator))).andExpect(content().string(containsString("1 sudah terlambat")));
        putOff(second);
        assertThat(teamWork.of(operator)).isEmpty();
        assertThat(teamCounts.of(operator)).containsEntry("weigh-goods", 2);
    }

    @Test
    void what_colleagues_work_on_does_not_wait_for_oneself() throws Exception {
        String task = work.open(village, null);
        work.due(task, Duration.ofDays(-1));
        engine.assign(task, people.operator(village).id());

        mvc.perform(get("/").with(with(operator)))
                .andExpect(content().string(containsString("<h1>Tidak ada yang menunggu Anda</h1>")))
                .andExpect(content().string(containsString("1 pekerjaan tim Anda sedang dikerjakan rekan.")))
                .andExpect(content().string(not(containsString("sudah terlambat"))))
                .andExpect(content().string(not(containsString("Semua pekerjaan sudah selesai"))));
    }

    @Test
    void days_the_wrong_way_round_are_read_the_other_way_and_said_in_words() throws Exception {
        mvc.perform(get("/worklist")
                        .param("from", "2026-12-10")
                        .param("to", "2026-12-01")
                        .with(with(operator)))
                .andExpect(content().string(containsString("tenggat 1 Des 2026 s.d. 10 Des 2026")));
    }

    @Test
    void a_tab_says_how_much_of_it_a_filter_leaves() throws Exception {
        work.due(work.open(village, null), Duration.ofDays(-1));
        work.open(village, null);

        mvc.perform(get("/worklist").param("due", "late").with(with(operator)))
                .andExpect(content().string(containsString(">1 dari 2</span>")));
        mvc.perform(get("/worklist").with(with(operator)))
                .andExpect(content().string(not(containsString("dari 2</span>"))));
    }

    @Test
    void nobody_outside_the_team_is_named_by_a_filter() {
        Actor stranger = people.operator(new AreaCode("1101012001"));

        assertThat(desk.view(filters.of(Map.of("who", "" + stranger.accountId())), null, null, operator)
                        .chips())
                .singleElement()
                .satisfies(chip -> assertThat(chip.label()).isEqualTo(Message.of("worklist.chip.stranger")));
    }

    private void putOff(String task) {
        jdbc.sql("update worklist.work_item set follow_up_at = :day where task_id = :task")
                .param("day", Timestamp.from(time.now().plus(Duration.ofDays(2))))
                .param("task", task)
                .update();
    }

    @Test
    void a_list_is_made_shorter_by_due_date_assignee_return_and_area() {
        String late = work.open(village, null);
        String taken = work.open(village, null);
        String back = work.open(village, null);
        tasks.setDueDate(late, Date.from(time.now().minus(Duration.ofDays(2))));
        engine.assign(taken, operator.id());
        jdbc.sql("update worklist.work_item set returned = true where task_id = :task")
                .param("task", back)
                .update();

        assertThat(shown("due", "late")).containsExactly(late);
        assertThat(shown("who", "free")).containsExactlyInAnyOrder(late, back);
        assertThat(shown("who", "me")).containsExactly(taken);
        assertThat(shown("who", "others")).isEmpty();
        assertThat(shown("who", operator.id())).containsExactly(taken);
        assertThat(shown("returned", "1")).containsExactly(back);
        assertThat(shown("area", village.value())).hasSize(3);
        assertThat(shown("area", "1101")).isEmpty();
        assertThat(shown("kind", "PERIOD")).isEmpty();
        assertThat(shown("stage", "OTHER")).hasSize(3);
        assertThat(shown("to", "2001-01-01")).isEmpty();
        assertThat(shown("from", "2001-01-01")).hasSize(3);
        assertThat(desk.view(filters.of(Map.of("due", "late")), null, null, operator)
                        .hits())
                .isEqualTo(1);
    }

    @Test
    void what_is_not_in_the_list_counts_as_not_given() throws Exception {
        String task = work.open(village, null);
        Map<String, String> odd = Map.ofEntries(
                Map.entry("tab", "x"),
                Map.entry("stage", "x"),
                Map.entry("kind", "x"),
                Map.entry("task", "x"),
                Map.entry("area", "99.99"),
                Map.entry("due", "x"),
                Map.entry("from", "2026-02-31"),
                Map.entry("to", "+999999999-01-01"),
                Map.entry("who", "99999999999999999999"),
                Map.entry("case", "x"),
                Map.entry("sort", "x"),
                Map.entry("size", "1000000"),
                Map.entry("page", "-1"),
                Map.entry("search", "'"));

        assertThat(filters.of(odd).values()).isEmpty();
        var request = get("/worklist").with(with(operator)).param("after", "99999999999999999999");
        odd.forEach(request::param);
        mvc.perform(request).andExpect(status().isOk()).andExpect(content().string(containsString(task)));
    }

    @Test
    void every_order_is_read_by_key_without_gaps_or_repeats() {
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < WorkLists.PAGE + 7; i++) {
            opened.add(work.open(village, null, "Warga " + (char) ('A' + i * 7 % 26)));
        }
        for (Sort sort : Sort.values()) {
            ListFilter filter = filters.of(Map.of("sort", sort.word()));
            ListView first = desk.view(filter, null, null, operator);
            String after = first.next().replaceAll(".*after=", "");
            ListView second = desk.view(filter, null, after, operator);
            List<String> read = new ArrayList<>(tasks(first));
            read.addAll(tasks(second));

            assertThat(read).as(sort.word()).containsExactlyInAnyOrderElementsOf(opened);
            assertThat(second.next()).isNull();
            assertThat(first.next()).doesNotContain("Warga");
        }
        assertThat(tasks(desk.view(filters.of(Map.of()), null, null, operator)))
                .containsExactlyElementsOf(opened.subList(0, WorkLists.PAGE));
        List<String> names = desk.view(filters.of(Map.of("sort", "name")), null, null, operator).rows().stream()
                .map(row -> row.work().subject())
                .toList();
        assertThat(names).isSorted();
    }

    @Test
    void a_case_is_found_by_its_number_and_by_a_nik_within_the_own_territory() throws Exception {
        ProposalTestData.Place here = data.in(village.value());
        FamilyContent family = here.family();
        CaseRef ref = here.handedIn(family);
        String nik = family.members().get(0).nik();
        MockHttpSession session = new MockHttpSession();

        assertThat(found(ref.value().toLowerCase(), here.operator, session)).isEqualTo("/worklist?case=" + ref);
        assertThat(found(nik, here.operator, session)).isEqualTo("/worklist?case=" + ref);
        assertThat(found(family.familyCardNumber(), here.operator, session)).isEqualTo("/worklist?case=" + ref);
        assertThat(found(nik, people.operator(new AreaCode("1101012001")), session))
                .isEqualTo("/worklist?case=none");
        assertThat(looks(ref.value())).isEqualTo(2);
    }

    @Test
    void what_came_since_the_last_visit_is_marked() throws Exception {
        work.open(village, null);
        assertThat(news()).containsOnlyNulls();
        mvc.perform(post("/worklist/seen").with(with(operator)).with(csrf())).andExpect(status().isNoContent());
        jdbc.sql("update worklist.last_look set since = now() - interval '1 hour' where account_id = :account")
                .param("account", operator.accountId())
                .update();
        jdbc.sql("update worklist.work_item set opened_at = now() - interval '1 day' where area_code = :village")
                .param("village", village.value())
                .update();
        assertThat(news()).containsOnlyNulls();

        String fresh = work.open(village, null);

        assertThat(news()).containsExactlyInAnyOrder(null, "worklist.news.new");
        String moved = desk.view(filters.of(Map.of()), null, null, operator).rows().stream()
                .filter(row -> row.news() == null)
                .map(row -> row.work().taskId())
                .findFirst()
                .orElseThrow();
        tasks.setDueDate(moved, Date.from(time.now().plus(Duration.ofDays(9))));
        assertThat(news()).containsExactlyInAnyOrder("worklist.news.changed", "worklist.news.new");
        mvc.perform(get("/worklist").with(with(operator)))
                .andExpect(content().string(containsString(">berubah</span>")));
        mvc.perform(
                post("/worklist/tasks/" + fresh + "/claim").with(with(operator)).with(csrf()));
        assertThat(news()).containsExactlyInAnyOrder("worklist.news.changed", null);
    }

    private List<String> news() {
        return desk.view(filters.of(Map.of()), null, null, operator).rows().stream()
                .map(ListRow::news)
                .toList();
    }
}
