package id.siks.casework;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.HeldRows;
import id.siks.area.AreaCode;
import id.siks.worklist.oversight.Oversight;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

/** An administrator changes the calendar: first the effect is told, then open due dates move with it. */
class CalendarPagesTests extends CalendarTest {

    @Autowired
    CalendarDesk desk;

    @Autowired
    CalendarFollower follower;

    @Autowired
    Oversight oversight;

    @Autowired
    TaskService engine;

    @Autowired
    TransactionTemplate transaction;

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
        save("/casework/calendar/holiday", wednesday, 1);
        assertThat(due()).isEqualTo("2031-03-07T08:30:00Z");
        assertThat(engine.createTaskQuery().taskId(task).singleResult().getDueDate())
                .isEqualTo(Date.from(due()));
        assertThat(lastChange()).containsEntry("what", "holiday-added").containsEntry("moved", 1);
        read("/casework/calendar?year=2031").andExpect(content().string(containsString("Hari jadi")));

        Map<String, String> removal = new HashMap<>(Map.of("id", idOfHoliday(), "remove", "true"));
        removal.put(
                "shown",
                told(
                        post("/casework/calendar/holiday"),
                        removal,
                        "Rabu, 5 Maret 2031 – Libur daerah: Hari jadi (Perbup 1/2031)",
                        "– Kabupaten Lombok Barat",
                        "maju 1 hari",
                        "Ya, hapus"));
        assertThat(due()).isEqualTo("2031-03-07T08:30:00Z");
        save("/casework/calendar/holiday", removal, 1);
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
    void a_stop_pauses_also_a_date_a_supervisor_set() throws Exception {
        oversight.moveDue(task, "2031-03-05", "Jembatan ke desa putus.", people.verifier(new AreaCode(REGENCY)));
        Instant wednesday = Instant.parse("2031-03-05T08:00:00Z");
        time.moveTo(MONDAY.plusSeconds(60));
        // On Tuesday nobody can work from 08.00 to 16.00: seven hours are lost, and so are those of Wednesday.
        Map<String, String> stop = stop("2031-03-04T08:00", "2031-03-04T16:00");
        stop.put("shown", told(post("/casework/calendar/stop"), stop, "mundur 1 hari"));
        save("/casework/calendar/stop", stop, 1);
        assertThat(due()).isEqualTo("2031-03-06T07:30:00Z");

        String id = jdbc.queryForObject("select max(stop_id) from casework.clock_stop", String.class);
        stop.put("id", id);
        stop.put("until", "2031-03-04T12:00");
        stop.put("shown", told(post("/casework/calendar/stop"), stop, "pada hari yang sama"));
        save("/casework/calendar/stop", stop, 1);
        assertThat(due()).as("four hours").isEqualTo("2031-03-06T03:30:00Z");

        Map<String, String> removal = new HashMap<>(Map.of("id", id, "remove", "true"));
        removal.put(
                "shown",
                told(
                        post("/casework/calendar/stop"),
                        removal,
                        "4 Maret 2031 08.00 WITA – 4 Maret 2031 12.00 WITA: Gangguan server pusat.",
                        "maju 1 hari"));
        save("/casework/calendar/stop", removal, 1);
        assertThat(due()).isEqualTo(wednesday);
    }

    @Test
    void a_date_set_with_a_stop_in_mind_goes_on_with_it_and_never_before_itself() throws Exception {
        Map<String, String> stop = stop("2031-03-04T08:00", "2031-03-04T16:00");
        stop.put("shown", told(post("/casework/calendar/stop"), stop, "mundur 1 hari"));
        save("/casework/calendar/stop", stop, 1);
        time.moveTo(MONDAY.plusSeconds(60));
        oversight.moveDue(task, "2031-03-05", "Jembatan ke desa putus.", people.verifier(new AreaCode(REGENCY)));
        time.moveTo(MONDAY.plusSeconds(120));

        // Of Wednesday three hours are left.
        String id = jdbc.queryForObject("select max(stop_id) from casework.clock_stop", String.class);
        stop.put("id", id);
        stop.put("until", "2031-03-05T12:00");
        stop.put("shown", told(post("/casework/calendar/stop"), stop, "mundur 1 hari"));
        save("/casework/calendar/stop", stop, 1);
        assertThat(due()).isEqualTo("2031-03-06T04:00:00Z");

        Map<String, String> removal = new HashMap<>(Map.of("id", id, "remove", "true"));
        removal.put("shown", told(post("/casework/calendar/stop"), removal, "maju 1 hari"));
        save("/casework/calendar/stop", removal, 1);
        assertThat(due()).as("the date that was set").isEqualTo("2031-03-05T08:00:00Z");
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
        save("/casework/calendar/holiday", holiday, 0);
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
        follower.work();
        assertThat(due()).as("no holiday is left").isEqualTo(THURSDAY);
        assertThat(lastChange()).containsEntry("what", "holiday-removed");
    }

    @Test
    void a_stop_without_end_moves_due_dates_every_morning_and_its_end_sets_them_right() throws Exception {
        // Since Monday 08.00; room is made until the next morning: the task loses Monday from 11, four hours.
        Map<String, String> stop = stop("2031-03-03T08:00", "");
        stop.put("shown", told(post("/casework/calendar/stop"), stop, "mundur 1 hari"));
        save("/casework/calendar/stop", stop, 1);
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
        follower.work();
        assertThat(due()).isEqualTo("2031-03-10T03:30:00Z");
        desk.countOn();
        follower.work();
        assertThat(due()).as("once a morning").isEqualTo("2031-03-10T03:30:00Z");

        // It ended on Monday 13.30: only 11 to 12 and 13 to 13.30 are lost.
        Map<String, String> end = stop("2031-03-03T08:00", "2031-03-03T13:30");
        end.put("id", jdbc.queryForObject("select max(stop_id) from casework.clock_stop", String.class));
        end.put("shown", told(post("/casework/calendar/stop"), end, "1 tugas terbuka"));
        save("/casework/calendar/stop", end, 1);
        assertThat(due()).isEqualTo("2031-03-07T01:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "from, 2031-04-01, Isi hari pertama dan hari terakhir secara berurutan",
                "from, \"\", Isi hari pertama dan hari terakhir secara berurutan",
                "until, besok, Isi tanggal antara tahun 2024 dan 2099.",
                "area, 5299, Kode wilayah ini tidak ada.",
                "source, \"\", Tulis 3 sampai 120 huruf.",
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
                "name, x, Tulis 3 sampai 120 huruf.",
                "name, Libur 1804042602850224, Hapus NIK atau nomor KK",
                "source, \"\", Tulis 3 sampai 120 huruf."
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
                "reason, mati, Tulis 10 sampai 300 huruf.",
                "reason, Kartu 1804042602850224 ganda, Hapus NIK atau nomor KK",
                "reason, ............, Tulis 10 sampai 300 huruf.",
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

    private String idOfHoliday() {
        return jdbc.queryForObject("select holiday_id from casework.holiday where day = '2031-03-05'", String.class);
    }

    private static Map<String, String> stop(String from, String until) {
        return new HashMap<>(Map.of("area", REGENCY, "from", from, "until", until, "reason", "Gangguan server pusat."));
    }
}
