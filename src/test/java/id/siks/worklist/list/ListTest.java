package id.siks.worklist.list;

import static id.siks.identity.TestActors.with;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.platform.Page;
import id.siks.platform.engine.EngineTasks;
import id.siks.proposal.ProposalTestData;
import id.siks.worklist.model.WorklistTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody who works in a village of his own. */
abstract class ListTest extends WorklistTest {

    static final AreaCode REGENCY = new AreaCode("6101");

    @Autowired
    ListDesk desk;

    @Autowired
    ListFilters filters;

    @Autowired
    EngineTasks engine;

    @Autowired
    TaskService tasks;

    @Autowired
    ProposalTestData data;

    @Autowired
    Areas areas;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BusinessTime time;

    AreaCode village;
    Actor operator;

    /** Every test has a village of its own. */
    @BeforeEach
    void somebodyWorks() {
        village = freshVillage(REGENCY);
        operator = people.operator(village);
    }

    List<String> done(Map<String, String> asked) {
        Map<String, String> all = new HashMap<>(asked);
        all.put("tab", "done");
        return tasks(desk.view(filters.of(all), null, null, operator));
    }

    List<String> found(String tab, String name) {
        return tasks(desk.view(filters.of(Map.of("tab", tab, "search", "abcdefghij")), name, null, operator));
    }

    String caseOf(String task) {
        return items.find(task).orElseThrow().ref().value();
    }

    String found(String typed, Actor actor, MockHttpSession session) throws Exception {
        MvcResult answer = mvc.perform(post("/worklist/search")
                        .session(session)
                        .with(with(actor))
                        .with(csrf())
                        .param("q", typed))
                .andReturn();
        return answer.getResponse().getRedirectedUrl();
    }

    int looks(String ref) {
        return jdbc.sql("select count(*) from identity.access_log where subject = :subject and kind = 'SEARCH'")
                .param("subject", "casework:" + ref)
                .query(Integer.class)
                .single();
    }

    List<String> shown(String name, String value) {
        return tasks(desk.view(filters.of(Map.of(name, value)), null, null, operator));
    }

    static List<String> tasks(ListView view) {
        Page<ListRow> page = new Page<>(view.rows(), view.next());
        return page.items().stream().map(row -> row.work().taskId()).toList();
    }
}
