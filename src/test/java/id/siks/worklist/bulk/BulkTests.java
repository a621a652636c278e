package id.siks.worklist.bulk;

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

import id.siks.area.AreaCode;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.casework.Timeline;
import id.siks.fieldcheck.FieldCheckTestData;
import id.siks.fieldcheck.VisitOutcome;
import id.siks.identity.Accounts;
import id.siks.identity.Actor;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.platform.forms.FormSchemas;
import id.siks.proposal.ProposalTestData;
import id.siks.worklist.desk.WorkDesk;
import id.siks.worklist.model.WorklistTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** One deed done to many: each alone, none half, and the answer says what came of each. */
class BulkTests extends WorklistTest {

    private static final AreaCode VILLAGE = new AreaCode("5272011001");

    @Autowired
    FormSchemas schemas;

    @Autowired
    ProposalTestData data;

    @Autowired
    FieldCheckTestData visits;

    @Autowired
    Timeline timeline;

    @Autowired
    BulkRun run;

    @Autowired
    WorkDesk desk;

    @Autowired
    Accounts accounts;

    private Actor budi;
    private Actor siti;

    @BeforeEach
    void twoColleagues() {
        budi = people.operator(VILLAGE);
        siti = people.operator(VILLAGE);
    }

    @Test
    void the_list_can_be_ticked_without_scripts() throws Exception {
        String task = work.open(VILLAGE, null);

        mvc.perform(get("/worklist").with(with(budi)))
                .andExpect(content().string(containsString("name=\"item\" form=\"bulk\" value=\"" + task + "\"")))
                .andExpect(content().string(containsString("id=\"bulk\"")))
                .andExpect(content().string(containsString("Dicentang:")))
                .andExpect(content().string(not(containsString("value=\"complete\""))));
    }

    @Test
    void many_are_taken_and_what_a_colleague_has_is_refused_with_his_name() throws Exception {
        List<String> tasks = open(3);
        claim(tasks.get(1), siti);
        String key = UUID.randomUUID().toString();

        done(bulk(budi, key, tasks).param("do", "claim"), key);

        assertThat(items.find(tasks.get(0)).orElseThrow().assignee()).isEqualTo(budi.accountId());
        assertThat(items.find(tasks.get(1)).orElseThrow().assignee()).isEqualTo(siti.accountId());
        assertThat(items.find(tasks.get(2)).orElseThrow().assignee()).isEqualTo(budi.accountId());
        result(budi, key)
                .andExpect(content().string(containsString("2 berhasil.")))
                .andExpect(content().string(containsString("1 tidak dilakukan")))
                .andExpect(content().string(containsString("sedang dikerjakan " + siti.displayName())));
        result(siti, key).andExpect(status().isNotFound());
        assertThat(work.isInStep()).isTrue();
    }

    @Test
    void the_same_request_twice_does_nothing_twice() throws Exception {
        List<String> tasks = open(2);
        String key = UUID.randomUUID().toString();
        done(bulk(budi, key, tasks).param("do", "claim"), key);
        done(bulk(budi, UUID.randomUUID().toString(), tasks).param("do", "release"), null);

        done(bulk(budi, key, tasks).param("do", "claim"), key);

        assertThat(items.find(tasks.get(0)).orElseThrow().assignee()).isNull();
        result(budi, key).andExpect(content().string(containsString("2 berhasil.")));
    }

    /** Requirement 12: each is checked as if it were alone. */
    @Test
    void whose_duty_ends_in_the_middle_gets_no_more_of_them() {
        List<String> tasks = open(2);
        UUID key = UUID.randomUUID();
        run.each(key, BulkRun.What.CLAIM, tasks, budi, task -> {
            desk.claim(task, budi);
            accounts.end(budi.accountId(), Assignment.of(Role.VILLAGE_OPERATOR, VILLAGE));
        });

        assertThat(run.results(key, budi)).extracting(BulkRows.Result::done).containsExactly(true, false);
        assertThat(items.find(tasks.get(1)).orElseThrow().assignee()).isNull();
    }

