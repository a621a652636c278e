package id.siks.casework;

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

import id.siks.EngineTest;
import id.siks.HeldRows;
import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.platform.BusinessTime;
import id.siks.worklist.model.TestWork;
import id.siks.worklist.oversight.Oversight;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;

/** An administrator changes the calendar: first the effect is told, then open due dates move with it. */
@EngineTest
class CalendarPagesTests {

    private static final AreaCode VILLAGE = new AreaCode("5201032001");
    private static final String REGENCY = "5201";
    private static final String HOURS = "/casework/calendar/hours";
    private static final Pattern SHOWN = Pattern.compile("name=\"shown\" value=\"([^\"]*)\"");

    // Monday, 11.00 in central time; three working days are Thursday 16.00. No holiday is known of that year.
    private static final Instant MONDAY = Instant.parse("2031-03-03T03:00:00Z");
    private static final Instant THURSDAY = Instant.parse("2031-03-06T08:00:00Z");

    @Autowired
    MockMvc mvc;

    @Autowired
    TestActors people;

    @Autowired
    TestWork work;

    @Autowired
    CalendarDesk desk;

    @Autowired
    WorkCalendars calendars;

    @Autowired
    Oversight oversight;

    @Autowired
    TaskService engine;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    BusinessTime time;

    private Actor admin;
    private String task;

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
        time.release();
    }

    @Test
    void a_holiday_tells_its_effect_and_then_moves_the_task_and_back() throws Exception {
        Map<String, String> wednesday = holiday("2031-03-05");
        String shown = told(
                post("/casework/calendar/holiday"),
                wednesday,
                "1 tugas terbuka mendapat tenggat baru",
                "mundur 1 hari");
        assertThat(due()).as("nothing is saved yet").isEqualTo(THURSDAY);

        wednesday.put("shown", shown);
        send("/casework/calendar/holiday", wednesday).andExpect(redirectedUrl("/casework/calendar?year=2031&moved=1"));
        assertThat(due()).isEqualTo("2031-03-07T08:30:00Z");
        assertThat(engine.createTaskQuery().taskId(task).singleResult().getDueDate())
                .isEqualTo(Date.from(due()));
        assertThat(lastChange()).containsEntry("what", "holiday-added").containsEntry("moved", 1);
        read("/casework/calendar?year=2031").andExpect(content().string(containsString("Hari jadi")));

        Map<String, String> removal = new HashMap<>(Map.of("id", idOfHoliday(), "remove", "true"));
        removal.put("shown", told(post("/casework/calendar/holiday"), removal, "maju 1 hari", "Ya, hapus"));
        assertThat(due()).isEqualTo("2031-03-07T08:30:00Z");
        send("/casework/calendar/holiday", removal).andExpect(redirectedUrl("/casework/calendar?year=2031&moved=1"));
        assertThat(due()).isEqualTo(THURSDAY);
        assertThat(lastChange())
                .containsEntry("what", "holiday-removed")
                .containsEntry("account_id", admin.accountId());
    }

    @Test
    void a_change_whose_effect_was_not_told_is_not_saved() throws Exception {
        Map<String, String> form = holiday("2031-03-05");
        form.put("shown", told(post("/casework/calendar/holiday"), form, "mundur 1 hari"));
        form.put("day", "2031-03-04");
        told(post("/casework/calendar/holiday"), form, "mundur 1 hari");
        assertThat(due()).isEqualTo(THURSDAY);
    }

    @Test
    void a_date_a_supervisor_set_stays() throws Exception {
        // Wednesday, two working days: no calendar tells it from a counted one.
        oversight.moveDue(task, "2031-03-05", "Jembatan ke desa putus.", people.verifier(new AreaCode(REGENCY)));
        Instant wednesday = Instant.parse("2031-03-05T08:00:00Z");
        assertThat(due()).isEqualTo(wednesday);
        staysWith(holiday("2031-03-04"), wednesday);
    }

    @Test
    void a_date_that_is_no_number_of_working_days_stays() throws Exception {
        Instant noon = Instant.parse("2031-03-06T04:00:00Z");
        engine.setDueDate(task, Date.from(noon));
        staysWith(holiday("2031-03-05"), noon);
    }

    private void staysWith(Map<String, String> holiday, Instant date) throws Exception {
        String shown =
                told(post("/casework/calendar/holiday"), holiday, "Tidak ada tenggat yang berubah", "1 tugas lain");
        holiday.put("shown", shown);
        send("/casework/calendar/holiday", holiday).andExpect(redirectedUrl("/casework/calendar?year=2031&moved=0"));
        assertThat(due()).isEqualTo(date);
    }

    @Test
    void of_two_who_change_a_holiday_at_once_the_second_is_refused() throws Exception {
        Map<String, String> form = holiday("2031-03-05");
        form.put("shown", told(post("/casework/calendar/holiday"), form, "mundur 1 hari"));
        send("/casework/calendar/holiday", form);
        String id = idOfHoliday();
        Map<String, String> earlier = holiday("2031-03-04");
        earlier.put("id", id);
        earlier.put("shown", told(post("/casework/calendar/holiday"), earlier, "Tidak ada tenggat yang berubah"));
        ExecutorService second = Executors.newSingleThreadExecutor();
        try {
            Future<ResultActions> answer = transaction.execute(status -> {
                desk.save(CalendarEdit.of(desk.holiday(Long.parseLong(id)), null), admin);
                Future<ResultActions> sent = second.submit(() -> send("/casework/calendar/holiday", earlier));
                HeldRows.untilWaitedFor(jdbc);
                return sent;
            });
            answer.get()
                    .andExpect(status().isConflict())
                    .andExpect(content().string(containsString("di sana tertulis siapa")));
        } finally {
            second.shutdown();
        }
        assertThat(due()).as("no holiday is left").isEqualTo(THURSDAY);
        assertThat(lastChange()).containsEntry("what", "holiday-removed");
    }

    @Test
    void a_stop_without_end_moves_due_dates_every_morning_and_its_end_sets_them_right() throws Exception {
        // Since Monday 08.00; room is made until the next morning: the task loses Monday from 11, four hours.
        Map<String, String> stop = stop("2031-03-03T08:00", "");
        stop.put("shown", told(post("/casework/calendar/stop"), stop, "mundur 1 hari"));
        send("/casework/calendar/stop", stop).andExpect(redirectedUrl("/casework/calendar?year=2031&moved=1"));
        assertThat(due()).isEqualTo("2031-03-07T03:30:00Z");

        // A new task that comes while it lasts gets the same room.
        String another = work.open(VILLAGE, null);
        assertThat(due(another)).isEqualTo(due());
        work.drop(another);

        read("/casework/calendar").andExpect(content().string(containsString("belum selesai")));
        String ref =
                jdbc.queryForObject("select case_ref from worklist.work_item where task_id = ?", String.class, task);
        mvc.perform(get("/casework/" + ref).with(with(people.operator(VILLAGE))))
                .andExpect(content().string(containsString("Hitungan tenggat dihentikan")))
                .andExpect(content().string(containsString("Gangguan server pusat.")));

        // On Tuesday before offices open room is made for Tuesday's other four hours: Friday is lost, and Monday's
        // four.
        time.moveTo(Instant.parse("2031-03-03T21:00:00Z"));
        desk.countOn();
        assertThat(due()).isEqualTo("2031-03-10T03:30:00Z");
        desk.countOn();
        assertThat(due()).as("once a morning").isEqualTo("2031-03-10T03:30:00Z");

        // It ended on Monday 13.30: only 11 to 12 and 13 to 13.30 are lost.
        Map<String, String> end = stop("2031-03-03T08:00", "2031-03-03T13:30");
        end.put("id", jdbc.queryForObject("select max(stop_id) from casework.clock_stop", String.class));
        end.put("shown", told(post("/casework/calendar/stop"), end, "1 tugas terbuka"));
        send("/casework/calendar/stop", end).andExpect(redirectedUrl("/casework/calendar?year=2031&moved=1"));
        assertThat(due()).isEqualTo("2031-03-07T01:00:00Z");
    }

    @Test
    void opening_hours_of_a_season_tell_their_effect_and_then_move_the_task_and_back() throws Exception {
        Map<String, String> ramadan = hours("2031-03-04", "2031-03-31");
        String shown = told(post(HOURS), ramadan, "1 tugas terbuka mendapat tenggat baru", "pada hari yang sama");
        assertThat(due()).as("nothing is saved yet").isEqualTo(THURSDAY);

        ramadan.put("shown", shown);
        send(HOURS, ramadan).andExpect(redirectedUrl("/casework/calendar?year=2031&moved=1"));
        assertThat(due()).isEqualTo("2031-03-06T07:00:00Z");
        assertThat(lastChange())
                .containsEntry("what", "hours-added")
                .containsEntry(
                        "after",
                        "2031-03-04/2031-03-31 5201 Senin–Kamis 08.00–12.00, 12.30–15.00; Sabtu 08.00–12.00 (Perbup 2/2031)");
        read("/casework/calendar?year=2031")
                .andExpect(content().string(containsString("4 Maret 2031 – 31 Maret 2031")))
                .andExpect(content().string(containsString("Senin–Kamis 08.00–12.00, 12.30–15.00")))
                .andExpect(content().string(containsString("Sabtu 08.00–12.00")));

        // Now Thursday is free: the third working day is Saturday.
        Map<String, String> changed = new HashMap<>(ramadan);
        changed.put("id", idOfWeek());
        HoursForm.fields(DayOfWeek.THURSDAY).forEach(changed::remove);
        changed.put("shown", told(post(HOURS), changed, "mundur 2 hari"));
        send(HOURS, changed).andExpect(redirectedUrl("/casework/calendar?year=2031&moved=1"));
        assertThat(due()).isEqualTo("2031-03-08T04:00:00Z");
        read(HOURS + "?id=" + idOfWeek()).andExpect(content().string(containsString("value=\"2031-03-31\"")));

        Map<String, String> removal = new HashMap<>(Map.of("id", idOfWeek(), "remove", "true"));
        removal.put("shown", told(post(HOURS), removal, "maju 2 hari", "Ya, hapus"));
        send(HOURS, removal).andExpect(redirectedUrl("/casework/calendar?year=2031&moved=1"));
        assertThat(due()).isEqualTo(THURSDAY);
    }

    @Test
    void opening_hours_of_one_area_change_nothing_elsewhere() throws Exception {
        String elsewhere = work.open(new AreaCode("5202011001"), null);
        try {
            Map<String, String> always = hours("", "");
            always.put("shown", told(post(HOURS), always, "pada hari yang sama"));
            send(HOURS, always).andExpect(status().is3xxRedirection());
            assertThat(due()).isEqualTo("2031-03-06T07:00:00Z");
            assertThat(due(elsewhere)).isEqualTo(THURSDAY);
        } finally {
            work.drop(elsewhere);
        }
    }

    @Test
    void the_hours_of_the_last_season_are_copied_without_their_days() throws Exception {
        String ramadan = jdbc.queryForObject(
                "select week_id from casework.working_week where from_day = '2026-02-19'", String.class);
        read(HOURS + "?like=" + ramadan)
                .andExpect(content().string(containsString("Ramadan 1447 H")))
                .andExpect(content().string(containsString("value=\"15:30\"")))
                .andExpect(content().string(not(containsString("2026-02-19"))));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "from, 2031-04-01, Isi hari pertama dan hari terakhir secara berurutan",
                "from, \"\", Isi hari pertama dan hari terakhir secara berurutan",
                "until, besok, Isi tanggal antara tahun 2024 dan 2099.",
                "area, 5299, Kode wilayah ini tidak ada.",
                "source, \"\", Isi dengan 3 sampai 120 huruf.",
                "opens-1, \"\", Senin: isi jam buka dan jam tutup",
                "opens-1, pagi, Senin: isi jam buka dan jam tutup",
                "resumes-2, 11:00, Selasa: isi jam buka dan jam tutup",
                "rests-2, \"\", Selasa: isi jam buka dan jam tutup",
                "closes-6, 07:00, Sabtu: isi jam buka dan jam tutup"
            })
    void what_is_wrong_with_opening_hours_stands_at_its_field(String field, String value, String sentence)
            throws Exception {
        Map<String, String> form = hours("2031-03-04", "2031-03-31");
        form.put(field, value);
        send(HOURS, form)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString(sentence)))
                .andExpect(content().string(not(containsString("name=\"shown\""))));
    }

    @Test
    void it_is_always_clear_which_hours_hold() throws Exception {
        Map<String, String> ramadan = hours("2031-03-04", "2031-03-31");
        ramadan.put("shown", told(post(HOURS), ramadan, "pada hari yang sama"));
        send(HOURS, ramadan).andExpect(status().is3xxRedirection());
        refused(hours("2031-03-20", "2031-04-20"), "berpotongan");
        refused(hours("2031-03-04", "2031-03-31"), "berpotongan");
        told(post(HOURS), hours("2031-03-10", "2031-03-12"), "Akibat");
        Map<String, String> empty = hours("2032-03-04", "2032-03-31");
        for (DayOfWeek day : DayOfWeek.values()) {
            HoursForm.fields(day).forEach(empty::remove);
        }
        refused(empty, "sedikitnya satu hari");

        String last = jdbc.queryForObject(
                "select week_id from casework.working_week where from_day is null and area_code = ''", String.class);
        refused(new HashMap<>(Map.of("id", last, "remove", "true")), "Harus selalu ada jam kerja");
        Map<String, String> moved = hours("", "");
        moved.put("id", last);
        refused(moved, "Harus selalu ada jam kerja");
        Map<String, String> twice = hours("", "");
        twice.put("area", "");
        refused(twice, "sudah ada jam kerja yang berlaku selalu");
        read(HOURS + "?id=" + last).andExpect(content().string(not(containsString("Hapus jam kerja ini"))));
    }

    private void refused(Map<String, String> form, String sentence) throws Exception {
        send(HOURS, form)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString(sentence)));
    }

    private static Map<String, String> hours(String from, String until) {
        Map<String, String> form =
                new HashMap<>(Map.of("area", "52.01", "from", from, "until", until, "source", "Perbup 2/2031"));
        for (int day = 1; day <= 4; day++) {
            form.putAll(Map.of("opens-" + day, "08:00", "rests-" + day, "12:00"));
            form.putAll(Map.of("resumes-" + day, "12:30", "closes-" + day, "15:00"));
        }
        form.putAll(Map.of("opens-6", "08:00", "rests-6", "", "resumes-6", "", "closes-6", "12:00"));
        return form;
    }

    private String idOfWeek() {
        return jdbc.queryForObject(
                "select week_id from casework.working_week where from_day = '2031-03-04'", String.class);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "day, 31 Maret, Isi tanggal antara tahun 2024 dan 2099.",
                "day, 1999-01-01, Isi tanggal antara tahun 2024 dan 2099.",
                "kind, FEAST, Pilih jenis hari libur.",
                "area, 99, Kode wilayah ini tidak ada.",
                "area, NTB, Kode wilayah ini tidak ada.",
                "area, \"\", Libur daerah harus menyebut kode wilayahnya.",
                "kind, NATIONAL, kosongkan wilayahnya.",
                "name, x, Isi dengan 3 sampai 120 huruf.",
                "source, \"\", Isi dengan 3 sampai 120 huruf."
            })
    void what_is_wrong_with_a_holiday_stands_at_its_field(String field, String value, String sentence)
            throws Exception {
        Map<String, String> form = holiday("2031-03-05");
        form.put(field, value);
        send("/casework/calendar/holiday", form)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString(sentence)))
                .andExpect(content().string(not(containsString("name=\"shown\""))));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "from, kemarin, Isi tanggal dan jam mulai",
                "from, 2029-01-01T00:00, paling jauh setahun dari sekarang",
                "until, besok, \"Isi tanggal dan jam selesai, atau kosongkan.\"",
                "until, 2031-03-03T07:00, Selesai harus sesudah mulai",
                "reason, mati, Isi dengan 10 sampai 300 huruf.",
                "area, 5299, Kode wilayah ini tidak ada."
            })
    void what_is_wrong_with_a_stop_stands_at_its_field(String field, String value, String sentence) throws Exception {
        Map<String, String> form = stop("2031-03-03T08:00", "");
        form.put(field, value);
        send("/casework/calendar/stop", form)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString(sentence)));
    }

    @Test
    void a_day_is_a_holiday_only_once_in_an_area() throws Exception {
        Map<String, String> form = holiday("2031-03-05");
        form.put("shown", told(post("/casework/calendar/holiday"), form, "mundur 1 hari"));
        send("/casework/calendar/holiday", form).andExpect(status().is3xxRedirection());
        form.remove("shown");
        send("/casework/calendar/holiday", form)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("sudah menjadi hari libur")));
    }

    @Test
    void what_does_not_exist_is_not_found() throws Exception {
        for (String id : List.of("999999999", "x", "9".repeat(40))) {
            mvc.perform(get("/casework/calendar/holiday").param("id", id).with(with(admin)))
                    .andExpect(status().isNotFound());
            send("/casework/calendar/stop", new HashMap<>(Map.of("id", id, "remove", "true")))
                    .andExpect(status().isNotFound());
            mvc.perform(get(HOURS).param("like", id).with(with(admin))).andExpect(status().isNotFound());
            send(HOURS, new HashMap<>(Map.of("id", id))).andExpect(status().isNotFound());
        }
    }

    private Instant due() {
        return due(task);
    }

    private Instant due(String id) {
        return jdbc.queryForObject("select due_at from worklist.work_item where task_id = ?", Timestamp.class, id)
                .toInstant();
    }

    private Map<String, Object> lastChange() {
        return jdbc.queryForMap("select * from casework.calendar_change order by change_id desc limit 1");
    }

    private String idOfHoliday() {
        return jdbc.queryForObject("select holiday_id from casework.holiday where day = '2031-03-05'", String.class);
    }

    private static Map<String, String> holiday(String day) {
        return new HashMap<>(Map.of(
                "day", day, "kind", "REGIONAL", "area", "52.01", "name", "Hari jadi", "source", "Perbup 1/2031"));
    }

    private static Map<String, String> stop(String from, String until) {
        return new HashMap<>(Map.of("area", REGENCY, "from", from, "until", until, "reason", "Gangguan server pusat."));
    }

    /** The page tells what the change does; answers for which change it did. */
    private String told(MockHttpServletRequestBuilder request, Map<String, String> form, String... sentences)
            throws Exception {
        String page = mvc.perform(filled(request, form))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains(sentences);
        Matcher shown = SHOWN.matcher(page);
        assertThat(shown.find()).isTrue();
        return HtmlUtils.htmlUnescape(shown.group(1));
    }

    private ResultActions send(String path, Map<String, String> form) throws Exception {
        return mvc.perform(filled(post(path), form));
    }

    private ResultActions read(String path) throws Exception {
        return mvc.perform(get(path).with(with(admin))).andExpect(status().isOk());
    }

    private MockHttpServletRequestBuilder filled(MockHttpServletRequestBuilder request, Map<String, String> form) {
        request.with(with(admin)).with(csrf()).param("key", UUID.randomUUID().toString());
        form.forEach(request::param);
        return request;
    }
}
