package id.siks.worklist.list;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.casework.CaseProgressed;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.SubjectChanged;
import id.siks.casework.TaskForm;
import id.siks.identity.AccessEntry;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestAccessLog;
import id.siks.platform.BusinessTime;
import id.siks.platform.InvalidInput;
import id.siks.platform.NotFound;
import id.siks.platform.Page;
import id.siks.platform.engine.EngineTasks;
import id.siks.proposal.ProposalTestData;
import id.siks.proposal.Proposals;
import id.siks.register.FamilyContent;
import id.siks.worklist.model.Stage;
import id.siks.worklist.model.TeamCounts;
import id.siks.worklist.model.WorkItem;
import id.siks.worklist.model.WorklistTest;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.transaction.support.TransactionTemplate;

/** What people filter, sort and search the worklist by, and what its tabs and marks say. */
class ListTests extends WorklistTest {

    private static final AreaCode REGENCY = new AreaCode("6101");

    @Autowired
    ListDesk desk;

    @Autowired
    ListFilters filters;

    @Autowired
    TeamCounts teamCounts;

    @Autowired
    TeamWork teamWork;

    @Autowired
    SavedFilters saved;

    @Autowired
    List<TaskForm> handlers;

    @Autowired
    EngineTasks engine;

    @Autowired
    TaskService tasks;

    @Autowired
    ProposalTestData data;

    @Autowired
    Proposals proposals;

    @Autowired
    Areas areas;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestAccessLog accessLog;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BusinessTime time;

    private AreaCode village;
    private Actor operator;

    /** Every test has a village of its own. */
    @BeforeEach
    void somebodyWorks() {
        village = freshVillage(REGENCY);
        operator = people.operator(village);
    }

    @Test
    void every_task_of_the_house_has_its_stage() {
        assertThat(handlers.stream().map(TaskForm::task).filter(task -> !task.equals("weigh-goods")))
                .isNotEmpty()
                .allSatisfy(task -> assertThat(Stage.of(task)).as(task).isNotEqualTo(Stage.OTHER));
    }

    @Test
    void what_is_put_off_is_counted_nowhere_until_its_day() throws Exception {
        String first = work.open(village, null);
        String second = work.open(village, null);
        work.due(first, Duration.ofDays(-1));
        putOff(first);

        assertThat(teamWork.of(operator)).isEqualTo(Map.of("weigh-goods", 1));
        mvc.perform(get("/").with(with(operator)))
                .andExpect(content().string(containsString("1 pekerjaan menunggu")))
                .andExpect(content().string(not(containsString("sudah terlambat"))));
        work.due(second, Duration.ofDays(-1));
        mvc.perform(get("/").with(with(operator))).andExpect(content().string(containsString("1 sudah terlambat")));
        putOff(second);
        assertThat(teamWork.of(operator)).isEmpty();
        assertThat(teamCounts.of(operator)).containsEntry("weigh-goods", 2);
    }

    private void putOff(String task) {
        jdbc.sql("update worklist.work_item set follow_up_at = :day where task_id = :task")
                .param("day", Timestamp.from(time.now().plus(Duration.ofDays(2))))
                .param("task", task)
                .update();
    }

    @Test
    void a_list_is_made_shorter_by_due_date_assignee_return_and_area() {
        String late = work.open(village, null);
        String taken = work.open(village, null);
        String back = work.open(village, null);
        tasks.setDueDate(late, Date.from(time.now().minus(Duration.ofDays(2))));
        engine.assign(taken, operator.id());
        jdbc.sql("update worklist.work_item set returned = true where task_id = :task")
                .param("task", back)
                .update();

        assertThat(shown("due", "late")).containsExactly(late);
        assertThat(shown("who", "free")).containsExactlyInAnyOrder(late, back);
        assertThat(shown("who", "me")).containsExactly(taken);
        assertThat(shown("who", "others")).isEmpty();
        assertThat(shown("who", operator.id())).containsExactly(taken);
        assertThat(shown("returned", "1")).containsExactly(back);
        assertThat(shown("area", village.value())).hasSize(3);
        assertThat(shown("area", "1101")).isEmpty();
        assertThat(shown("kind", "PERIOD")).isEmpty();
        assertThat(shown("stage", "OTHER")).hasSize(3);
        assertThat(shown("to", "2001-01-01")).isEmpty();
        assertThat(shown("from", "2001-01-01")).hasSize(3);
        assertThat(desk.view(filters.of(Map.of("due", "late")), null, null, operator)
                        .hits())
                .isEqualTo(1);
    }

