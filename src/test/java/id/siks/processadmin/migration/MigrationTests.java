package id.siks.processadmin.migration;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.casework.CaseRef;
import id.siks.casework.LadderWatch;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.EngineTasks;
import id.siks.processadmin.CaseFilesTests;
import id.siks.processadmin.run.ShakyBridgeSteps;
import id.siks.worklist.model.TestWork;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Cases move to another version with everything they have, or stay with a reason. */
@EngineTest
class MigrationTests {

    private static final AreaCode VILLAGE = new AreaCode("1671011003");
    private static final Map<String, String> WEIGHING = Map.of("weigh-goods", "weigh-goods");
    private static final String REASON = "Aturan baru tentang timbangan.";

    @Autowired
    MockMvc mvc;

    @Autowired
    TestActors people;

    @Autowired
    MovingCases cases;

    @Autowired
    RudeNeighbour neighbour;

    @Autowired
    ShakyBridgeSteps bridge;

    @Autowired
    MigrationWorker worker;

    @Autowired
    MigrationRows rows;

    @Autowired
    TestWork work;

    @Autowired
    LadderWatch watch;

    @Autowired
    EngineTasks engineTasks;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    BusinessTime time;

    @Autowired
    JdbcTemplate jdbc;

    private final List<CaseRef> opened = new ArrayList<>();
    private String key;
    private Actor admin;
    private Actor releaser;

    @BeforeEach
    void twoPeople() {
        key = "test-moving-" + UUID.randomUUID().toString().substring(0, 8);
        admin = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        releaser = people.holding(List.of(Assignment.nation(Role.PROCESS_RELEASER)));
    }

    @AfterEach
    void asItWas() {
        neighbour.task = null;
        bridge.fault = null;
        time.release();
        opened.forEach(ref -> runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(ref.value())
                .list()
                .forEach(i -> runtime.deleteProcessInstance(i.getId(), "uji")));
    }

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
    void the_trial_tells_who_moves_and_who_stays_and_changes_nothing() throws Exception {
        release(MovingCases.BARE);
        CaseRef moves = open();
        CaseRef stays = open();
        tasks.complete(task(stays).getId());
        release(MovingCases.WATCHED);

        send(WEIGHING, "check", "")
                .andExpect(status().isOk())
                .andExpect(says("1 perkara dapat pindah, 1 tidak."))
                .andExpect(says("Belum ada langkah pengganti di versi tujuan."))
                .andExpect(says(stays.value()));
        assertThat(version(moves)).isEqualTo(1);
        assertThat(watch.armed(moves)).isEmpty();

        long id = begun(WEIGHING);
        run(id);
        assertThat(version(moves)).isEqualTo(2);
        assertThat(version(stays)).isEqualTo(1);
        assertThat(task(stays).getTaskDefinitionKey()).isEqualTo("check-weight");
        read(releaser, "/processadmin/migrations/" + id)
                .andExpect(says("1 dari 2 perkara sudah pindah"))
                .andExpect(says("Periksa timbangan"))
                .andExpect(says(stays.value()))
                .andExpect(says("Dimulai"));
        read(people.holding(Role.AUDITOR, VILLAGE.at(AreaLevel.REGENCY)), "/processadmin/migrations/" + id)
                .andExpect(says("1 dari 2 perkara sudah pindah"))
                .andExpect(says("Dimulai"))
                .andExpect(content().string(not(containsString(stays.value()))))
                .andExpect(content().string(not(containsString("/processadmin/incidents"))));
        assertThat(work.isInStep()).isTrue();
    }

    @Test
    void of_many_cases_that_stay_all_can_be_fetched() throws Exception {
        release(MovingCases.BARE);
        List<String> all =
                Stream.generate(this::open).limit(52).map(CaseRef::value).toList();
        release(MovingCases.WATCHED);

        send(Map.of(), "check", "")
                .andExpect(says("dan 2 lainnya"))
                .andExpect(says(all.get(49)))
                .andExpect(content().string(not(containsString(all.get(50)))))
                .andExpect(content().string(containsString("/plan/cases")));
        assertThat(cases(mvc.perform(form("/cases", Map.of(), "", "", 1, 2)))).isEqualTo(all);

        long id = begun(Map.of());
        run(id);
        read(releaser, "/processadmin/migrations/" + id).andExpect(says("dan 2 lainnya"));
        assertThat(cases(act(releaser, id, "stayed"))).isEqualTo(all);
        assertThat(CaseFilesTests.taken(jdbc, admin)).containsExactly("processadmin:plan." + key + ".1.2");
        assertThat(CaseFilesTests.taken(jdbc, releaser)).containsExactly("processadmin:migration." + id);
    }

