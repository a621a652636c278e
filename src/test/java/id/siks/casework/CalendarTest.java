package id.siks.casework;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.HiddenFields;
import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.platform.BusinessTime;
import id.siks.worklist.model.TestWork;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** An administrator of the calendar and an open task whose due date follows it. */
@EngineTest
abstract class CalendarTest {

    static final AreaCode VILLAGE = new AreaCode("5201032001");
    static final String REGENCY = "5201";
    static final String HOURS = "/casework/calendar/hours";

    // Monday, 11.00 in central time; three working days are Thursday 16.00. No holiday is known of that year.
    static final Instant MONDAY = Instant.parse("2031-03-03T03:00:00Z");

    static final Instant THURSDAY = Instant.parse("2031-03-06T08:00:00Z");

    @Autowired
    MockMvc mvc;

    @Autowired
    TestActors people;

    @Autowired
    TestWork work;

    @Autowired
    WorkCalendars calendars;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    BusinessTime time;

    Actor admin;
    String task;

    @BeforeEach
    void aTask() {
        time.moveTo(MONDAY);
        admin = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        task = work.open(VILLAGE, null);
        assertThat(due()).isEqualTo(THURSDAY);
    }

    @AfterEach
    void asItWas() {
        work.drop(task);
        jdbc.update("delete from casework.holiday where day >= '2031-01-01'");
        jdbc.update("delete from casework.working_week where from_day >= '2031-01-01' or area_code = ?", REGENCY);
        calendars.forget();
        jdbc.update("delete from casework.clock_stop where area_code = ?", REGENCY);
        TestCalendar.forgetFollowing(jdbc);
        time.release();
    }

    static Map<String, String> hours(String from, String until) {
        Map<String, String> form =
                new HashMap<>(Map.of("area", "52.01", "from", from, "until", until, "source", "Perbup 2/2031"));
        for (int day = 1; day <= 4; day++) {
            form.putAll(Map.of("opens-" + day, "08:00", "rests-" + day, "12:00"));
            form.putAll(Map.of("resumes-" + day, "12:30", "closes-" + day, "15:00"));
        }
        form.putAll(Map.of("opens-6", "08:00", "rests-6", "", "resumes-6", "", "closes-6", "12:00"));
        return form;
    }

    Instant due() {
        return due(task);
    }

    Instant due(String id) {
        return jdbc.queryForObject("select due_at from worklist.work_item where task_id = ?", Timestamp.class, id)
                .toInstant();
    }

    Map<String, Object> lastChange() {
        return jdbc.queryForMap(
                """
                select f.moved, c.at, c.account_id, c.what, c.subject, c.before, c.after
                from casework.calendar_change c join casework.calendar_follow f using (change_id)
                order by change_id desc limit 1""");
    }

    static Map<String, String> holiday(String day) {
        return new HashMap<>(Map.of(
                "day", day, "kind", "REGIONAL", "area", "52.01", "name", "Hari jadi", "source", "Perbup 1/2031"));
    }

    /** The page tells what the change does; answers for which change it did. */
    String told(MockHttpServletRequestBuilder request, Map<String, String> form, String... sentences) throws Exception {
        String page = mvc.perform(filled(request, form))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains(sentences);
        return HiddenFields.of(page, "shown");
    }

    ResultActions send(String path, Map<String, String> form) throws Exception {
        return mvc.perform(filled(post(path), form));
    }

    /** The change is saved, and the page it leads to tells how many due dates have followed. */
    void save(String path, Map<String, String> form, int moved) throws Exception {
        String calendar = send(path, form)
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(calendar).matches("/casework/calendar\\?year=(2031|0)&change=\\d+");
        read(calendar).andExpect(content().string(containsString("Tenggat yang berubah: " + moved + " tugas.")));
    }

    ResultActions read(String path) throws Exception {
        return mvc.perform(get(path).with(with(admin))).andExpect(status().isOk());
    }

    MockHttpServletRequestBuilder filled(MockHttpServletRequestBuilder request, Map<String, String> form) {
        request.with(with(admin)).with(csrf()).param("key", UUID.randomUUID().toString());
        form.forEach(request::param);
        return request;
    }
}