    @Test
    void what_is_not_in_the_list_counts_as_not_given() throws Exception {
        String task = work.open(village, null);
        Map<String, String> odd = Map.ofEntries(
                Map.entry("tab", "x"),
                Map.entry("stage", "x"),
                Map.entry("kind", "x"),
                Map.entry("task", "x"),
                Map.entry("area", "99.99"),
                Map.entry("due", "x"),
                Map.entry("from", "2026-02-31"),
                Map.entry("to", "+999999999-01-01"),
                Map.entry("who", "99999999999999999999"),
                Map.entry("case", "x"),
                Map.entry("sort", "x"),
                Map.entry("search", "'"));

        assertThat(filters.of(odd).values()).isEmpty();
        var request = get("/worklist").with(with(operator)).param("after", "99999999999999999999");
        odd.forEach(request::param);
        mvc.perform(request).andExpect(status().isOk()).andExpect(content().string(containsString(task)));
    }

    @Test
    void an_address_tells_the_name_of_a_colleague_and_of_nobody_else() throws Exception {
        Actor colleague = people.operator(village);
        Actor stranger = people.operator(new AreaCode("1101012001"));
        Actor head = people.villageHead(village);

        mvc.perform(get("/worklist").param("who", colleague.id()).with(with(operator)))
                .andExpect(content().string(containsString("dikerjakan " + colleague.displayName())));
        for (Actor other : List.of(stranger, head)) {
            mvc.perform(get("/worklist").param("who", other.id()).with(with(operator)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("dikerjakan ?")))
                    .andExpect(content().string(not(containsString(other.displayName()))));
        }
    }

