package id.siks.casework;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import id.siks.casework.CalendarFollows.Straggler;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Open due dates follow a change of the calendar some at a time, each once, whatever else goes on. */
class CalendarFollowerTests extends FollowingTest {

    // Two chunks and a part of one.
    private static final int MANY = 2 * CalendarFollower.CHUNK + 20;

    @Autowired
    DueReckoning reckoning;

    @Autowired
    RuntimeService runtime;

    @Autowired
    MockMvc mvc;

    @Test
    void many_follow_in_chunks_and_whoever_looks_meanwhile_sees_how_far_it_is() throws Exception {
        open(MANY);
        long change = holiday(5);
        assertThat(due()).as("the change is saved without them").containsOnly(THURSDAY);

        follower.step();
        assertThat(due().filter(FRIDAY::equals)).hasSize(CalendarFollower.CHUNK);
        mvc.perform(get("/casework/calendar?year=2031&change=" + change).with(with(admin)))
                .andExpect(content().string(containsString("tenggat yang terbuka menyusul")))
                .andExpect(content().string(containsString("100 dari 220 tugas diperiksa, 100 tenggat berubah")));
        assertThat(desk.effect(edit(4)).moved())
                .as("of whom the page foretells what comes afterwards")
                .isEqualTo(MANY);
        open(1);
        assertThat(due(last())).as("comes by the new calendar").isEqualTo(FRIDAY);

        finish(change);
        assertThat(due()).containsOnly(FRIDAY);
        assertThat(follows.progress(change).orElseThrow().moved()).isEqualTo(MANY);
        assertThat(timesMoved()).as("each once").isEqualTo(MANY);
        mvc.perform(get("/casework/calendar?year=2031&change=" + change).with(with(admin)))
                .andExpect(content().string(containsString("Tersimpan. Tenggat yang berubah: 220 tugas.")));
    }

    @Test
    void two_servers_at_once_move_each_task_once() {
        open(MANY);
        long change = holiday(5);
        CountDownLatch start = new CountDownLatch(1);
        List<CompletableFuture<Void>> servers = Stream.generate(() -> CompletableFuture.runAsync(() -> {
                    await(start);
                    finish(change);
                }))
                .limit(2)
                .toList();
        start.countDown();
        servers.forEach(CompletableFuture::join);

        assertThat(due()).containsOnly(FRIDAY);
        assertThat(follows.progress(change).orElseThrow().moved()).isEqualTo(MANY);
        assertThat(timesMoved()).isEqualTo(MANY);
    }

    @Test
    void what_somebody_acts_on_follows_after_the_others() {
        open(3);
        String held = open.get(0);
        long change = holiday(5);
        transaction.executeWithoutResult(status -> {
            turns.take(ref(held));
            // The others, then the one that is left, and then there is nothing to do for a moment.
            assertThat(CompletableFuture.supplyAsync(follower::step).join()).isTrue();
            assertThat(CompletableFuture.supplyAsync(follower::step).join()).isTrue();
            assertThat(CompletableFuture.supplyAsync(follower::step).join()).isFalse();
            assertThat(due(open.get(2))).isEqualTo(FRIDAY);
            assertThat(follows.progress(change).orElseThrow().followed()).isFalse();
            tasks.setAssignee(held, admin.id());
        });
        assertThat(due(held)).isEqualTo(THURSDAY);

        finish(change);
        assertThat(due()).containsOnly(FRIDAY);
        assertThat(tasks.createTaskQuery().taskId(held).singleResult().getAssignee())
                .isEqualTo(admin.id());
        assertThat(follows.progress(change).orElseThrow()).isEqualTo(new CalendarProgress(change, 3, 3, 3, 0, true));
    }

    @Test
    void a_try_of_two_servers_is_one_try() {
        open(2);
        CaseRef held = ref(open.get(0));
        long change = holiday(5);
        transaction.executeWithoutResult(status -> {
            turns.take(held);
            CompletableFuture.runAsync(follower::step).join();
        });
        Straggler both = follows.stragglers(change, time.now(), 1).get(0);

        assertThat(follows.failed(both, time.now())).isEqualTo(1);
        assertThat(follows.failed(both, time.now())).as("the other server").isZero();
        assertThat(transaction.<Boolean>execute(status -> follows.take(both, "200ms")))
                .as("a server that is late")
                .isFalse();
        Instant later = time.now().plusSeconds(3);
        assertThat(follows.stragglers(change, later, 1))
                .singleElement()
                .satisfies(again -> assertThat(follows.failed(again, later)).isEqualTo(2));
    }

    @Test
    void what_is_done_meanwhile_is_let_be_and_its_next_step_has_the_right_date() {
        open(2);
        String done = open.remove(0);
        CaseRef ref = ref(done);
        long change = holiday(5);
        transaction.executeWithoutResult(status -> {
            turns.take(ref);
            CompletableFuture.runAsync(follower::step).join();
            tasks.complete(done);
        });
        open.add(tasks.createTaskQuery()
                .processInstanceBusinessKey(ref.value())
                .singleResult()
                .getId());
        finish(change);

        assertThat(due(done)).isEqualTo(THURSDAY);
        assertThat(due(open.get(0))).isEqualTo(FRIDAY);
        assertThat(follows.progress(change).orElseThrow().failed()).isZero();
        assertThat(work.isInStep()).isTrue();
    }

