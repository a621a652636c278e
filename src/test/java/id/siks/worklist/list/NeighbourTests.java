package id.siks.worklist.list;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.platform.forms.FormSchemas;
import id.siks.worklist.model.WorklistTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** From one piece of work to the next as the list had them, without the list in between. */
class NeighbourTests extends WorklistTest {

    private static final AreaCode REGENCY = new AreaCode("6106");

    @Autowired
    ListDesk desk;

    @Autowired
    ListFilters filters;

    @Autowired
    FormSchemas schemas;

    private final MockHttpSession session = new MockHttpSession();
    private AreaCode village;
    private Actor operator;

    @BeforeEach
    void somebodyWorks() {
        village = freshVillage(REGENCY);
        operator = people.operator(village);
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void one_goes_forth_and_back_as_the_list_goes(Sort sort) throws Exception {
        work.due(open("Ibu Tulip"), Duration.ofDays(3));
        work.due(open("Ibu Anggrek"), Duration.ofDays(1));
        work.due(open("Ibu Mawar"), Duration.ofDays(2));
        String place = sort == Sort.DUE ? "/worklist" : "/worklist?sort=" + sort.word();
        look(place);
        List<String> listed = listed(Map.of("sort", sort.word()));
        assertThat(listed).hasSize(3);

        assertThat(led(listed.get(0), "next")).isEqualTo(page(listed.get(1)));
        assertThat(led(listed.get(1), "next")).isEqualTo(page(listed.get(2)));
        assertThat(led(listed.get(2), "next")).isEqualTo(place);
        assertThat(led(listed.get(2), "previous")).isEqualTo(page(listed.get(1)));
        assertThat(led(listed.get(0), "previous")).isEqualTo(place);
    }

    @Test
    void beside_a_name_one_may_not_see_stands_nothing() {
        String unseen = open("Ibu Tulip");
        AreaCode elsewhere = freshVillage(REGENCY);
        work.open(elsewhere, null, "Ibu Anggrek");
        work.open(elsewhere, null, "Ibu Wijaya");
        Actor stranger = people.operator(elsewhere);
        ListFilter byName = filters.of(Map.of("sort", Sort.NAME.word()));
        for (boolean back : List.of(true, false)) {
            assertThat(desk.beside(items.find(unseen).orElseThrow(), back, byName, null, stranger))
                    .isEmpty();
        }
    }

    @Test
    void what_a_colleague_has_and_what_the_list_does_not_show_is_passed_by() throws Exception {
        String first = open("Ibu Tulip");
        String taken = open("Ibu Anggrek");
        String last = open("Ibu Mawar");
        claim(taken, people.operator(village));
        claim(last, operator);

        assertThat(led(first, "next")).isEqualTo(page(last));
        look("/worklist?who=free");
        assertThat(led(first, "next")).isEqualTo("/worklist?who=free");
        look("/worklist?tab=done");
        assertThat(led(first, "next"))
                .as("where nothing is to do, the team's list")
                .isEqualTo(page(last));
    }

    @Test
    void who_sends_and_goes_on_is_led_to_the_next_and_told_what_he_has_done() throws Exception {
        String first = open("Ibu Tulip");
        String second = open("Ibu Anggrek");
        claim(first, operator);
        mvc.perform(complete(first).param("weight", "70").param("_next", "1"))
                .andExpect(status().isUnprocessableEntity());
        mvc.perform(complete(first).param("weight", "20").param("_next", "1"))
                .andExpect(redirectedUrl(page(first) + "/next?done=" + first));
        assertThat(led(first, "next?done=" + first)).isEqualTo(page(second) + "?done=" + first);
        mvc.perform(get(page(second) + "?done=" + first).with(with(operator)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("alert-success")))
                .andExpect(content().string(containsString(ref(first))));
        mvc.perform(get(page(second) + "?done=" + first).with(with(people.operator(village))))
                .andExpect(content().string(not(containsString("alert-success"))));

        claim(second, operator);
        mvc.perform(complete(second).param("weight", "20").param("_next", "1"));
        assertThat(led(second, "next?done=" + second)).as("nothing is left").isEqualTo("/worklist?done=" + second);
    }

    @Test
    void nobody_is_led_on_from_what_he_may_not_see() throws Exception {
        String task = open("Ibu Tulip");
        Actor stranger = people.operator(freshVillage(REGENCY));
        for (String way : List.of("next", "previous")) {
            mvc.perform(get(page(task) + "/" + way).with(with(stranger))).andExpect(status().isNotFound());
        }
    }

    private String open(String subject) {
        return work.open(village, null, subject);
    }

    private void look(String place) throws Exception {
        mvc.perform(get(place).session(session).with(with(operator))).andExpect(status().isOk());
    }

    private List<String> listed(Map<String, String> asked) {
        List<String> tasks = new ArrayList<>();
        desk.view(filters.of(asked), null, null, operator)
                .rows()
                .forEach(row -> tasks.add(row.work().taskId()));
        return tasks;
    }

    private String led(String task, String way) throws Exception {
        return mvc.perform(get(page(task) + "/" + way).session(session).with(with(operator)))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    private String ref(String task) {
        return items.find(task).orElseThrow().ref().value();
    }

    private MockHttpServletRequestBuilder complete(String task) {
        return post(page(task) + "/complete")
                .session(session)
                .with(with(operator))
                .with(csrf())
                .param("key", UUID.randomUUID().toString())
                .param(
                        "version",
                        Integer.toString(items.find(task).orElseThrow().version()))
                .param("form", schemas.of("weigh-goods").fingerprint());
    }

    private static String page(String task) {
        return "/worklist/tasks/" + task;
    }
}
