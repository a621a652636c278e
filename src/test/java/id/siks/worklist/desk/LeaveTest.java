package id.siks.worklist.desk;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.LeaveSweep;
import id.siks.platform.BusinessTime;
import id.siks.worklist.model.WorklistTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** Two colleagues of a village, one of whom goes on leave. */
abstract class LeaveTest extends WorklistTest {

    static final ZoneId ZONE = ZoneId.of("Asia/Makassar");
    static final AreaCode VILLAGE = new AreaCode("5271011004");
    static final AreaCode OTHER = new AreaCode("5271011005");
    static final String PAGE = "/identity/leave";

    @Autowired
    Actors actors;

    @Autowired
    LeaveSweep sweep;

    @Autowired
    TaskService engine;

    @Autowired
    BusinessTime time;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    Actor budi;
    Actor siti;
    LocalDate today;

    @BeforeEach
    void twoColleagues() {
        budi = people.operator(VILLAGE);
        siti = people.operator(VILLAGE);
        today = time.today(ZONE);
    }

    ResultActions leave(Actor by, String deputy, LocalDate first, LocalDate last) throws Exception {
        return enter(by, "", deputy, first, last);
    }

    ResultActions enter(Actor by, String absent, String deputy, LocalDate first, LocalDate last) throws Exception {
        return enter(by, absent, deputy, first.toString(), last.toString());
    }

    ResultActions enter(Actor by, String absent, String deputy, String first, String last) throws Exception {
        return mvc.perform(request(by, PAGE)
                .param("absent", absent)
                .param("deputy", deputy)
                .param("firstDay", first)
                .param("lastDay", last));
    }

    String claimed(Actor actor) throws Exception {
        String task = work.open(VILLAGE, null);
        claim(task, actor);
        return task;
    }

    void isWith(Actor actor, String task) {
        assertThat(items.find(task).orElseThrow().assignee()).isEqualTo(actor.accountId());
        assertThat(engine.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isEqualTo(actor.id());
    }

    ResultActions send(Actor actor, String path) throws Exception {
        return mvc.perform(request(actor, path));
    }

    static MockHttpServletRequestBuilder request(Actor actor, String path) {
        return post(path)
                .with(with(actor))
                .with(csrf())
                .param("key", UUID.randomUUID().toString());
    }
}
