package id.siks.worklist.bulk;

import static id.siks.identity.TestActors.with;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.Timeline;
import id.siks.identity.Actor;
import id.siks.proposal.ProposalTestData;
import id.siks.worklist.model.WorklistTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A supervisor, his team and its open work. */
abstract class OverseeTest extends WorklistTest {

    static final AreaCode REGENCY = new AreaCode("5310");
    static final AreaCode VILLAGE = new AreaCode("5310012001");
    static final String WHY = "Jembatan ke desa putus sejak Senin.";

    @Autowired
    Timeline timeline;

    @Autowired
    TaskService engine;

    @Autowired
    ProposalTestData data;

    Actor budi;
    Actor siti;
    Actor verifier;
    String task;

    @BeforeEach
    void somebodyWatches() {
        budi = people.operator(VILLAGE);
        siti = people.operator(VILLAGE);
        verifier = people.verifier(REGENCY);
        task = work.open(VILLAGE, null);
    }

    static MockHttpServletRequestBuilder due(Actor actor, List<String> tasks, LocalDate day) {
        return request("due", actor, tasks, "dueDay", day.toString(), "dueReason", WHY);
    }

    String open(CaseRef ref, String key) {
        return work.openOf(ref).stream()
                .filter(item -> item.task().equals(key))
                .findFirst()
                .orElseThrow()
                .taskId();
    }

    CaseRef ref() {
        return items.find(task).orElseThrow().ref();
    }

    ResultActions home(Actor actor) throws Exception {
        return mvc.perform(get("/").with(with(actor)));
    }

    void refused(String deed, Actor actor, String sentence, String... sent) throws Exception {
        mvc.perform(request(deed, actor, List.of(task), sent).param("key", key()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString(sentence)));
    }

    String done(String deed, Actor actor, List<String> tasks, String... sent) throws Exception {
        String key = key();
        mvc.perform(request(deed, actor, tasks, sent).param("key", key))
                .andExpect(redirectedUrl("/worklist/bulk/" + key + "?from="));
        return key;
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    static MockHttpServletRequestBuilder request(String deed, Actor actor, List<String> tasks, String... sent) {
        return request(deed.equals("remind") ? "" : "/answer", deed, actor, tasks, sent);
    }

    static MockHttpServletRequestBuilder request(
            String step, String deed, Actor actor, List<String> tasks, String... sent) {
        MockHttpServletRequestBuilder request = post("/worklist/board/oversight" + step)
                .with(with(actor))
                .with(csrf())
                .param("do", deed);
        tasks.forEach(task -> request.param("item", task));
        for (int i = 0; i < sent.length; i += 2) {
            request.param(sent[i], sent[i + 1]);
        }
        return request;
    }
}
