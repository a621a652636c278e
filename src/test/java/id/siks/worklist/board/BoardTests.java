package id.siks.worklist.board;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.area.Areas;
import id.siks.casework.CaseProgressed;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.Reason;
import id.siks.casework.ReasonCode;
import id.siks.finalization.Cadence;
import id.siks.finalization.Periods;
import id.siks.identity.AccessKind;
import id.siks.identity.AccessLog;
import id.siks.identity.Actor;
import id.siks.identity.Role;
import id.siks.platform.BusinessTime;
import id.siks.worklist.model.BoardSums;
import id.siks.worklist.model.WorklistTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The board in a district of its own, so that no other test's work is counted. */
class BoardTests extends WorklistTest {

    private static final AreaCode REGENCY = new AreaCode("5302");
    private static final AreaCode DISTRICT = new AreaCode("530209");
    private static final AreaCode VILLAGE = new AreaCode("5302092001");
    private static final AreaCode NEXT_VILLAGE = new AreaCode("5302092002");
    private static final AreaCode PICTURED = new AreaCode("5306012001");
    private static final AreaCode BUSY = new AreaCode("5303042001");

    @Autowired
    AccessLog accessLog;

    @Autowired
    TaskService engine;

    @Autowired
    BoardSums sums;

    @Autowired
    Periods periods;

    @Autowired
    OverdueBoard boards;

    @Autowired
    Areas areas;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    BusinessTime time;

    @Test
    void where_batches_go_by_quarters_so_does_the_trend() {
        AreaCode regency = new AreaCode("5311");
        periods.follow(regency, "DTKS_MONTHLY", Cadence.QUARTERLY);
        YearMonth next = YearMonth.from(time.today(BoardSums.CLOCK)).plusMonths(4);
        periods.plan(regency, next);

        assertThat(boards.of(regency).periods())
                .extracting(Board.Period::closing)
                .hasSize(12)
                .endsWith(next.minusMonths(6), next.minusMonths(3));
        assertThat(boards.of(REGENCY).periods())
                .extracting(Board.Period::closing)
                .endsWith(next.minusMonths(5), next.minusMonths(4));
    }

    @Test
    void what_is_late_is_counted_where_it_is_and_above() throws Exception {
        Actor verifier = people.holding(Role.REGENCY_VERIFIER, REGENCY);
        String late = work.due(work.open(VILLAGE, null), Duration.ofDays(-5).minusMinutes(1));
        work.open(VILLAGE, null);
        work.due(work.open(NEXT_VILLAGE, null), Duration.ofDays(-20).minusMinutes(1));
        sums.fold();
        work.due(work.open(NEXT_VILLAGE, null), Duration.ofDays(-2).minusMinutes(1));

        for (AreaCode area : List.of(DISTRICT, REGENCY)) {
            Board board = boards.of(area);
            assertThat(board.total()).isEqualTo(new Lateness(4, 3, 20, 5));
            assertThat(board.own().open()).isZero();
            assertThat(board.bands()).extracting(Board.Band::n).containsExactly(1, 0, 1, 1, 0, 1);
        }
        assertThat(boards.of(DISTRICT).areas())
                .extracting(Board.Part::area, Board.Part::lateness)
                .containsExactly(
                        tuple(NEXT_VILLAGE, new Lateness(2, 2, 20, 20)), tuple(VILLAGE, new Lateness(2, 1, 5, 5)));

        engine.setAssignee(late, Long.toString(people.operator(VILLAGE).accountId()));
        assertThat(boards.of(DISTRICT).workers()).extracting(Board.Worker::late).containsExactly(1);
        engine.complete(late);
        Board after = boards.of(REGENCY);
        assertThat(after.total().late()).isEqualTo(2);
        assertThat(after.workers()).isEmpty();
        assertThat(after.periods().get(11)).satisfies(period -> {
            assertThat(period.late()).isEqualTo(1);
            assertThat(period.timely()).isZero();
        });
        mvc.perform(get("/worklist/board").with(with(verifier)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Terlambat lebih dari 14 hari")));
        mvc.perform(get("/worklist/board/list").param("band", "late-long").with(with(verifier)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("terlambat 20 hari")))
                .andExpect(content().string(not(containsString("terlambat 2 hari"))));
    }

    @Test
    void what_belongs_to_the_regency_itself_opens_its_own_list() throws Exception {
        AreaCode regency = new AreaCode("5309");
        Actor ministry = people.ministryOfficer();
        String own = work.open(regency, null, "Surat kabupaten");
        work.open(new AreaCode("5309011003"), null, "Warga desa");

        assertThat(boards.of(regency).own().open()).isEqualTo(1);
        mvc.perform(get("/worklist/board").param("area", "5309").with(with(ministry)))
                .andExpect(content().string(containsString("/worklist/board/list?area=5309&amp;own=true")));
        mvc.perform(get("/worklist/board/list")
                        .param("area", "5309")
                        .param("own", "true")
                        .with(with(ministry)))
                .andExpect(content()
                        .string(containsString(
                                items.find(own).orElseThrow().ref().value())))
                .andExpect(content().string(containsString("Surat kabupaten")))
                .andExpect(content().string(not(containsString("Warga desa"))));
    }

    @Test
    void the_sums_are_those_of_the_items_while_work_goes_on() throws Exception {
        work.open(BUSY, null);
        AtomicBoolean going = new AtomicBoolean(true);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Object>> busy = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                busy.add(threads.submit((Callable<Object>) () -> {
                    while (going.get()) {
                        String task = work.open(BUSY, null);
                        work.due(task, Duration.ofDays(-3).minusMinutes(1));
                        work.drop(task);
                        work.open(BUSY, null);
                    }
                    return null;
                }));
            }
            int looks = 0;
            while (looks++ < 60) {
                if (looks % 5 == 0) {
                    sums.fold();
                }
                assertThat(kept()).as("look %d", looks).isEqualTo("same");
            }
            going.set(false);
            for (Future<Object> one : busy) {
                one.get();
            }
        } finally {
            going.set(false);
            threads.shutdown();
        }
        assertThat(sums.differences()).isZero();
    }

