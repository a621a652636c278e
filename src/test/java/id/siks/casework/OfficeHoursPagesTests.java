package id.siks.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.area.AreaCode;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Opening hours hold for an area and a season, and it is always clear which. */
class OfficeHoursPagesTests extends CalendarTest {

    @Test
    void opening_hours_of_a_season_tell_their_effect_and_then_move_the_task_and_back() throws Exception {
        Map<String, String> ramadan = hours("2031-03-04", "2031-03-31");
        String shown = told(post(HOURS), ramadan, "1 tugas terbuka mendapat tenggat baru", "pada hari yang sama");
        assertThat(due()).as("nothing is saved yet").isEqualTo(THURSDAY);

        ramadan.put("shown", shown);
        save(HOURS, ramadan, 1);
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
        save(HOURS, changed, 1);
        assertThat(due()).isEqualTo("2031-03-08T04:00:00Z");
        read(HOURS + "?id=" + idOfWeek()).andExpect(content().string(containsString("value=\"2031-03-31\"")));

        Map<String, String> removal = new HashMap<>(Map.of("id", idOfWeek(), "remove", "true"));
        removal.put("shown", told(post(HOURS), removal, "maju 2 hari", "Ya, hapus"));
        save(HOURS, removal, 1);
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

    private String idOfWeek() {
        return jdbc.queryForObject(
                "select week_id from casework.working_week where from_day = '2031-03-04'", String.class);
    }
}
