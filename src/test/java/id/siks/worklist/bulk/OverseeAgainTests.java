package id.siks.worklist.bulk;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.worklist.model.WorklistTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A supervisor's deed to many that broke off: sent again it does the rest, and nothing twice. */
class OverseeAgainTests extends WorklistTest {

    private static final AreaCode REGENCY = new AreaCode("5315");

    @ParameterizedTest
    @ValueSource(strings = {"reassign", "remind", "note", "due"})
    void a_deed_that_was_done_to_the_first_only_is_done_to_the_rest_when_it_is_sent_again(String deed)
            throws Exception {
        AreaCode village = freshVillage(REGENCY);
        Actor verifier = people.verifier(REGENCY);
        Actor siti = people.operator(village);
        List<String> tasks =
                IntStream.range(0, 3).mapToObj(i -> work.open(village, null)).toList();
        String key = UUID.randomUUID().toString();
        for (List<String> sent : List.of(tasks.subList(0, 1), tasks, tasks)) {
            mvc.perform(request(deed, siti, sent).with(with(verifier)).param("key", key))
                    .andExpect(redirectedUrl("/worklist/bulk/" + key + "?from="));
        }

        mvc.perform(get("/worklist/bulk/" + key).with(with(verifier)))
                .andExpect(content().string(containsString("3 berhasil.")))
                .andExpect(content().string(not(containsString("tidak dilakukan"))));
        if (deed.equals("reassign")) {
            assertThat(tasks)
                    .extracting(task -> items.find(task).orElseThrow().assignee())
                    .containsOnly(siti.accountId());
        }
    }

    private MockHttpServletRequestBuilder request(String deed, Actor colleague, List<String> tasks) {
        MockHttpServletRequestBuilder request = post("/worklist/board/oversight"
                        + (deed.equals("remind") ? "" : "/answer"))
                .with(csrf())
                .param("do", deed)
                .param("item", tasks.toArray(String[]::new));
        switch (deed) {
            case "reassign" -> request.param("giveTo", colleague.id());
            case "note" -> request.param("note", "Mohon didahulukan.");
            case "due" -> request.param("dueDay", workingDay(REGENCY, 10).toString())
                    .param("dueReason", "Jembatan ke desa putus.");
            default -> {
                // A reminder needs no answer.
            }
        }
        return request;
    }
}
