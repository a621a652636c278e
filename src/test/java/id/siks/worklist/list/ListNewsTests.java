package id.siks.worklist.list;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.platform.engine.EngineTasks;
import id.siks.worklist.model.WorklistTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is new or changed in one's own work: what others did, and not what one did oneself. */
class ListNewsTests extends WorklistTest {

    private static final AreaCode REGENCY = new AreaCode("6107");
    private static final String NEW = "worklist.news.new";
    private static final String CHANGED = "worklist.news.changed";

    @Autowired
    ListDesk desk;

    @Autowired
    ListFilters filters;

    @Autowired
    EngineTasks engine;

    @Autowired
    JdbcTemplate jdbc;

    private AreaCode village;
    private Actor operator;
    private String task;

    @BeforeEach
    void wasHereAnHourAgo() {
        village = freshVillage(REGENCY);
        operator = people.operator(village);
        jdbc.update(
                """
                insert into worklist.last_look (account_id, since, seen_at) values (?, now() - interval '1 hour', now())""",
                operator.accountId());
        task = old(work.open(village, null));
    }

    @Test
    void work_one_took_is_no_news_until_somebody_moves_its_deadline() throws Exception {
        act(operator, "/worklist/tasks/" + task + "/claim");
        assertThat(news(task)).isNull();

        act(
                people.verifier(REGENCY),
                "/worklist/board/oversight/answer",
                "do",
                "due",
                "item",
                task,
                "dueDay",
                workingDay(village, 9).toString(),
                "dueReason",
                "Jembatan ke desa putus.");
        assertThat(news(task)).isEqualTo(CHANGED);
    }

    @Test
    void work_given_by_a_colleague_is_news() throws Exception {
        Actor colleague = people.operator(village);
        String fresh = work.open(village, null);
        for (String one : new String[] {task, fresh}) {
            act(colleague, "/worklist/tasks/" + one + "/claim");
            act(colleague, "/worklist/tasks/" + one + "/give", "giveTo", operator.id());
        }
        assertThat(news(task)).isEqualTo(CHANGED);
        assertThat(news(fresh)).isEqualTo(NEW);
    }

    @Test
    void work_the_system_gave_is_news_and_what_one_gave_back_is_none() throws Exception {
        engine.assign(task, operator.id());
        assertThat(news(task)).isEqualTo(CHANGED);

        act(operator, "/worklist/tasks/" + task + "/release");
        assertThat(desk.view(filters.of(Map.of()), null, null, operator).rows())
                .extracting(ListRow::news)
                .containsOnlyNulls();
    }

    private String old(String opened) {
        jdbc.update("update worklist.work_item set opened_at = now() - interval '1 day' where task_id = ?", opened);
        return work.due(opened, Duration.ofDays(5));
    }

    private String news(String one) {
        return desk.view(filters.of(Map.of("tab", "mine")), null, null, operator).rows().stream()
                .filter(row -> row.work().taskId().equals(one))
                .findFirst()
                .orElseThrow()
                .news();
    }

    private void act(Actor actor, String path, String... sent) throws Exception {
        var request = post(path)
                .with(with(actor))
                .with(csrf())
                .param("key", UUID.randomUUID().toString());
        for (int i = 0; i < sent.length; i += 2) {
            request.param(sent[i], sent[i + 1]);
        }
        mvc.perform(request).andExpect(status().is3xxRedirection());
    }
}