    @Test
    void the_task_of_a_stopped_case_follows_with_the_others_and_alone() {
        open(3);
        String instance = instance(open.get(1));
        runtime.suspendProcessInstanceById(instance);
        long change = holiday(5);
        follower.step();
        assertThat(follows.hasStragglers(change)).isFalse();
        finish(change);
        assertThat(due()).containsOnly(FRIDAY);

        CaseRef stopped = ref(open.get(1));
        long next = holiday(6);
        transaction.executeWithoutResult(status -> {
            turns.take(stopped);
            CompletableFuture.runAsync(follower::step).join();
            assertThat(follows.hasStragglers(next)).isTrue();
        });
        finish(next);
        assertThat(due()).containsOnly(NEXT_MONDAY);
        assertThat(follows.progress(next).orElseThrow().failed()).isZero();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .isSuspended())
                .isTrue();
        runtime.activateProcessInstanceById(instance);
    }

    @Test
    void what_cannot_be_moved_is_given_up_and_told() throws Exception {
        open(3);
        long odd = jdbc.queryForObject(
                "select item_id from worklist.work_item where task_id = ?", Long.class, open.remove(0));
        OpenDues some = new OddDues(odd);
        CalendarFollower failing = following(some);
        long change = holiday(5);
        while (!follows.progress(change).orElseThrow().followed()) {
            failing.step();
            time.moveTo(time.now().plusSeconds(20));
        }

        assertThat(due()).containsOnly(FRIDAY);
        assertThat(follows.progress(change).orElseThrow()).isEqualTo(new CalendarProgress(change, 3, 3, 2, 1, true));
        mvc.perform(get("/casework/calendar").with(with(admin)))
                .andExpect(content().string(containsString("1 tenggat gagal diubah")));
        transaction.executeWithoutResult(status -> work.drop(task(odd)));
    }

    @Test
    void what_fails_when_all_were_looked_at_is_not_tried_over_and_over() {
        open(3);
        CalendarFollower failing = following(new OddDues(0) {
            @Override
            public int count(Range range) {
                throw new IllegalStateException("uncounted");
            }
        });
        long change = holiday(5);
        assertThat(failing.step()).as("left to be looked at one by one").isTrue();
        assertThat(failing.step()).as("nothing to be done at this moment").isFalse();

        finish(change);
        assertThat(due()).containsOnly(FRIDAY);
        assertThat(follows.progress(change).orElseThrow()).isEqualTo(new CalendarProgress(change, 3, 3, 3, 0, true));
    }

    @Test
    void changes_are_followed_one_after_another() {
        open(2);
        holiday(5);
        finish(holiday(6));
        assertThat(due()).as("without Wednesday and Thursday").containsOnly(NEXT_MONDAY);

        // One that is taken back before anybody has followed it.
        long id = holiday(7);
        assertThat(desk.effect(edit(10)).byDays()).containsOnlyKeys(1L);
        Holiday friday = rows.holidays().stream()
                .filter(h -> h.day().equals(LocalDate.of(2031, 3, 7)))
                .findFirst()
                .orElseThrow();
        finish(desk.save(CalendarEdit.of(friday, null), admin));
        assertThat(follows.progress(id).orElseThrow().followed()).isTrue();
        assertThat(due()).containsOnly(NEXT_MONDAY);
    }

    private CalendarFollower following(OpenDues some) {
        return new CalendarFollower(follows, some, shifts(some, reckoning), turns, time, transaction);
    }

    private void open(int many) {
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < many; i++) {
                opened();
            }
        });
    }

    private String last() {
        return open.get(open.size() - 1);
    }

    /** Until all have followed the change. */
    private void finish(long change) {
        while (!follows.progress(change).orElseThrow().followed()) {
            follower.step();
        }
    }

    private CaseRef ref(String task) {
        return new CaseRef(
                jdbc.queryForObject("select case_ref from worklist.work_item where task_id = ?", String.class, task));
    }

    private String instance(String task) {
        return tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
    }

    private Stream<Instant> due() {
        return jdbc
                .queryForList("select due_at from worklist.work_item where task_id = any (?)", Timestamp.class, (Object)
                        open.toArray(String[]::new))
                .stream()
                .map(Timestamp::toInstant);
    }

    /** Every change of an item is a version. */
    private int timesMoved() {
        return jdbc.queryForObject(
                "select sum(version) from worklist.work_item where task_id = any (?)", Integer.class, (Object)
                        open.toArray(String[]::new));
    }

    private String task(long item) {
        return jdbc.queryForObject("select task_id from worklist.work_item where item_id = ?", String.class, item);
    }

    private static void await(CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One task cannot be had, whatever one does. */
    private class OddDues implements OpenDues {

        private final long odd;

        OddDues(long odd) {
            this.odd = odd;
        }

        @Override
        public List<OpenDue> page(Range range, Place after, int most) {
            return dues.page(range, after, most);
        }

        @Override
        public List<OpenDue> some(Range range, int every) {
            return dues.some(range, every);
        }

        @Override
        public int count(Range range) {
            return dues.count(range);
        }

        @Override
        public List<OpenDue> lock(Collection<Long> items, boolean wait) {
            if (items.contains(odd)) {
                throw new IllegalStateException("odd");
            }
            return dues.lock(items, wait);
        }
    }
}
