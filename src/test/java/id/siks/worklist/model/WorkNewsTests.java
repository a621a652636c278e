package id.siks.worklist.model;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Limit;
import id.siks.identity.Limits;
import id.siks.identity.Role;
import id.siks.platform.CallHeard;
import id.siks.platform.Calls;
import id.siks.platform.engine.EngineTasks;
import jakarta.servlet.http.HttpSessionEvent;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MvcResult;

/** An open list hears that something changed, and only then. */
class WorkNewsTests extends WorklistTest {

    private static final AreaCode VILLAGE = new AreaCode("6102012001");
    private static final AreaCode ELSEWHERE = new AreaCode("1101012001");
    private static final int ASKED_FOR_EACH_NEWS = 2;
    private static final int MINUTE = 60_000;

    @Autowired
    WorkNews news;

    @Autowired
    NewsCalls calls;

    @Autowired
    EngineTasks engine;

    @Autowired
    Limits limits;

    @Test
    void a_list_hears_of_work_in_its_own_territory_once_and_of_nothing_else() throws Exception {
        MvcResult here = listening(people.operator(VILLAGE), new MockHttpSession());
        MvcResult elsewhere = listening(people.operator(ELSEWHERE), new MockHttpSession());

        work.open(VILLAGE, null);
        work.open(VILLAGE, null);
        news.tell();
        news.tell();

        assertThat(said(here)).containsOnlyOnce("changed");
        assertThat(said(elsewhere)).contains("hello").doesNotContain("changed");
    }

    @Test
    void whoever_handed_a_case_on_hears_when_others_work_on_it() throws Exception {
        Actor asked = people.operator(ELSEWHERE);
        String task = work.open(VILLAGE, asked.accountId());
        news.tell();
        MvcResult line = listening(asked, new MockHttpSession());

        engine.assign(task, people.operator(VILLAGE).id());
        news.tell();

        assertThat(said(line)).contains("changed");
    }

    @Test
    void what_another_server_did_is_heard_here() throws Exception {
        Actor operator = people.operator(VILLAGE);
        News here = new News(Role.VILLAGE_OPERATOR, VILLAGE, null, null);
        News toHim = new News(Role.REGENT, new AreaCode("1101"), null, operator.accountId());
        News nothing = new News(Role.VILLAGE_OPERATOR, ELSEWHERE, 1L, null);

        for (String words : List.of("x " + nothing + " " + here, toHim.toString(), NewsCalls.ANYTHING)) {
            news.tell();
            MvcResult line = listening(operator, new MockHttpSession());
            calls.on(new CallHeard("another", words));
            calls.on(new CallHeard(NewsCalls.TOPIC, "x,y " + nothing));
            news.tell();
            assertThat(said(line)).doesNotContain("changed");

            calls.on(new CallHeard(NewsCalls.TOPIC, words));
            news.tell();
            assertThat(said(line)).containsOnlyOnce("changed");
        }
    }

    @Test
    void what_changed_here_is_called_to_the_others_once() {
        Calls line = mock(Calls.class);
        NewsCalls here = new NewsCalls(line, news);
        News changed = new News(Role.VILLAGE_OPERATOR, VILLAGE, 1L, null);

        here.changed(List.of(changed, changed));
        here.passOn();
        here.passOn();

        verify(line).call(NewsCalls.TOPIC, changed.toString());
        here.changed(LongStream.rangeClosed(0, NewsCalls.MOST)
                .mapToObj(person -> new News(Role.VILLAGE_OPERATOR, VILLAGE, person, null))
                .toList());
        here.passOn();
        verify(line).call(NewsCalls.TOPIC, NewsCalls.ANYTHING);
        verifyNoMoreInteractions(line);
    }

    @Test
    void the_most_news_of_one_call_are_not_too_long() {
        News longest = new News(Role.DISTRICT_SOCIAL_WORKER, VILLAGE, Long.MAX_VALUE / 10, Long.MAX_VALUE / 10);
        assertThat(NewsCalls.MOST * (longest.toString().length() + 1)).isLessThan(Calls.LONGEST);
        assertThat(News.read(longest.toString())).contains(longest);
    }

    @Test
    void a_line_ends_with_its_session() throws Exception {
        MockHttpSession session = new MockHttpSession();
        MvcResult here = listening(people.operator(VILLAGE), session);

        news.sessionDestroyed(new HttpSessionEvent(session));

        here.getAsyncResult(1_000);
        work.open(VILLAGE, null);
        news.tell();
        assertThat(said(here)).doesNotContain("changed");
    }

    @Test
    void whoever_opens_too_many_lines_is_told_to_poll() throws Exception {
        Actor operator = people.operator(VILLAGE);
        for (int i = 0; i < WorkNews.MOST_OF_ONE; i++) {
            listening(operator, new MockHttpSession());
        }
        mvc.perform(get("/worklist/changes").with(with(operator))).andExpect(status().isNoContent());
    }

    /** Requirement 21. What a list asks then, the browser counts in FreshListJourney. */
    @Test
    void ten_lists_that_hear_as_often_as_can_be_never_meet_the_limit() {
        int asked = 10 * ASKED_FOR_EACH_NEWS * MINUTE / WorkNews.PACE;
        assertThatCode(() -> limits.use(Limit.CALL, people.operator(VILLAGE), 2 * asked))
                .as("half of it is left for whatever else he does")
                .doesNotThrowAnyException();
    }

    @Test
    void the_letters_of_a_page_change_with_what_it_shows() throws Exception {
        Actor operator = people.operator(VILLAGE);
        String before = stamp(operator);
        assertThat(stamp(operator)).isEqualTo(before);

        work.open(VILLAGE, null);

        assertThat(stamp(operator)).isNotEqualTo(before);
    }

    private String stamp(Actor actor) throws Exception {
        return mvc.perform(get("/worklist/stamp").with(with(actor)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private MvcResult listening(Actor actor, MockHttpSession session) throws Exception {
        return mvc.perform(get("/worklist/changes").session(session).with(with(actor)))
                .andExpect(request().asyncStarted())
                .andReturn();
    }

    private static String said(MvcResult line) throws Exception {
        return line.getResponse().getContentAsString();
    }
}
