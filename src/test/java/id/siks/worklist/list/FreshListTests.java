package id.siks.worklist.list;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.platform.engine.EngineTasks;
import id.siks.worklist.model.WorklistTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What an open list fetches when something changed, and the letters that tell it to. */
class FreshListTests extends WorklistTest {

    private static final AreaCode REGENCY = new AreaCode("6108");

    @Autowired
    SavedFilters saved;

    @Autowired
    ListFilters filters;

    @Autowired
    EngineTasks engine;

    private AreaCode village;
    private Actor operator;

    @BeforeEach
    void somebodyKeepsAFilter() {
        village = freshVillage(REGENCY);
        operator = people.operator(village);
        saved.keep("Bebas", filters.of(Map.of("who", "free")), "", false, operator);
    }

    @Test
    void work_that_comes_to_an_empty_list_brings_what_can_be_done_with_it() throws Exception {
        fresh().andExpect(content().string(not(containsString("id=\"bulk\""))));

        work.open(village, null);

        fresh().andExpect(content().string(containsString("id=\"bulk\"")))
                .andExpect(content().string(containsString("data-pick-all")));
    }

    @Test
    void saved_filters_come_with_their_numbers_to_where_they_stand() throws Exception {
        work.open(village, null);
        fresh().andExpect(content().string(containsString("<nav id=\"work-saved\"")))
                .andExpect(content().string(containsString("hx-swap-oob=\"true\"")))
                .andExpect(content().string(containsString("<span>Bebas</span> <b>1</b>")));
        mvc.perform(list())
                .andExpect(content().string(containsString("<nav id=\"work-saved\"")))
                .andExpect(content().string(not(containsString("hx-swap-oob"))));
    }

    @Test
    void the_letters_of_a_page_change_with_the_numbers_of_saved_filters() throws Exception {
        String task = work.open(village, null);
        String before = stamp();
        engine.assign(task, people.operator(village).id());

        assertThat(stamp()).isNotEqualTo(before);
        mvc.perform(list().param("tab", "done")).andExpect(content().string(containsString(stamp())));
    }

    private String stamp() throws Exception {
        return mvc.perform(get("/worklist/stamp").param("tab", "done").with(with(operator)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private ResultActions fresh() throws Exception {
        return mvc.perform(list().header("HX-Request", "true")).andExpect(status().isOk());
    }

    private MockHttpServletRequestBuilder list() {
        return get("/worklist").with(with(operator));
    }
}