    @Test
    void many_are_given_to_a_colleague_whose_duty_covers_all() throws Exception {
        List<String> tasks = open(2);
        String key = UUID.randomUUID().toString();
        mvc.perform(bulk(budi, key, tasks).param("do", "give"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(siti.displayName())));

        mvc.perform(bulk(budi, key, tasks, "/give").param("giveTo", "x"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Pilih seorang rekan dari daftar.")));
        done(bulk(budi, key, tasks, "/give").param("giveTo", siti.id()), key);
        done(bulk(budi, key, tasks, "/give").param("giveTo", siti.id()), key);

        for (String task : tasks) {
            assertThat(items.find(task).orElseThrow().assignee()).isEqualTo(siti.accountId());
        }
    }

    @Test
    void nothing_too_much_and_what_is_not_ours_is_refused_with_a_sentence() throws Exception {
        String key = UUID.randomUUID().toString();
        Actor elsewhere = people.operator(new AreaCode("5272011002"));
        List<String> many = new ArrayList<>();
        for (int i = 0; i <= BulkRun.MOST; i++) {
            many.add("task-" + i);
        }

        refused(bulk(budi, key, List.of()).param("do", "claim"), "Centang dahulu");
        refused(bulk(budi, key, many).param("do", "claim"), "Paling banyak 200");
        refused(bulk(elsewhere, key, open(1)).param("do", "give"), "Centang dahulu");
        refused(bulk(budi, key, open(1)).param("do", "complete"), "satu per satu");
        mvc.perform(bulk(budi, key, open(1)).param("do", "delete")).andExpect(status().isNotFound());
        mvc.perform(bulk(budi, "x", open(1)).param("do", "claim")).andExpect(status().isUnprocessableEntity());
        done(bulk(elsewhere, key, open(1)).param("do", "claim"), key);
        result(elsewhere, key).andExpect(content().string(containsString("1 pekerjaan tidak dapat Anda lihat.")));
    }

    @Test
    void the_same_decision_is_sent_for_many_and_each_is_checked_alone() throws Exception {
        ProposalTestData.Place here = data.in("5272021004");
        CaseRef first = here.visited();
        CaseRef second = data.in("5272021009").visited();
        List<String> tasks = List.of(decision(first), decision(second));
        claim(tasks.get(1), here.verifier);
        mvc.perform(get("/worklist").with(with(here.verifier)))
                .andExpect(content().string(containsString("value=\"complete\"")));
        mvc.perform(bulk(here.verifier, UUID.randomUUID().toString(), tasks).param("do", "complete"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("name=\"reasonText\"")))
                .andExpect(content().string(not(containsString("name=\"remarkText1\""))));
        String key = UUID.randomUUID().toString();
        List<String> shown = List.of(shown(tasks.get(0)), tasks.get(1) + "_0");

        refused(decide(here.verifier, key, shown).param("reasonText", "singkat"), "sedikitnya 10");
        MockHttpServletRequestBuilder sent =
                decide(here.verifier, key, shown).param("reasonText", "Foto rumah tidak terlihat jelas.");
        done(sent, key);
        done(sent, key);

        assertThat(timeline.summary(first).status()).isEqualTo(CaseStatus.RETURNED_TO_VILLAGE);
        assertThat(timeline.summary(second).status()).isEqualTo(CaseStatus.REGENCY_REVIEW);
        assertThat(items.find(tasks.get(1)).orElseThrow().isOpen()).isTrue();
        result(here.verifier, key)
                .andExpect(content().string(containsString("1 berhasil.")))
                .andExpect(content().string(containsString("Halaman ini sudah usang")));
        assertThat(work.isInStep()).isTrue();
    }

    /** The officer says once that none of them is his own; what is his own, or needs a reason of its own, is refused alone. */
    @Test
    void many_are_approved_once_it_is_declared_that_none_is_the_officers_own() throws Exception {
        AreaCode home = new AreaCode("5272021018");
        Actor both = people.holding(List.of(
                Assignment.of(Role.VILLAGE_OPERATOR, home),
                Assignment.of(Role.REGENCY_VERIFIER, new AreaCode("5272"))));
        ProposalTestData.Place away = data.in("5272021011");
        CaseRef plain = away.visited();
        CaseRef doubted = data.in("5272021020").listed();
        visits.does(away.worker, doubted, "record-visit", FieldCheckTestData.found(VisitOutcome.NOT_FOUND));
        visits.does(
                away.verifier,
                doubted,
                "review-visit",
                Map.of("decision", "ACCEPT", "reasonText", "Rumah tidak ditemukan di alamat itu"));
        CaseRef own = data.in(home.value(), both, away.worker).visited();
        List<String> tasks = List.of(decision(plain), decision(doubted), decision(own));
        mvc.perform(bulk(both, UUID.randomUUID().toString(), tasks).param("do", "complete"))
                .andExpect(content().string(containsString("Tidak satu pun keluarga ini keluarga saya")));
        String key = UUID.randomUUID().toString();
        List<String> shown = tasks.stream().map(this::shown).toList();

        refused(decide(both, key, shown, "approve"), "Centang untuk melanjutkan.");
        done(decide(both, key, shown, "approve").param("notOwnFamily", "true"), key);

        assertThat(timeline.summary(plain).status()).isEqualTo(CaseStatus.APPROVED_BY_REGENCY);
        assertThat(timeline.summary(doubted).status()).isEqualTo(CaseStatus.REGENCY_REVIEW);
        assertThat(timeline.summary(own).status()).isEqualTo(CaseStatus.REGENCY_REVIEW);
        result(both, key)
                .andExpect(content().string(containsString("1 berhasil.")))
                .andExpect(content().string(containsString("“Mengapa tetap disetujui”: Wajib diisi.")));
    }

    @Test
    void what_is_of_different_kinds_is_offered_kind_by_kind_and_no_tick_is_lost() throws Exception {
        AreaCode home = new AreaCode("5272021021");
        Actor both = people.holding(List.of(
                Assignment.of(Role.VILLAGE_OPERATOR, home),
                Assignment.of(Role.REGENCY_VERIFIER, new AreaCode("5272"))));
        String decision = decision(data.in("5272021019").visited());
        String weighing = work.open(home, null);

        mvc.perform(bulk(both, UUID.randomUUID().toString(), List.of(weighing, decision))
                        .param("do", "complete"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Lanjutkan dengan 1 × “Putuskan usulan”")))
                .andExpect(content().string(containsString("name=\"item\" value=\"" + decision + "\"")))
                .andExpect(content().string(not(containsString("value=\"" + weighing + "\""))));
    }

    @Test
    void one_for_whom_there_is_no_colleague_is_not_asked_to_whom_it_goes() throws Exception {
        AreaCode lonely = new AreaCode("5272041001");
        Actor alone = people.operator(lonely);

        mvc.perform(bulk(alone, UUID.randomUUID().toString(), List.of(work.open(lonely, null)))
                        .param("do", "give"))
                .andExpect(content().string(containsString("Tidak ada rekan lain")))
                .andExpect(content().string(not(containsString("id=\"giveTo\""))));
    }

    @Test
    void who_took_it_meanwhile_is_named_before_the_page_is_called_stale() throws Exception {
        ProposalTestData.Place here = data.in("5272021008");
        String task = decision(here.visited());
        String before = shown(task);
        Actor colleague = people.verifier(new AreaCode("5272"));
        claim(task, colleague);
        String key = UUID.randomUUID().toString();

        done(
                decide(here.verifier, key, List.of(before), "reject").param("reasonText", "Usaha keluarga berjalan."),
                key);

        result(here.verifier, key)
                .andExpect(content().string(containsString("sedang dikerjakan " + colleague.displayName())));
    }

    @Test
    void what_the_rules_refuse_stays_free_though_it_would_have_been_taken_first() throws Exception {
        Actor both = people.holding(List.of(
                Assignment.of(Role.DISTRICT_SOCIAL_WORKER, new AreaCode("527203")),
                Assignment.of(Role.REGENCY_VERIFIER, new AreaCode("5272"))));
        ProposalTestData.Place here = data.in("5272031004", people.operator(new AreaCode("5272031004")), both);
        String task = decision(here.visited());
        String key = UUID.randomUUID().toString();

        done(decide(both, key, List.of(shown(task))).param("reasonText", "Foto rumah tidak terlihat jelas."), key);

        assertThat(items.find(task).orElseThrow().assignee()).isNull();
        result(both, key).andExpect(content().string(containsString("1 tidak dilakukan")));
    }

    private String decision(CaseRef ref) {
        return work.openOf(ref).stream()
                .filter(item -> item.task().equals("decide-proposal"))
                .findFirst()
                .orElseThrow()
                .taskId();
    }

    private String shown(String task) {
        return task + "_" + items.find(task).orElseThrow().version();
    }

    private MockHttpServletRequestBuilder decide(Actor actor, String key, List<String> shown) {
        return decide(actor, key, shown, "return");
    }

    private MockHttpServletRequestBuilder decide(Actor actor, String key, List<String> shown, String decision) {
        return bulk(actor, key, shown, "/complete")
                .param("form", schemas.of("decide-proposal").fingerprint())
                .param("decision", decision)
                .param("reasonCode", "PHOTO_UNUSABLE");
    }

    private void done(MockHttpServletRequestBuilder request, String key) throws Exception {
        ResultActions answer = mvc.perform(request).andExpect(status().is3xxRedirection());
        if (key != null) {
            answer.andExpect(redirectedUrl("/worklist/bulk/" + key));
        }
    }

    private void refused(MockHttpServletRequestBuilder request, String sentence) throws Exception {
        mvc.perform(request)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString(sentence)));
    }

    private ResultActions result(Actor actor, String key) throws Exception {
        return mvc.perform(get("/worklist/bulk/" + key).with(with(actor)));
    }

    private List<String> open(int n) {
        List<String> tasks = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            tasks.add(work.open(VILLAGE, null));
        }
        return tasks;
    }

    private static MockHttpServletRequestBuilder bulk(Actor actor, String key, List<String> tasks) {
        return bulk(actor, key, tasks, "");
    }

    private static MockHttpServletRequestBuilder bulk(Actor actor, String key, List<String> tasks, String deed) {
        MockHttpServletRequestBuilder request =
                post("/worklist/bulk" + deed).with(with(actor)).with(csrf()).param("key", key);
        tasks.forEach(task -> request.param("item", task));
        return request;
    }
}
