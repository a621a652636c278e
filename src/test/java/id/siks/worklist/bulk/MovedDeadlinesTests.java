package id.siks.worklist.bulk;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.area.Areas;
import id.siks.casework.Deadlines;
import id.siks.finalization.PeriodView;
import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.proposal.ProposalTestData;
import id.siks.worklist.model.WorkItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A supervisor moves a deadline to a day on which people work, with a reason, and no further than the cut-off. */
class MovedDeadlinesTests extends OverseeTest {

    @Autowired
    Deadlines deadlines;

    @Autowired
    Areas areas;

    @Autowired
    BusinessTime time;

    @Test
    void a_deadline_is_moved_with_a_reason_that_stands_on_the_case() throws Exception {
        claim(task, budi);
        WorkItem before = items.find(task).orElseThrow();
        LocalDate day = workingDay(12);

        done("due", verifier, List.of(task), "dueDay", day.toString(), "dueReason", WHY);

        Instant due = deadlines.clock(VILLAGE.value()).closing(day);
        assertThat(items.find(task).orElseThrow().dueAt()).isEqualTo(due);
        assertThat(engine.createTaskQuery()
                        .taskId(task)
                        .singleResult()
                        .getDueDate()
                        .toInstant())
                .isEqualTo(due);
        assertThat(timeline.of(ref())).last().satisfies(last -> {
            assertThat(last.what()).isEqualTo("due-moved");
            assertThat(last.by()).isEqualTo(verifier.accountId());
            assertThat(last.note()).endsWith(": " + WHY).contains(" → ");
        });
        assertThat(before.dueAt()).isNotEqualTo(due);
        mvc.perform(get("/casework/" + ref()).with(with(verifier)))
                .andExpect(content().string(containsString("digeser " + verifier.displayName())))
                .andExpect(content().string(containsString(WHY)));
        mvc.perform(get("/worklist/tasks/" + task).with(with(budi)))
                .andExpect(content().string(containsString("Tenggat digeser " + verifier.displayName())));
        home(budi)
                .andExpect(content().string(containsString("menggeser tenggat pekerjaan Anda menjadi")))
                .andExpect(content().string(not(containsString(WHY))));
        assertThat(work.isInStep()).isTrue();
    }

    @Test
    void no_deadline_without_a_day_people_work_on_and_a_reason() throws Exception {
        LocalDate day = workingDay(8);
        refused("due", verifier, "Tulis 10 sampai 500 huruf.", "dueDay", "", "dueReason", "");
        refused("due", verifier, "Pilih tanggalnya", "dueDay", "", "dueReason", "");
        refused("due", verifier, "Tulis 10 sampai 500 huruf.", "dueDay", day.toString(), "dueReason", "hujan");
        for (String shapeless : new String[] {"", "besok", "2026-02-31", "12026-01-01"}) {
            refused("due", verifier, "Pilih tanggalnya", "dueDay", shapeless, "dueReason", WHY);
        }
        notMoved(today().minusDays(1), "Pilih hari ini sampai 60 hari ke depan.");
        notMoved(today().plusDays(61), "Pilih hari ini sampai 60 hari ke depan.");
        notMoved(freeDay(), "kantor di wilayah ini tutup");
        done("due", verifier, List.of(task), "dueDay", day.toString(), "dueReason", WHY);
        notMoved(day, "Tenggatnya memang sudah hari itu.");
    }

    @Test
    void no_deadline_goes_beyond_the_cut_off_nor_is_the_cut_off_itself_one() throws Exception {
        ProposalTestData.Place here = data.in("5311011001");
        PeriodView period = here.period();
        String decision = open(here.visited(), "decide-proposal");
        Actor head = people.officeHead(period.regency());
        LocalDate beyond = LocalDate.ofInstant(period.regencyCutoffAt(), period.zone());
        do {
            beyond = beyond.plusDays(1);
        } while (!deadlines.clock(here.village.value()).isWorkingDay(beyond));

        mvc.perform(due(head, List.of(decision), beyond).param("key", key()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Tidak boleh melewati batas periode")));

        String list = open(period.ref(), "finalize-village");
        LocalDate day = workingDay(1);
        mvc.perform(due(head, List.of(list), day).param("key", key()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("adalah batas periode")));

        String key = key();
        mvc.perform(due(head, List.of(decision, list), day).param("key", key))
                .andExpect(redirectedUrl("/worklist/bulk/" + key + "?from="));
        mvc.perform(get("/worklist/bulk/" + key).with(with(head)))
                .andExpect(content().string(containsString("1 berhasil.")))
                .andExpect(content().string(containsString("adalah batas periode")));
    }

    private void notMoved(LocalDate day, String sentence) throws Exception {
        refused("due", verifier, sentence, "dueDay", day.toString(), "dueReason", WHY);
    }

    private LocalDate today() {
        return time.today(areas.zoneOf(VILLAGE));
    }

    private LocalDate workingDay(int from) {
        return nearest(from, true);
    }

    private LocalDate freeDay() {
        return nearest(1, false);
    }

    private LocalDate nearest(int from, boolean working) {
        LocalDate day = today().plusDays(from);
        while (deadlines.clock(VILLAGE.value()).isWorkingDay(day) != working) {
            day = day.plusDays(1);
        }
        return day;
    }
}
