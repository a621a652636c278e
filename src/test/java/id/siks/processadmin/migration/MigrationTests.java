package id.siks.processadmin.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import id.siks.casework.CaseRef;
import id.siks.identity.Actor;
import id.siks.platform.engine.EngineTasks;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases move to another version with everything they have, or stay with a reason. */
class MigrationTests extends MigrationTest {

    @Autowired
    EngineTasks engineTasks;

    @Test
    void a_case_of_an_older_diagram_moves_with_its_task_as_it_is_and_gets_a_ladder() throws Exception {
        release(MovingCases.BARE);
        CaseRef ref = open();
        Actor worked = people.operator(VILLAGE);
        Instant due = time.now().plus(Duration.ofDays(9)).truncatedTo(ChronoUnit.SECONDS);
        engineTasks.assign(task(ref).getId(), worked.id());
        engineTasks.reschedule(Map.of(task(ref).getId(), due));
        Task before = task(ref);
        assertThat(watch.armed(ref)).isEmpty();
        release(MovingCases.WATCHED);

        run(begun(WEIGHING));

        Task after = task(ref);
        assertThat(after.getId()).isEqualTo(before.getId());
        assertThat(after.getAssignee()).isEqualTo(worked.id());
        assertThat(after.getDueDate()).isEqualTo(before.getDueDate());
        assertThat(version(ref)).isEqualTo(2);
        List<Instant> armed = watch.armed(ref);
        assertThat(armed).singleElement().satisfies(at -> assertThat(at).isAfter(time.now()));
        engineTasks.reschedule(Map.of(after.getId(), due.plusSeconds(60)));
        engineTasks.reschedule(Map.of(after.getId(), due));
        assertThat(watch.armed(ref)).as("armed by the date of its task").isEqualTo(armed);
        watch.next(ref);
        assertThat(told(ref)).isEqualTo(1);
        tasks.complete(after.getId());
        assertThat(work.isInStep()).isTrue();
    }

    @Test
    void an_armed_timer_keeps_its_date_and_what_was_told_is_not_told_again() throws Exception {
        release(MovingCases.WATCHED);
        CaseRef told = open();
        CaseRef fresh = open();
        watch.next(told);
        String job = job(told);
        List<Instant> armed = watch.armed(told);
        List<Instant> others = watch.armed(fresh);
        cases.version(key, MovingCases.model(MovingCases.WATCHED, key).replace("Barang tiba", "Barang datang"));

        run(begun(WEIGHING));

        assertThat(version(told)).isEqualTo(2);
        assertThat(job(told)).isEqualTo(job);
        assertThat(watch.armed(told)).isEqualTo(armed);
        assertThat(watch.armed(fresh)).isEqualTo(others);
        assertThat(told(told)).isEqualTo(1);
        watch.next(told);
        assertThat(told(told)).isEqualTo(2);
    }

    @Test
    void a_task_whose_ladder_has_ended_gets_no_timer() throws Exception {
        release(MovingCases.WATCHED);
        CaseRef ref = open();
        watch.climb(ref);
        int told = told(ref);
        cases.version(key, MovingCases.model(MovingCases.WATCHED, key).replace("Barang tiba", "Barang datang"));

        run(begun(WEIGHING));

        assertThat(version(ref)).isEqualTo(2);
        assertThat(watch.armed(ref)).isEmpty();
        assertThat(told(ref)).isEqualTo(told);
    }

    @Test
    void a_migration_that_cannot_go_on_keeps_no_other_from_it() throws Exception {
        release(MovingCases.BARE);
        release(MovingCases.WATCHED);
        long stuck = begun(WEIGHING);
        cases.end(key);
        key += "-2";
        release(MovingCases.BARE);
        CaseRef ref = open();
        release(MovingCases.WATCHED);
        begun(WEIGHING);

        try {
            worker.work();
        } finally {
            rows.put(stuck, Migration.State.DROPPED, "DROPPED", null, null);
        }

        assertThat(version(ref)).isEqualTo(2);
    }