    @Test
    void all_migrations_can_be_read_page_by_page() throws Exception {
        jdbc.update(
                """
                insert into processadmin.migration
                  (process_key, source_version, target_version, state, reason, planned_by, planned_at, ended_at)
                select ?, 1, 2, 'DROPPED', 'Rencana ke-' || n || '.', ?, now(), now() from generate_series(1, 51) n""",
                key,
                admin.accountId());
        Long second = jdbc.queryForObject(
                "select migration_id from processadmin.migration where process_key = ? and reason = 'Rencana ke-2.'",
                Long.class,
                key);
        String older = "/processadmin/migrations?before=" + second;

        read(admin, "/processadmin/migrations")
                .andExpect(says("Rencana ke-51."))
                .andExpect(says(older))
                .andExpect(content().string(not(containsString("Rencana ke-1."))));
        read(admin, older)
                .andExpect(says("Rencana ke-1."))
                .andExpect(content().string(not(containsString("Rencana ke-2."))));
    }

    /** Numbers in the last column of the file; the first line names the columns. */
    private static List<String> cases(ResultActions file) throws Exception {
        return file.andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.substring(line.lastIndexOf(',') + 1).replace("\"", ""))
                .toList();
    }

    @Test
    void steps_that_do_not_fit_are_named_with_the_reason() throws Exception {
        release(MovingCases.BARE);
        release(MovingCases.WATCHED);
        send(Map.of("check-weight", "weigh-goods"), "check", "")
                .andExpect(says("Rencana ini belum dapat dipakai"))
                .andExpect(says("Periksa timbangan:"))
                .andExpect(says("Penggantinya dikerjakan peran lain"));
        send(Map.of("check-weight", "weigh-goods"), "save", REASON)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(says("Rencana ini belum lolos pemeriksaan."));
        send(Map.of("weigh-goods", "nothing"), "check", "")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(says("Pilih langkah yang ada di versi tujuan."));
        send(WEIGHING, "save", "pendek")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(says("Tulis 10 sampai 300 huruf."));
        mvc.perform(get("/processadmin/migrations/plan")
                        .param("key", key)
                        .param("source", "1")
                        .param("target", "1")
                        .with(with(admin)))
                .andExpect(status().isUnprocessableEntity());
        for (String version : List.of("7", "x")) {
            mvc.perform(get("/processadmin/migrations/plan")
                            .param("key", key)
                            .param("source", "1")
                            .param("target", version)
                            .with(with(admin)))
                    .andExpect(status().isNotFound());
        }
        for (String id : List.of("0", "x", "9".repeat(30))) {
            mvc.perform(get("/processadmin/migrations/" + id).with(with(admin))).andExpect(status().isNotFound());
        }
    }

    @Test
    void both_pictures_show_which_steps_are_matched_and_follow_the_choice() throws Exception {
        release(MovingCases.BARE);
        open();
        release(MovingCases.WATCHED);

        read(admin, "/processadmin/migrations/plan?key=" + key + "&source=1&target=2")
                .andExpect(pictures(List.of("1:#dff0e2", "2:#fbe3e1"), List.of("1:#dff0e2")));
        send(Map.of(), "draw", "")
                .andExpect(pictures(List.of("1:#fbe3e1", "2:#fbe3e1"), List.of(":#fdecc8")))
                .andExpect(content().string(not(containsString("perkara dapat pindah"))));
        send(Map.of("check-weight", "weigh-goods"), "check", "")
                .andExpect(pictures(List.of("1:#fbe3e1", "2:#fbe3e1"), List.of("2:#fbe3e1")));
    }

    /** The tasks of both pictures, each as the number at it and its colour. */
    private static ResultMatcher pictures(List<String> source, List<String> target) {
        return result -> {
            String[] drawn = result.getResponse().getContentAsString().split("<svg ");
            assertThat(drawn).hasSizeGreaterThanOrEqualTo(3);
            assertThat(marks(drawn[drawn.length - 2])).isEqualTo(source);
            assertThat(marks(drawn[drawn.length - 1])).isEqualTo(target);
        };
    }

    private static List<String> marks(String svg) {
        List<String> numbers = Pattern.compile("font-size='12'[^>]*>([0-9, ]+)</text>")
                .matcher(svg)
                .results()
                .map(number -> number.group(1))
                .toList();
        List<String> fills = Pattern.compile("rx='8' fill='(#[0-9a-f]+)'")
                .matcher(svg)
                .results()
                .map(fill -> fill.group(1))
                .filter(fill -> !fill.equals("#fff"))
                .toList();
        return IntStream.range(0, fills.size())
                .mapToObj(i -> (i < numbers.size() ? numbers.get(i) : "") + ":" + fills.get(i))
                .toList();
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

    @Test
    void a_new_branch_would_never_be_done_and_a_lost_one_twice() throws Exception {
        release(MovingCases.BARE);
        CaseRef straight = open();
        cases.version(key, branching());
        CaseRef branched = open();
        send(WEIGHING, "check", "")
                .andExpect(says("0 perkara dapat pindah, 1 tidak."))
                .andExpect(says("Versi tujuan bercabang sejajar sebelum langkah ini."));
        run(begun(WEIGHING));
        assertThat(version(straight)).isEqualTo(1);

        release(MovingCases.BARE);
        mvc.perform(form(Map.of("weigh-goods", "weigh-goods", "check-weight", "check-weight"), "check", "", 2, 3))
                .andExpect(says("0 perkara dapat pindah, 1 tidak."))
                .andExpect(says("Versi tujuan tidak lagi bercabang sejajar di sini."));
        assertThat(version(branched)).isEqualTo(2);
    }

    @Test
    void a_branch_that_would_be_missing_is_begun_and_where_they_meet_both_are_awaited() throws Exception {
        release(MovingCases.BARE);
        CaseRef weighing = open();
        CaseRef checking = open();
        tasks.complete(task(checking).getId());
        String before = task(weighing).getId();
        cases.version(key, branching());
        Map<String, String> choice = Map.of("weigh-goods", "weigh-goods", "check-weight", "check-weight");

        sendBranching(choice, "check", "")
                .andExpect(says("1 perkara dapat pindah, 1 tidak."))
                .andExpect(says("Cabang «Periksa timbangan» dimulai untuk 1 perkara."))
                .andExpect(says("Di cabang yang akan dimulai ada langkah yang mungkin sudah dikerjakan perkara ini"));
        long id = begunBranching(choice);
        read(releaser, "/processadmin/migrations/" + id).andExpect(says("cabang yang belum dimulai ikut dimulai"));
        run(id);

        assertThat(version(checking)).as("its weighing would be done twice").isEqualTo(1);
        assertThat(version(weighing)).isEqualTo(2);
        List<Task> open = tasksOf(weighing);
        assertThat(open).extracting(Task::getTaskDefinitionKey).containsExactly("check-weight", "weigh-goods");
        assertThat(open.get(1).getId()).isEqualTo(before);
        assertThat(open.get(0).getDueDate()).isNotNull();
        assertThat(work.isInStep()).as("the new task is on the worklist").isTrue();

        tasks.complete(open.get(1).getId());
        assertThat(task(weighing).getId())
                .as("the other branch is awaited")
                .isEqualTo(open.get(0).getId());
        tasks.complete(open.get(0).getId());
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(weighing.value())
                        .count())
                .isZero();
        assertThat(work.isInStep()).isTrue();
    }

    @Test
    void only_splits_of_the_target_can_be_chosen_and_a_third_branch_joins_two() throws Exception {
        cases.version(key, branching());
        CaseRef ref = open();
        cases.version(key, threefold());
        tasks.createTaskQuery()
                .processInstanceBusinessKey(ref.value())
                .taskDefinitionKey("weigh-goods")
                .list()
                .forEach(task -> tasks.complete(task.getId()));
        Map<String, String> places =
                Map.of("weigh-goods", "weigh-goods", "check-weight", "check-weight", "meet", "meet");
        mvc.perform(form(places, "check", "", 1, 2).param("branch.meet", "true"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(says("Pilih percabangan baru yang ada di versi tujuan."));

        run(begunBranching(places));

        assertThat(version(ref)).isEqualTo(2);
        List<Task> open = tasksOf(ref);
        assertThat(open)
                .extracting(Task::getTaskDefinitionKey)
                .as("what was done is not done again")
                .containsExactlyInAnyOrder("check-weight", "count-sacks");
        open.forEach(task -> tasks.complete(task.getId()));
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(ref.value())
                        .count())
                .isZero();
    }

    @Test
    void a_choice_of_one_way_that_becomes_a_split_lacks_the_other_branches() throws Exception {
        cases.version(key, choosing());
        CaseRef ref = open();
        cases.version(key, branching());

        send(WEIGHING, "check", "")
                .andExpect(says("0 perkara dapat pindah, 1 tidak."))
                .andExpect(says("Versi tujuan bercabang sejajar sebelum langkah ini."));
        sendBranching(WEIGHING, "check", "")
                .andExpect(says("1 perkara dapat pindah, 0 tidak."))
                .andExpect(says("Cabang «Periksa timbangan» dimulai untuk 1 perkara."));
        run(begunBranching(WEIGHING));

        assertThat(version(ref)).isEqualTo(2);
        assertThat(tasksOf(ref))
                .extracting(Task::getTaskDefinitionKey)
                .containsExactlyInAnyOrder("weigh-goods", "check-weight");
    }

    @Test
    void of_two_ways_that_become_three_branches_only_the_one_that_was_taken_runs() throws Exception {
        cases.version(key, choosing());
        CaseRef ref = open();
        cases.version(key, threefold());

        run(begunBranching(WEIGHING));

        assertThat(version(ref)).isEqualTo(2);
        assertThat(tasksOf(ref))
                .extracting(Task::getTaskDefinitionKey)
                .containsExactlyInAnyOrder("weigh-goods", "check-weight", "count-sacks");
    }

    @Test
    void a_branch_whose_beginning_fails_is_told_by_the_trial_and_keeps_the_case() throws Exception {
        release(MovingCases.BARE);
        CaseRef ref = open();
        cases.version(key, bridging());
        bridge.fault = new IllegalStateException("uji");

        sendBranching(WEIGHING, "check", "")
                .andExpect(says("0 perkara dapat pindah, 1 tidak."))
                .andExpect(says("Cabang yang akan dimulai menolak perkara ini"));
        long id = begunBranching(WEIGHING);
        run(id);

        assertThat(version(ref)).isEqualTo(1);
        assertThat(tasksOf(ref)).extracting(Task::getTaskDefinitionKey).containsExactly("weigh-goods");
        read(admin, "/processadmin/migrations/" + id)
                .andExpect(says("Cabang yang akan dimulai menolak perkara ini"))
                .andExpect(says(ref.value()));

        bridge.fault = null;
        sendBranching(WEIGHING, "check", "").andExpect(says("1 perkara dapat pindah, 0 tidak."));
        assertThat(tasksOf(ref)).as("the trial begins nothing").hasSize(1);
        run(begunBranching(WEIGHING));
        assertThat(version(ref)).isEqualTo(2);
        assertThat(tasksOf(ref)).hasSize(2);
    }

    @Test
    void a_branch_that_was_only_busy_is_begun_another_time() throws Exception {
        release(MovingCases.BARE);
        CaseRef ref = open();
        cases.version(key, bridging());
        long id = begunBranching(WEIGHING);
        worker.step(rows.get(id));
        bridge.fault = new CannotAcquireLockException("uji");

        sendBranching(WEIGHING, "check", "").andExpect(says("1 perkara dapat pindah, 0 tidak."));
        worker.step(rows.get(id));
        assertThat(version(ref)).isEqualTo(1);
        bridge.fault = null;
        run(id);

        assertThat(version(ref)).isEqualTo(2);
        assertThat(tasksOf(ref)).hasSize(2);
    }

    private long begunBranching(Map<String, String> steps) throws Exception {
        String to = sendBranching(steps, "save", REASON)
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        long id = Long.parseLong(to.substring(to.lastIndexOf('/') + 1));
        act(releaser, id, "begin").andExpect(status().is3xxRedirection());
        return id;
    }

    private ResultActions sendBranching(Map<String, String> steps, String act, String reason) throws Exception {
        return mvc.perform(form(steps, act, reason, 1, 2).param("branch.split", "true"));
    }

    @Test
    void whoever_planned_it_does_not_begin_it_and_it_can_be_paused_and_dropped() throws Exception {
        release(MovingCases.BARE);
        CaseRef ref = open();
        release(MovingCases.WATCHED);
        Actor both = people.holding(
                List.of(Assignment.nation(Role.PROCESS_ADMIN), Assignment.nation(Role.PROCESS_RELEASER)));
        admin = both;
        long id = planned(WEIGHING);
        act(both, id, "begin")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(says("Rencana ini harus dimulai orang lain"));
        send(WEIGHING, "save", REASON).andExpect(status().isConflict());
        act(releaser, id, "pause").andExpect(status().isConflict());
        act(releaser, id, "begin").andExpect(status().is3xxRedirection());
        act(releaser, id, "begin").andExpect(status().isConflict());
        act(both, id, "pause").andExpect(status().is3xxRedirection());
        worker.work();
        assertThat(worker.step(rows.get(id))).isFalse();
        assertThat(version(ref)).as("nothing moves while it is paused").isEqualTo(1);
        act(releaser, id, "resume").andExpect(status().is3xxRedirection());
        run(id);
        assertThat(version(ref)).isEqualTo(2);
        act(releaser, id, "drop").andExpect(status().isConflict());
        read(releaser, "/processadmin/migrations/" + id)
                .andExpect(says("Dilanjutkan"))
                .andExpect(says("Selesai"));
        read(both, "/processadmin/migrations").andExpect(says(REASON));

        long second = planned(WEIGHING);
        act(releaser, second, "drop").andExpect(status().is3xxRedirection());
        assertThat(rows.get(second).state()).isEqualTo(Migration.State.DROPPED);
    }

    private void release(String file) {
        cases.version(key, MovingCases.model(file, key));
    }

    private CaseRef open() {
        CaseRef ref = cases.open(key, VILLAGE);
        opened.add(ref);
        return ref;
    }

    /** Both tasks side by side. */
    private String branching() {
        return MovingCases.model(MovingCases.BARE, key)
                .replace(
                        "<bpmn:sequenceFlow id=\"to-weigh\" sourceRef=\"goods-arrived\" targetRef=\"weigh-goods\" />",
                        """
                        <bpmn:sequenceFlow id="to-split" sourceRef="goods-arrived" targetRef="split" />
                        <bpmn:parallelGateway id="split" /><bpmn:parallelGateway id="meet" />
                        <bpmn:sequenceFlow id="to-weigh" sourceRef="split" targetRef="weigh-goods" />
                        <bpmn:sequenceFlow id="to-look" sourceRef="split" targetRef="check-weight" />
                        <bpmn:sequenceFlow id="weighed" sourceRef="weigh-goods" targetRef="meet" />""")
                .replace(
                        "<bpmn:sequenceFlow id=\"to-check\" sourceRef=\"weigh-goods\" targetRef=\"check-weight\" />",
                        "<bpmn:sequenceFlow id=\"to-check\" sourceRef=\"check-weight\" targetRef=\"meet\" />")
                .replace(
                        "sourceRef=\"check-weight\" targetRef=\"goods-weighed\"",
                        "sourceRef=\"meet\" targetRef=\"goods-weighed\"");
    }

    /** Both tasks side by side, one behind work of the system. */
    private String bridging() {
        return branching()
                .replace(
                        "sourceRef=\"split\" targetRef=\"check-weight\" />",
                        """
                        sourceRef="split" targetRef="cross-bridge" />
                        <bpmn:serviceTask id="cross-bridge" name="Lewati jembatan" camunda:expression="${shakyBridge.cross()}" />
                        <bpmn:sequenceFlow id="crossed" sourceRef="cross-bridge" targetRef="check-weight" />""");
    }

    /** Both tasks and a third one side by side. */
    private String threefold() {
        return branching()
                .replace(
                        "<bpmn:parallelGateway id=\"split\" />",
                        """
                        <bpmn:parallelGateway id="split" />
                        <bpmn:sequenceFlow id="to-count" sourceRef="split" targetRef="count-sacks" />
                        <bpmn:userTask id="count-sacks" name="Hitung karung" camunda:candidateGroups="VILLAGE_OPERATOR" />
                        <bpmn:sequenceFlow id="counted" sourceRef="count-sacks" targetRef="meet" />""");
    }

    /** One of the tasks or the other. */
    private String choosing() {
        return branching()
                .replace(
                        "<bpmn:parallelGateway id=\"split\" /><bpmn:parallelGateway id=\"meet\" />",
                        "<bpmn:exclusiveGateway id=\"split\" default=\"to-weigh\" /><bpmn:exclusiveGateway id=\"meet\" />")
                .replace(
                        "sourceRef=\"split\" targetRef=\"check-weight\" />",
                        """
                        sourceRef="split" targetRef="check-weight">
                        <bpmn:conditionExpression>${kind == 'HEAVY'}</bpmn:conditionExpression></bpmn:sequenceFlow>""");
    }

    private long planned(Map<String, String> steps) throws Exception {
        String to = send(steps, "save", REASON)
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return Long.parseLong(to.substring(to.lastIndexOf('/') + 1));
    }

    private long begun(Map<String, String> steps) throws Exception {
        long id = planned(steps);
        act(releaser, id, "begin").andExpect(status().is3xxRedirection());
        return id;
    }

    private void run(long id) {
        int rounds = 0;
        while (rows.get(id).state() == Migration.State.RUNNING && rounds++ < 20) {
            worker.step(rows.get(id));
        }
        assertThat(rows.get(id).state()).isEqualTo(Migration.State.DONE);
    }

    private ResultActions act(Actor actor, long id, String deed) throws Exception {
        return mvc.perform(post("/processadmin/migrations/" + id + "/" + deed)
                .with(with(actor))
                .with(csrf()));
    }

    private ResultActions send(Map<String, String> steps, String act, String reason) throws Exception {
        return mvc.perform(form(steps, act, reason, 1, 2));
    }

    private MockHttpServletRequestBuilder form(
            Map<String, String> steps, String act, String reason, int source, int target) {
        return form("", steps, act, reason, source, target);
    }

    private MockHttpServletRequestBuilder form(
            String door, Map<String, String> steps, String act, String reason, int source, int target) {
        MockHttpServletRequestBuilder form = post("/processadmin/migrations/plan" + door)
                .param("key", key)
                .param("source", Integer.toString(source))
                .param("target", Integer.toString(target))
                .param("act", act)
                .param("reason", reason)
                .with(with(admin))
                .with(csrf());
        new HashMap<>(steps).forEach((step, place) -> form.param("step." + step, place));
        return form;
    }

    private ResultActions read(Actor actor, String path) throws Exception {
        return mvc.perform(get(path).with(with(actor))).andExpect(status().isOk());
    }

    private static ResultMatcher says(String words) {
        return content().string(allOf(containsString(words), not(containsString("??processadmin"))));
    }

    private List<Task> tasksOf(CaseRef ref) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(ref.value())
                .orderByTaskName()
                .asc()
                .list();
    }

    private Task task(CaseRef ref) {
        return tasks.createTaskQuery().processInstanceBusinessKey(ref.value()).singleResult();
    }

    private int version(CaseRef ref) {
        return jdbc.queryForObject(
                """
                select d.version_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                where e.business_key_ = ? and e.parent_id_ is null""",
                Integer.class,
                ref.value());
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