    @Test
    void a_process_is_a_picture_with_what_waits_at_each_step() throws Exception {
        Actor verifier = people.holding(Role.REGENCY_VERIFIER, PICTURED.at(AreaLevel.REGENCY));
        work.open(PICTURED, null);
        work.due(work.open(PICTURED, null), Duration.ofDays(-3).minusMinutes(1));
        mvc.perform(get("/worklist/board/processes")
                        .param("process", "test-weighing")
                        .with(with(verifier)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<svg")))
                .andExpect(content().string(containsString("aria-label=\"Timbang barang\"")))
                .andExpect(content().string(containsString(">2 terbuka, 1 terlambat</text>")));
        mvc.perform(get("/worklist/board/processes")
                        .param("process", "../etc")
                        .param("month", "2026-99")
                        .with(with(verifier)))
                .andExpect(status().isOk());
    }

    @Test
    void villages_are_listed_with_what_needs_attention_and_as_files() throws Exception {
        Actor verifier = people.holding(Role.REGENCY_VERIFIER, REGENCY);
        work.open(VILLAGE, null);
        String name = areas.get(VILLAGE).name();
        mvc.perform(get("/worklist/board/villages").param("show", "no-meeting").with(with(verifier)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("belum pernah")));
        mvc.perform(get("/worklist/board/villages/export").with(with(verifier)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("desa-5302.csv")))
                .andExpect(content().string(containsString('"' + VILLAGE.display() + "\",\"" + name)));
        byte[] workbook = mvc.perform(get("/worklist/board/villages/export")
                        .param("format", "xlsx")
                        .param("area", DISTRICT.value())
                        .with(with(verifier)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(sheet(workbook)).contains(name).doesNotContain("<f>");
        mvc.perform(get("/worklist/board/villages")
                        .param("area", VILLAGE.value())
                        .with(with(verifier)))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_file_of_villages_is_taken_five_times_a_day_and_every_time_is_kept() throws Exception {
        Actor verifier = people.holding(Role.REGENCY_VERIFIER, REGENCY);
        for (int i = 0; i < 5; i++) {
            mvc.perform(get("/worklist/board/villages/export").with(with(verifier)))
                    .andExpect(status().isOk());
        }
        mvc.perform(get("/worklist/board/villages/export").with(with(verifier)))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().exists("Retry-After"));
        assertThat(accessLog.ofAccount(verifier.accountId(), null)).hasSize(5).allSatisfy(entry -> {
            assertThat(entry.kind()).isEqualTo(AccessKind.EXPORT);
            assertThat(entry.subject()).isEqualTo("area:" + REGENCY);
            assertThat(entry.purpose()).isEqualTo("village-figures");
        });
    }

    private static String sheet(byte[] workbook) throws Exception {
        StringBuilder text = new StringBuilder();
        Path file = Files.write(Files.createTempFile("villages", ".xlsx"), workbook);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(file);
        }
        return text.toString();
    }

    @Test
    void a_village_is_shown_with_its_operator_and_its_returns_by_reason() throws Exception {
        AreaCode village = new AreaCode("5309011002");
        Actor operator = people.operator(village);
        CaseRef ref = items.find(work.open(village, null)).orElseThrow().ref();
        for (ReasonCode code :
                List.of(ReasonCode.ADDRESS_INCOMPLETE, ReasonCode.PHOTO_UNUSABLE, ReasonCode.PHOTO_UNUSABLE)) {
            transaction.executeWithoutResult(status -> events.publishEvent(new CaseProgressed(
                    List.of(ref),
                    "returned",
                    CaseStatus.RETURNED_TO_VILLAGE,
                    Role.VILLAGE_OPERATOR,
                    null,
                    new Reason(code, "Lihat catatan."),
                    null,
                    time.now())));
        }
        Actor ministry = people.ministryOfficer();

        String page = mvc.perform(
                        get("/worklist/board/villages").param("area", "530901").with(with(ministry)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains(operator.displayName(), "tanpa operator")
                .containsSubsequence("3 (300 %)", "Foto tidak dapat dipakai", "2 (200 %)", "Alamat belum", "1 (100 %)");
        mvc.perform(get("/worklist/board/villages/export")
                        .param("area", "530901")
                        .with(with(ministry)))
                .andExpect(content().string(containsString(operator.displayName() + '"')))
                .andExpect(content().string(containsString("Foto tidak dapat dipakai: 2; Alamat belum lengkap: 1")));
    }

    @Test
    void nobody_sees_the_board_of_somebody_elses_area() throws Exception {
        Actor verifier = people.holding(Role.REGENCY_VERIFIER, REGENCY);
        for (String elsewhere : List.of("5303", "53", "x", "530", "99999999999", "5302'--")) {
            for (String page : List.of(
                    "/worklist/board",
                    "/worklist/board/list",
                    "/worklist/board/processes",
                    "/worklist/board/villages")) {
                mvc.perform(get(page).param("area", elsewhere).with(with(verifier)))
                        .andExpect(status().isNotFound());
            }
        }
        mvc.perform(get("/worklist/board").with(with(people.operator(VILLAGE)))).andExpect(status().isForbidden());
    }

    @Test
    void filters_that_do_not_exist_are_left_out() throws Exception {
        Actor verifier = people.holding(Role.REGENCY_VERIFIER, REGENCY);
        mvc.perform(get("/worklist/board/list")
                        .param("task", "no-such-task")
                        .param("band", "sideways")
                        .param("late", "perhaps")
                        .param("worker", "99999999999999999999")
                        .param("after", "nonsense")
                        .with(with(verifier)))
                .andExpect(status().isOk());
        Actor elsewhere = people.operator(BUSY);
        mvc.perform(get("/worklist/board/list").param("worker", elsewhere.id()).with(with(verifier)))
                .andExpect(content().string(not(containsString(elsewhere.displayName()))));
    }

    // One statement sees one moment: the sums with what is not folded yet against the items themselves.
    private String kept() {
        return jdbc.sql(
                        """
                        select case when (
                            select coalesce(sum(n), 0) from (
                                select n from worklist.work_due where digits = 4 and area_code = '5303'
                                union all
                                select n from worklist.work_due_change where area_code like '5303%') as kept)
                          = (select count(*) from worklist.work_item where state = 'OPEN' and area_code like '5303%')
                        then 'same' else 'differs' end""")
                .query(String.class)
                .single();
    }
}
