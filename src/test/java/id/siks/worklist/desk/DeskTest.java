package id.siks.worklist.desk;

import static id.siks.identity.TestActors.with;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.siks.identity.Actor;
import id.siks.platform.forms.FormSchemas;
import id.siks.worklist.model.WorklistTest;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What people do with a task on its page. */
abstract class DeskTest extends WorklistTest {

    @Autowired
    FormSchemas schemas;

    /** One deed, with the fields of its form: a name and a value each. */
    ResultActions does(Actor actor, String task, String deed, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = post("/worklist/tasks/" + task + "/" + deed)
                .with(with(actor))
                .with(csrf())
                .param("key", UUID.randomUUID().toString());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(request);
    }

    /** The goods are weighed, on a page of the task as it is now. */
    ResultActions completes(Actor actor, String task) throws Exception {
        return does(
                actor,
                task,
                "complete",
                "version",
                Integer.toString(items.find(task).orElseThrow().version()),
                "form",
                schemas.of("weigh-goods").fingerprint(),
                "weight",
                "20");
    }
}