    @Test
    void a_task_at_another_step_is_that_step_in_the_worklist() throws Exception {
        release(MovingCases.WATCHED);
        CaseRef ref = open();
        List<Instant> armed = watch.armed(ref);
        String model = MovingCases.model(MovingCases.WATCHED, key);
        cases.version(key, model.replace("weigh-goods", "weigh-twice").replace("Barang tiba", "Barang datang"));

        read(admin, "/processadmin/migrations/plan?key=" + key + "&source=1&target=2")
                .andExpect(content().string(containsString("value=\"weigh-twice\" selected")));
        run(begun(Map.of("weigh-goods", "weigh-twice")));

        assertThat(jdbc.queryForObject(
                        "select task_key from worklist.work_item where task_id = ?",
                        String.class,
                        task(ref).getId()))
                .isEqualTo("weigh-twice");
        assertThat(task(ref).getTaskDefinitionKey()).isEqualTo("weigh-twice");
        assertThat(watch.armed(ref)).isEqualTo(armed);
        assertThat(work.isInStep()).isTrue();
    }

    @Test
    void the_time_machine_shows_each_moment_on_the_diagram_the_case_followed_then() throws Exception {
        release(MovingCases.BARE);
        CaseRef ref = open();
        time.moveTo(time.now().plus(Duration.ofHours(2)));
        cases.version(
                key,
                MovingCases.model(MovingCases.BARE, key)
                        .replace("weigh-goods\" name=\"Timbang barang\"", "weigh-twice\" name=\"Timbang dua kali\"")
                        .replace("weigh-goods", "weigh-twice"));
        run(begun(Map.of("weigh-goods", "weigh-twice", "check-weight", "check-weight")));
        time.moveTo(time.now().plus(Duration.ofHours(2)));
        tasks.complete(task(ref).getId());

        List<String> film = film(ref);
        int move = 0;
        while (!film.get(move).contains("Pindah ke versi 2")) {
            move++;
        }
        List<String> before = film.subList(0, move);
        assertThat(before)
                .allMatch(frame -> frame.contains("saat itu masih mengikuti versi 1"))
                .noneMatch(frame -> frame.contains("Timbang dua kali"));
        assertThat(before.get(move - 1)).contains("Operator desa/kelurahan", "fill='#fdecc8'");
        assertThat(film.subList(move, film.size()))
                .hasSizeGreaterThan(1)
                .allMatch(frame -> frame.contains("Timbang dua kali"))
                .noneMatch(frame -> frame.contains("mengikuti versi 1"));
        assertThat(film).anyMatch(frame -> frame.contains("Selesai di Timbang dua kali"));
    }

    /** All moments of the case, page by page. */
    private List<String> film(CaseRef ref) throws Exception {
        List<String> frames = new ArrayList<>();
        String frame = "";
        while (!frame.contains("sampai sekarang")) {
            frame = read(admin, "/processadmin/cases/" + ref + "?moment=" + (frames.size() + 1))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            frames.add(frame);
        }
        return frames;
    }

    @Test
    void a_case_that_is_always_busy_stays_and_keeps_nobody_from_moving() throws Exception {
        oneStays(() -> new OptimisticLockingException("uji"), "selalu sedang dikerjakan");
    }

    @Test
    void a_case_whose_move_somebody_cannot_follow_stays_and_keeps_nobody_from_moving() throws Exception {
        oneStays(() -> new IllegalStateException("uji"), "Mesin menolak memindahkan perkara ini");
    }

    private void oneStays(Supplier<RuntimeException> fault, String words) throws Exception {
        release(MovingCases.WATCHED);
        CaseRef held = open();
        CaseRef free = open();
        String model = MovingCases.model(MovingCases.WATCHED, key);
        cases.version(key, model.replace("weigh-goods", "weigh-twice"));
        neighbour.task = task(held).getId();
        neighbour.fault = fault;

        long id = begun(Map.of("weigh-goods", "weigh-twice"));
        run(id);

        assertThat(version(free)).isEqualTo(2);
        assertThat(version(held)).isEqualTo(1);
        assertThat(watch.armed(held)).hasSize(1);
        read(admin, "/processadmin/migrations/" + id)
                .andExpect(says("1 dari 2 perkara sudah pindah"))
                .andExpect(says(words))
                .andExpect(says(held.value()));
        assertThat(work.isInStep()).isTrue();
    }

    private int told(CaseRef ref) {
        return jdbc.queryForObject(
                "select count(*) from casework.case_event where case_ref = ? and what like 'rung-%'",
                Integer.class, ref.value());
    }

    private String job(CaseRef ref) {
        return jdbc.queryForObject(
                """
                select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                where e.business_key_ = ?""",
                String.class,
                ref.value());
    }
}