    @Test
    void every_order_is_read_by_key_without_gaps_or_repeats() {
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < WorkLists.PAGE + 7; i++) {
            opened.add(work.open(village, null, "Warga " + (char) ('A' + i * 7 % 26)));
        }
        for (Sort sort : Sort.values()) {
            ListFilter filter = filters.of(Map.of("sort", sort.word()));
            ListView first = desk.view(filter, null, null, operator);
            String after = first.next().replaceAll(".*after=", "");
            ListView second = desk.view(filter, null, after, operator);
            List<String> read = new ArrayList<>(tasks(first));
            read.addAll(tasks(second));

            assertThat(read).as(sort.word()).containsExactlyInAnyOrderElementsOf(opened);
            assertThat(second.next()).isNull();
            assertThat(first.next()).doesNotContain("Warga");
        }
        assertThat(tasks(desk.view(filters.of(Map.of()), null, null, operator)))
                .containsExactlyElementsOf(opened.subList(0, WorkLists.PAGE));
        List<String> names = desk.view(filters.of(Map.of("sort", "name")), null, null, operator).rows().stream()
                .map(row -> row.work().subject())
                .toList();
        assertThat(names).isSorted();
    }

    @Test
    void a_name_is_found_without_accents_and_with_a_slip_and_stands_in_no_address() throws Exception {
        String wanted = work.open(village, null, "Siti Nurʼaini Rahmawáti");
        String other = work.open(village, null, "Budi Santoso");
        MockHttpSession session = new MockHttpSession();

        assertThat(looks(caseOf(wanted))).isZero();
        for (String typed : List.of("rahmawati", "RAHMAWATI", "rahmwati")) {
            String address = found(typed, operator, session);
            assertThat(address).matches("/worklist\\?search=[a-z0-9]{10}");
            mvc.perform(get(address).session(session).with(with(operator)))
                    .andExpect(content().string(containsString(wanted)))
                    .andExpect(content().string(not(containsString(other))));
        }
        assertThat(looks(caseOf(wanted))).as("the hits, once an hour").isEqualTo(1);
        assertThat(looks(caseOf(other))).isZero();
        mvc.perform(get(found("rahmawati", operator, session)).with(with(operator)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(wanted))));
    }

    /** Requirement 23: a list names families as well. */
    @Test
    void whom_a_list_names_is_noted_for_the_one_who_sees_it() throws Exception {
        String ref = caseOf(work.open(village, operator.accountId(), "Ibu Murni"));
        Actor colleague = people.operator(village);
        assertThat(desk.view(filters.of(Map.of()), null, null, operator).rows()).hasSize(1);
        mvc.perform(get("/worklist/stamp").with(with(operator))).andExpect(status().isOk());
        assertThat(readers(ref)).as("nothing was shown yet").isEmpty();

        for (int i = 0; i < 2; i++) {
            mvc.perform(get("/worklist").header("HX-Request", "true").with(with(operator)))
                    .andExpect(content().string(containsString("Ibu Murni")));
        }
        assertThat(readers(ref)).containsExactly(operator.accountId());
        mvc.perform(get("/").with(with(colleague))).andExpect(content().string(containsString("Ibu Murni")));
        assertThat(readers(ref)).containsExactly(operator.accountId(), colleague.accountId());
        Actor other = people.operator(village);
        tasks.setAssignee(taskOf(ref), other.id());
        mvc.perform(get("/worklist?tab=mine").with(with(other)))
                .andExpect(content().string(containsString("Ibu Murni")));
        assertThat(readers(ref)).endsWith(other.accountId());
    }

    @Test
    void a_family_called_like_its_village_is_named_and_noted() throws Exception {
        String name = areas.get(village).name().substring(0, 4);
        String ref = caseOf(work.open(village, null, name));

        mvc.perform(get("/worklist").with(with(operator)))
                .andExpect(content().string(containsString("work-subject\">" + name + "</span>")));
        assertThat(readers(ref)).containsExactly(operator.accountId());
    }

    @Test
    void a_meeting_and_a_period_name_no_family() throws Exception {
        ProposalTestData.Place here = data.in("6102012001");
        here.ready();
        for (CaseRef ref : List.of(
                proposals.openMeeting(here.village, here.operator),
                here.period().ref())) {
            WorkItem item = items.openOf(ref).stream()
                    .filter(work -> work.area().equals(here.village))
                    .findFirst()
                    .orElseThrow();
            mvc.perform(get("/worklist").with(with(here.operator)))
                    .andExpect(content().string(containsString("/worklist/tasks/" + item.taskId())));
            assertThat(readers(ref.value())).isEmpty();
        }
        mvc.perform(get("/worklist").with(with(here.operator)))
                .andExpect(content().string(containsString("work-subject\">Periode ")));
    }

    private List<Long> readers(String ref) {
        return accessLog.about("casework:" + ref).stream()
                .sorted(Comparator.comparing(AccessEntry::entryId))
                .map(AccessEntry::accountId)
                .toList();
    }

    private String taskOf(String ref) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(ref)
                .singleResult()
                .getId();
    }

    @Test
    void a_case_is_found_by_its_number_and_by_a_nik_within_the_own_territory() throws Exception {
        ProposalTestData.Place here = data.in(village.value());
        FamilyContent family = here.family();
        CaseRef ref = here.handedIn(family);
        String nik = family.members().get(0).nik();
        MockHttpSession session = new MockHttpSession();

        assertThat(found(ref.value().toLowerCase(), here.operator, session)).isEqualTo("/worklist?case=" + ref);
        assertThat(found(nik, here.operator, session)).isEqualTo("/worklist?case=" + ref);
        assertThat(found(family.familyCardNumber(), here.operator, session)).isEqualTo("/worklist?case=" + ref);
        assertThat(found(nik, people.operator(new AreaCode("1101012001")), session))
                .isEqualTo("/worklist?case=none");
        assertThat(looks(ref.value())).isEqualTo(2);
    }

    @Test
    void whoever_handed_a_case_on_sees_whom_it_waits_for_and_every_case_he_touched() throws Exception {
        String first = work.open(village, operator.accountId(), "Ibu Murni");
        CaseRef ref = items.find(first).orElseThrow().ref();
        assertThat(shown("tab", "waiting")).isEmpty();
        tasks.complete(first);

        assertThat(shown("tab", "waiting")).hasSize(1);
        mvc.perform(get("/worklist?tab=touched").with(with(operator)))
                .andExpect(content().string(containsString("Ibu Murni")))
                .andExpect(content().string(containsString("/casework/" + ref)));
        ListView view = desk.view(filters.of(Map.of()), null, null, operator);
        assertThat(view.tabs()).extracting(ListView.TabLine::n).containsExactly(0, 0, 1, 0, 1);
    }

    @Test
    void the_cases_somebody_touched_are_searched_filtered_and_sorted() throws Exception {
        AreaCode other = new AreaCode("6171011002");
        operator = people.holding(
                List.of(Assignment.of(Role.VILLAGE_OPERATOR, village), Assignment.of(Role.VILLAGE_OPERATOR, other)));
        List<String> refs = new ArrayList<>();
        for (String subject : List.of("Ibu Citra", "Pak Ahmad", "Bu Rahmawáti")) {
            refs.add(caseOf(work.open(village, operator.accountId(), subject)));
        }
        String elsewhere = caseOf(work.open(other, operator.accountId(), "Ibu Jauh"));
        transaction.executeWithoutResult(status -> events.publishEvent(CaseProgressed.of(
                new CaseRef(refs.get(1)), "returned", CaseStatus.RETURNED_TO_VILLAGE, null, null, time.now())));

        assertThat(touched(Map.of())).containsExactly(elsewhere, refs.get(2), refs.get(1), refs.get(0));
        assertThat(touched(Map.of("sort", "name"))).containsExactly(refs.get(2), refs.get(0), elsewhere, refs.get(1));
        assertThat(touched(Map.of("sort", "area"))).endsWith(elsewhere);
        assertThat(touched(Map.of("area", village.value()))).hasSize(3).doesNotContain(elsewhere);
        assertThat(touched(Map.of("status", "RETURNED_TO_VILLAGE"))).containsExactly(refs.get(1));
        assertThat(touched(Map.of("case", refs.get(0)))).containsExactly(refs.get(0));
        ListView odd = desk.view(
                filters.of(Map.of("tab", "touched", "stage", "OTHER", "who", "me", "sort", "oldest")),
                null,
                null,
                operator);
        assertThat(odd.chips()).isEmpty();
        assertThat(odd.cases()).hasSize(4);

        MockHttpSession session = new MockHttpSession();
        for (String typed : List.of("rahmawati", "rahmwati")) {
            String address = mvc.perform(post("/worklist/search")
                            .session(session)
                            .with(with(operator))
                            .with(csrf())
                            .param("tab", "touched")
                            .param("q", typed))
                    .andReturn()
                    .getResponse()
                    .getRedirectedUrl();
            mvc.perform(get(address).session(session).with(with(operator)))
                    .andExpect(content().string(containsString("1 perkara cocok")))
                    .andExpect(content().string(containsString(refs.get(2))))
                    .andExpect(content().string(not(containsString(refs.get(0)))));
        }
    }

    @Test
    void pages_of_touched_cases_have_no_gaps_or_repeats_in_any_order() {
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < WorkLists.PAGE + 3; i++) {
            opened.add(caseOf(work.open(village, operator.accountId(), "Warga " + (char) ('A' + i * 7 % 26))));
        }
        for (Sort sort : Tab.TOUCHED.sorts()) {
            ListFilter filter = filters.of(Map.of("tab", "touched", "sort", sort.word()));
            ListView first = desk.view(filter, null, null, operator);
            ListView second = desk.view(filter, null, first.next().replaceAll(".*after=", ""), operator);
            assertThat(Stream.of(first, second)
                            .flatMap(view -> view.cases().stream())
                            .map(line -> line.summary().ref().value()))
                    .as(sort.word())
                    .containsExactlyInAnyOrderElementsOf(opened);
        }
    }

    @Test
    void what_was_done_is_sorted_too() {
        List<String> opened = new ArrayList<>();
        for (String subject : List.of("Citra", "Zainab", "Ahmad")) {
            String task = work.open(village, null, subject);
            engine.assign(task, operator.id());
            tasks.complete(task);
            time.moveTo(time.now().plusSeconds(60));
            opened.add(task);
        }

        List<String> latest = List.of(opened.get(2), opened.get(1), opened.get(0));
        assertThat(done(Map.of())).containsExactlyElementsOf(latest);
        assertThat(done(Map.of("sort", "name"))).containsExactly(opened.get(2), opened.get(0), opened.get(1));
        assertThat(done(Map.of("sort", "oldest"))).containsExactlyElementsOf(latest);
    }

    private List<String> done(Map<String, String> asked) {
        Map<String, String> all = new HashMap<>(asked);
        all.put("tab", "done");
        return tasks(desk.view(filters.of(all), null, null, operator));
    }

    private List<String> touched(Map<String, String> asked) {
        Map<String, String> all = new HashMap<>(asked);
        all.put("tab", "touched");
        return desk.view(filters.of(all), null, null, operator).cases().stream()
                .map(line -> line.summary().ref().value())
                .toList();
    }

    private List<String> found(String tab, String name) {
        return tasks(desk.view(filters.of(Map.of("tab", tab, "search", "abcdefghij")), name, null, operator));
    }

    private String caseOf(String task) {
        return items.find(task).orElseThrow().ref().value();
    }

    @Test
    void a_corrected_name_is_corrected_in_the_list() {
        String task = work.open(village, null, "Pak Salah");
        CaseRef ref = items.find(task).orElseThrow().ref();
        transaction.executeWithoutResult(status -> events.publishEvent(new SubjectChanged(ref, "Pak Betul")));

        assertThat(desk.view(filters.of(Map.of()), null, null, operator).rows())
                .extracting(row -> row.work().subject())
                .containsExactly("Pak Betul");
        assertThat(found("team", "betul")).containsExactly(task);

        engine.assign(task, operator.id());
        tasks.complete(task);
        transaction.executeWithoutResult(status -> events.publishEvent(new SubjectChanged(ref, "Pak Benar")));
        assertThat(found("done", "benar")).containsExactly(task);
        assertThat(found("done", "betul")).isEmpty();
    }

    @Test
    void what_came_since_the_last_visit_is_marked() throws Exception {
        work.open(village, null);
        assertThat(news()).containsOnlyNulls();
        mvc.perform(post("/worklist/seen").with(with(operator)).with(csrf())).andExpect(status().isNoContent());
        jdbc.sql("update worklist.last_look set since = now() - interval '1 hour' where account_id = :account")
                .param("account", operator.accountId())
                .update();
        jdbc.sql("update worklist.work_item set opened_at = now() - interval '1 day' where area_code = :village")
                .param("village", village.value())
                .update();
        assertThat(news()).containsOnlyNulls();

        String fresh = work.open(village, null);

        assertThat(news()).containsExactlyInAnyOrder(null, "worklist.news.new");
        String moved = desk.view(filters.of(Map.of()), null, null, operator).rows().stream()
                .filter(row -> row.news() == null)
                .map(row -> row.work().taskId())
                .findFirst()
                .orElseThrow();
        tasks.setDueDate(moved, Date.from(time.now().plus(Duration.ofDays(9))));
        assertThat(news()).containsExactlyInAnyOrder("worklist.news.changed", "worklist.news.new");
        mvc.perform(get("/worklist").with(with(operator)))
                .andExpect(content().string(containsString(">berubah</span>")));
        mvc.perform(
                post("/worklist/tasks/" + fresh + "/claim").with(with(operator)).with(csrf()));
        assertThat(news()).containsExactlyInAnyOrder("worklist.news.changed", null);
    }

    @Test
    void a_filter_is_kept_shared_counted_and_dropped() throws Exception {
        Actor colleague = people.operator(village);
        work.open(village, null);
        mvc.perform(post("/worklist/filters")
                        .with(with(operator))
                        .with(csrf())
                        .param("name", "Belum diambil siapa pun")
                        .param("who", "free")
                        .param("shared", "VILLAGE_OPERATOR." + village))
                .andExpect(redirectedUrl("/worklist?who=free"));

        SavedFilter seen = saved.of(colleague).get(0);
        assertThat(seen.n()).isEqualTo(1);
        assertThat(seen.own()).isFalse();
        mvc.perform(get("/worklist").with(with(colleague)))
                .andExpect(content().string(containsString("Belum diambil siapa pun")));
        assertThat(saved.of(people.operator(new AreaCode("1101012001")))).isEmpty();
        mvc.perform(get("/worklist").param("who", "free").with(with(operator)))
                .andExpect(content().string(containsString("Operator desa/kelurahan, " + areas.path(village))));
        assertThatThrownBy(() -> saved.drop(seen.id(), colleague)).isInstanceOf(NotFound.class);
        saved.drop(seen.id(), operator);
        assertThat(saved.of(colleague)).isEmpty();
    }

    @Test
    void a_filter_is_shared_with_the_team_one_names_and_with_no_other() throws Exception {
        AreaCode other = new AreaCode("6171011002");
        Actor both = people.holding(
                List.of(Assignment.of(Role.VILLAGE_OPERATOR, village), Assignment.of(Role.VILLAGE_OPERATOR, other)));
        ListFilter free = filters.of(Map.of("who", "free"));
        saved.keep("Bebas", free, "VILLAGE_OPERATOR." + other, both);

        assertThat(saved.of(people.operator(other)))
                .extracting(SavedFilter::name)
                .contains("Bebas");
        assertThat(saved.of(operator)).isEmpty();
        mvc.perform(post("/worklist/filters")
                        .with(with(operator))
                        .with(csrf())
                        .param("name", "Punya orang")
                        .param("who", "free")
                        .param("shared", "VILLAGE_OPERATOR." + other))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Pilih salah satu tim Anda")));
    }

    @Test
    void a_filter_without_a_name_or_beyond_the_limit_is_refused_with_a_sentence() throws Exception {
        mvc.perform(post("/worklist/filters")
                        .with(with(operator))
                        .with(csrf())
                        .param("name", " ")
                        .param("who", "free"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Beri nama")));
        ListFilter free = filters.of(Map.of("who", "free"));
        for (int i = 0; i < SavedFilters.MOST; i++) {
            saved.keep("Saringan " + i, free, "", operator);
        }
        saved.keep("Saringan 0", free, "", operator);
        assertThatThrownBy(() -> saved.keep("Satu lagi", free, "", operator)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> saved.keep("Kosong", filters.of(Map.of()), "", operator))
                .isInstanceOf(InvalidInput.class);
    }

    private List<String> news() {
        return desk.view(filters.of(Map.of()), null, null, operator).rows().stream()
                .map(ListRow::news)
                .toList();
    }

    private String found(String typed, Actor actor, MockHttpSession session) throws Exception {
        MvcResult answer = mvc.perform(post("/worklist/search")
                        .session(session)
                        .with(with(actor))
                        .with(csrf())
                        .param("q", typed))
                .andReturn();
        return answer.getResponse().getRedirectedUrl();
    }

    private int looks(String ref) {
        return jdbc.sql("select count(*) from identity.access_log where subject = :subject and kind = 'SEARCH'")
                .param("subject", "casework:" + ref)
                .query(Integer.class)
                .single();
    }

    private List<String> shown(String name, String value) {
        return tasks(desk.view(filters.of(Map.of(name, value)), null, null, operator));
    }

    private static List<String> tasks(ListView view) {
        Page<ListRow> page = new Page<>(view.rows(), view.next());
        return page.items().stream().map(row -> row.work().taskId()).toList();
    }
}
