package id.siks.processadmin.run;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.Statements;
import id.siks.area.AreaCode;
import id.siks.casework.CaseOpened;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseRefs;
import id.siks.casework.CaseStatus;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import id.siks.identity.TestActors;
import id.siks.platform.BusinessTime;
import id.siks.platform.engine.EngineVariables;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.ResourceAccessException;

/** An administrator looks at what runs, at one case, and at what failed; he meets nobody's name. */
@EngineTest
class RunPagesTests {

    private static final AreaCode VILLAGE = new AreaCode("1671011002");
    private static final String SUBJECT = "Budi Santoso";
    private static final int TRIES = 3;

    @Autowired
    MockMvc mvc;

    @Autowired
    TestActors people;

    @Autowired
    ShakyBridgeSteps bridge;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    TaskService tasks;

    @Autowired
    CaseRefs refs;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Versions versions;

    @Autowired
    Jobs jobs;

    @Autowired
    IncidentWatch watch;

    @Autowired
    Incidents incidents;

    @Autowired
    Actors actors;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    BusinessTime time;

    private Actor admin;
    private Actor releaser;
    private CaseRef ref;

    @BeforeEach
    void aCase() {
        repository
                .createDeployment()
                .name("test-shaky")
                .addClasspathResource("processadmin/test-shaky.bpmn")
                .enableDuplicateFiltering(true)
                .deploy();
        admin = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        releaser = people.holding(List.of(Assignment.nation(Role.PROCESS_RELEASER)));
        ref = start();
    }

    @AfterEach
    void asItWas() {
        bridge.fault = null;
        time.release();
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("test-shaky")
                .list()
                .forEach(i -> runtime.deleteProcessInstance(i.getId(), "uji"));
    }

    @Test
    void processes_are_listed_with_versions_and_cases_and_a_case_is_found_by_its_number() throws Exception {
        read(releaser, "/processadmin/processes")
                .andExpect(says("Jembatan goyah"))
                .andExpect(says("Usulan pendaftaran baru"))
                .andExpect(says("Antrean pekerjaan mesin"));
        mvc.perform(get("/processadmin/processes")
                        .param("ref", " " + ref.value().toLowerCase() + " ")
                        .with(with(admin)))
                .andExpect(redirectedUrl("/processadmin/cases/" + ref));
        find("Budi Santoso").andExpect(says("Isi nomor perkara"));
        find("USL-1804-26-999999").andExpect(says("Tidak ada proses dengan nomor perkara itu."));
    }

    @Test
    void a_version_shows_how_many_cases_wait_at_each_step_and_which() throws Exception {
        CaseRef second = start();
        cross(second);
        String page = "/processadmin/processes/test-shaky/" + version();
        read(admin, page)
                .andExpect(says("2 perkara berjalan"))
                .andExpect(says("Lewati jembatan"))
                .andExpect(says("Timbang barang"));
        read(releaser, page + "?step=weigh-goods")
                .andExpect(says(second.value()))
                .andExpect(content().string(not(containsString(ref.value()))))
                .andExpect(content().string(not(containsString(SUBJECT))))
                .andExpect(content().string(not(containsString("name=\"reason\""))));
        assertThat(waiting("cross-bridge")).isEqualTo(1);
        assertThat(waiting("weigh-goods")).isEqualTo(1);
        for (String none : List.of("test-shaky/0", "test-shaky/x", "test-shaky/999999", "nothing/1")) {
            mvc.perform(get("/processadmin/processes/" + none).with(with(admin)))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void a_case_is_stepped_through_with_what_was_known_and_who_could_act() throws Exception {
        time.moveTo(time.now().plus(Duration.ofHours(5)));
        cross(ref);
        time.moveTo(time.now().plus(Duration.ofDays(3)));
        String page = "/processadmin/cases/" + ref;
        read(releaser, page)
                .andExpect(says("selama 3 hari"))
                .andExpect(says("Operator desa/kelurahan"))
                .andExpect(says("areaCode"))
                .andExpect(says(VILLAGE.value()))
                .andExpect(content().string(not(containsString(SUBJECT))));
        read(admin, page + "?moment=1")
                .andExpect(says("Saat 1 dari"))
                .andExpect(says("Tiba di Tiba di jembatan"))
                .andExpect(content().string(not(containsString("Tiba di Timbang barang"))))
                .andExpect(content().string(not(containsString("Operator desa/kelurahan"))));
        read(admin, page + "?moment=99999").andExpect(says("sampai sekarang"));
        read(admin, page + "?moment=x").andExpect(says("sampai sekarang"));
        assertThat(jdbc.queryForObject(
                        "select count(*) from identity.access_log where subject = ? and account_id = ?",
                        Integer.class,
                        "casework:" + ref,
                        releaser.accountId()))
                .isEqualTo(1);
        for (String none : List.of("USL-1804-26-999999", "x", ref + "?instance=x")) {
            mvc.perform(get("/processadmin/cases/" + none).with(with(admin))).andExpect(status().isNotFound());
        }
    }

    @Test
    void a_value_that_was_overwritten_is_shown_as_it_was_then() throws Exception {
        time.moveTo(time.now().plus(Duration.ofHours(5)));
        cross(ref);
        time.moveTo(time.now().plus(Duration.ofDays(1)));
        runtime.setVariable(instance(), EngineVariables.KIND, "HEAVY");
        runtime.setVariable(instance(), EngineVariables.KIND, "HEAVY");
        time.moveTo(time.now().plus(Duration.ofDays(1)));
        String page = "/processadmin/cases/" + ref;

        read(admin, page)
                .andExpect(says("<dd>HEAVY</dd>"))
                .andExpect(content().string(not(containsString("<dd>TEST</dd>"))));
        read(admin, page + "?moment=1")
                .andExpect(says("<dd>TEST</dd>"))
                .andExpect(content().string(not(containsString("<dd>HEAVY</dd>"))));

        time.moveTo(time.now().plus(Duration.ofDays(1)));
        runtime.setVariable(instance(), EngineVariables.KIND, "LIGHT");
        time.moveTo(time.now().plus(Duration.ofDays(1)));
        tasks.complete(task().getId());
        read(admin, page + "?moment=1").andExpect(says("<dd>TEST</dd>"));
        read(admin, page)
                .andExpect(says("<dd>LIGHT</dd>"))
                .andExpect(content().string(not(containsString("<dd>HEAVY</dd>"))));
        assertThat(jdbc.queryForList(
                        """
                        select d.text_ from act_hi_detail d join act_hi_procinst h on h.id_ = d.proc_inst_id_
                        where h.business_key_ = ? order by d.time_""",
                        String.class,
                        ref.value()))
                .as("a row for each value that was really replaced")
                .containsExactly("TEST", "HEAVY");
    }

    @Test
    void the_last_moment_of_an_ended_case_is_its_end() throws Exception {
        cross(ref);
        tasks.complete(task().getId());
        read(admin, "/processadmin/cases/" + ref)
                .andExpect(says("Tidak di mana pun: proses ini sudah selesai."))
                .andExpect(says("Selesai di Selesai"))
                .andExpect(says("ketika selesai"));
    }

    @Test
    void a_failed_step_is_explained_without_the_words_of_the_exception_and_tried_again() throws Exception {
        String incident = failed(ref);
        String page = "/processadmin/incidents";
        read(releaser, page)
                .andExpect(says("Sistem di luar tidak menjawab."))
                .andExpect(says("java.net.ConnectException"))
                .andExpect(says(ref.value()))
                .andExpect(content().string(not(containsString("Rahasia"))))
                .andExpect(content().string(not(containsString("/retry"))));
        read(admin, "/processadmin/processes/test-shaky/" + version()).andExpect(says("! 1"));

        bridge.fault = null;
        send(page + "/retry", "incident", incident).andExpect(redirectedUrl(page));
        assertThat(job(ref).getRetries()).isEqualTo(TRIES);
        assertThat(deeds()).containsExactly("RETRIED");
        cross(ref);
        assertThat(task().getName()).isEqualTo("Timbang barang");
        read(releaser, "/processadmin/cases/" + ref.value())
                .andExpect(says("Siapa melakukan apa"))
                .andExpect(says("Dicoba lagi"))
                .andExpect(says(admin.displayName()));
        send(page + "/retry", "incident", incident).andExpect(redirectedUrl(page));
        assertThat(deeds()).as("what is no incident any more is left alone").containsExactly("RETRIED");
        send(page + "/retry", "x", "")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(says("Pilih 1 sampai"));
    }

    @Test
    void of_many_deeds_the_last_are_shown_and_it_is_said() throws Exception {
        failed(ref);
        String page = "/processadmin/cases/" + ref;
        deeds(50);
        read(admin, page)
                .andExpect(says("Siapa melakukan apa"))
                .andExpect(content().string(not(containsString("Yang tampak hanya"))));
        read(admin, "/processadmin/incidents").andExpect(says("Yang sudah dilakukan (50)"));

        deeds(1);

        read(admin, page).andExpect(says("Yang tampak hanya 50 yang terakhir."));
        read(admin, "/processadmin/incidents").andExpect(says("Yang sudah dilakukan (lebih dari 50)"));
    }

    private void deeds(int more) {
        jdbc.update(
                """
                insert into processadmin.run_deed (what, about, reason, by, at)
                select 'RETRIED', ?, '', ?, now() from generate_series(1, ?)""",
                ref.value(),
                admin.accountId(),
                more);
    }

    @Test
    void of_a_very_long_case_the_present_is_shown_and_it_is_said_that_the_past_has_gaps() throws Exception {
        time.moveTo(time.now().plus(Duration.ofHours(5)));
        cross(ref);
        time.moveTo(time.now().plus(Duration.ofDays(3)));
        String page = "/processadmin/cases/" + ref;
        read(admin, page).andExpect(content().string(not(containsString("terlalu panjang"))));
        jdbc.update(
                """
                insert into act_hi_actinst (id_, proc_def_key_, proc_def_id_, root_proc_inst_id_, proc_inst_id_,
                  execution_id_, act_id_, act_name_, act_type_, start_time_, end_time_, act_inst_state_, sequence_counter_)
                select 'long-' || n, proc_def_key_, proc_def_id_, root_proc_inst_id_, proc_inst_id_, execution_id_,
                  act_id_, act_name_, act_type_, start_time_ + make_interval(secs => n),
                  start_time_ + make_interval(secs => n + 1), act_inst_state_, sequence_counter_
                from act_hi_actinst, generate_series(1, ?) n where proc_inst_id_ = ? and act_id_ = 'bridge-reached'""",
                CasePaths.MOST,
                instance());
        try {
            read(admin, page)
                    .andExpect(says("terlalu panjang"))
                    .andExpect(says("selama 3 hari"))
                    .andExpect(says("Operator desa/kelurahan"));
        } finally {
            jdbc.update("delete from act_hi_actinst where id_ like 'long-%'");
        }
    }

    @Test
    void many_steps_are_tried_again_at_once() throws Exception {
        CaseRef second = start();
        String one = failed(ref);
        String other = failed(second);
        mvc.perform(post("/processadmin/incidents/retry")
                        .param("incident", one, other, "nothing")
                        .with(with(admin))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(job(ref).getRetries()).isEqualTo(TRIES);
        assertThat(job(second).getRetries()).isEqualTo(TRIES);
    }

    @Test
    void steps_without_a_reference_are_noted_once_at_their_version() throws Exception {
        String about = "test-shaky:" + version();
        List<String> incidents = IntStream.range(0, 3)
                .mapToObj(i -> runtime.startProcessInstanceByKey("test-shaky", variables()))
                .map(started -> failed(management
                        .createJobQuery()
                        .processInstanceId(started.getId())
                        .singleResult()))
                .toList();
        long before = retried(about);

        mvc.perform(post("/processadmin/incidents/retry")
                        .param("incident", incidents.toArray(String[]::new))
                        .with(with(admin))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());

        assertThat(retried(about) - before).isEqualTo(1);
    }

    private long retried(String about) {
        return jdbc.queryForObject(
                "select count(*) from processadmin.run_deed where about = ? and what = 'RETRIED'", Long.class, about);
    }

    @Test
    void however_much_was_done_as_much_is_asked_to_show_it() {
        List<String> page = List.of(failed(ref), failed(start()));
        page.forEach(incident -> incidents.assign(incident, admin.id(), releaser));
        incidents.page(null);

        int asked = Statements.during(() -> incidents.page(null)).size();
        page.forEach(incident -> {
            incidents.assign(incident, admin.id(), admin);
            incidents.assign(incident, admin.id(), releaser);
        });

        assertThat(Statements.during(() -> incidents.page(null))).hasSize(asked);
    }

    @Test
    void somebody_looks_after_an_incident() throws Exception {
        String incident = failed(ref);
        String path = "/processadmin/incidents/" + incident + "/owner";
        send(path, "owner", admin.id()).andExpect(status().is3xxRedirection());
        for (String page : List.of("/processadmin/incidents", "/processadmin/cases/" + ref.value())) {
            read(releaser, page).andExpect(says(admin.displayName() + " ditunjuk sebagai penanggung jawab"));
        }
        send(path, "owner", releaser.id())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(says("Pilih seorang pengelola proses."));
        send("/processadmin/incidents/gone/owner", "owner", admin.id()).andExpect(status().isConflict());

        bridge.fault = null;
        send("/processadmin/incidents/retry", "incident", incident);
        String next = failed(start());
        send("/processadmin/incidents/" + next + "/owner", "owner", admin.id());
        assertThat(jdbc.queryForList("select incident_id from processadmin.incident_owner", String.class))
                .as("owners of what is no more are forgotten")
                .contains(next)
                .doesNotContain(incident);
    }

    @Test
    void a_failed_step_has_an_owner_without_anybody_naming_one_and_he_is_told_once() throws Exception {
        watch.look();
        String incident = failed(ref);

        watch.look();

        long owner = jdbc.queryForObject(
                "select account_id from processadmin.incident_owner where incident_id = ? and by is null",
                Long.class,
                incident);
        assertThat(incidents.owners()).extracting(Actor::accountId).contains(owner);
        assertThat(told(owner)).last().isEqualTo(1);
        int before = told(owner).size();
        watch.look();
        assertThat(told(owner)).as("nobody is told twice").hasSize(before);
        read(actors.byId(owner), "/worklist/notices")
                .andExpect(says("1 langkah gagal dan menjadi tanggung jawab Anda"))
                .andExpect(content().string(not(containsString(ref.value()))))
                .andExpect(content().string(not(containsString(SUBJECT))));
    }

    @Test
    void who_has_least_to_look_after_gets_the_next_and_who_is_named_by_hand_is_told() throws Exception {
        watch.look();
        Actor idle = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        String incident = failed(ref);
        for (Actor busy : incidents.owners()) {
            if (busy.accountId() != idle.accountId()) {
                send("/processadmin/incidents/" + failed(start()) + "/owner", "owner", busy.id());
            }
        }

        watch.look();

        assertThat(told(idle.accountId())).containsExactly(1);
        String path = "/processadmin/incidents/" + incident + "/owner";
        Actor other = people.holding(List.of(Assignment.nation(Role.PROCESS_ADMIN)));
        send(path, "owner", other.id()).andExpect(status().is3xxRedirection());
        send(path, "owner", other.id()).andExpect(status().is3xxRedirection());
        assertThat(told(other.accountId())).containsExactly(1);
        int before = told(admin.accountId()).size();
        send(path, "owner", admin.id()).andExpect(status().is3xxRedirection());
        assertThat(told(admin.accountId())).as("he named himself").hasSize(before);
    }

    /** Of how many failed steps the account was told, notice by notice. */
    private List<Integer> told(long account) {
        return jdbc.queryForList(
                "select items from worklist.notice where what = 'STEPS_FAILED' and account_id = ? order by notice_id",
                Integer.class,
                account);
    }

    @Test
    void a_version_is_stopped_with_a_reason_and_let_go_on() throws Exception {
        String page = "/processadmin/processes/test-shaky/" + version();
        send(page + "/suspend", "reason", "pendek")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(says("Tulis 10 sampai 300 huruf."));
        send(page + "/activate", "reason", "Sudah diperbaiki.").andExpect(status().isConflict());
        mvc.perform(post(page + "/suspend")
                        .param("reason", "Jembatan sedang diperbaiki.")
                        .param("cases", "true")
                        .with(with(admin))
                        .with(csrf()))
                .andExpect(redirectedUrl(page));
        try {
            // Which version is the latest is remembered for a second.
            Awaitility.await().untilAsserted(() -> assertThatThrownBy(this::start)
                    .isInstanceOf(SuspendedEntityInteractionException.class));
            assertThat(job(ref).isSuspended()).isTrue();
            read(releaser, page).andExpect(says("dihentikan")).andExpect(says("Jembatan sedang diperbaiki."));
            send(page + "/suspend", "reason", "Jembatan sedang diperbaiki.").andExpect(status().isConflict());
        } finally {
            send(page + "/activate", "reason", "Jembatan sudah diperbaiki.").andExpect(redirectedUrl(page));
            Awaitility.await().ignoreExceptions().until(() -> start() != null);
        }
        assertThat(job(ref).isSuspended()).isFalse();
        read(releaser, page).andExpect(says("Dijalankan lagi")).andExpect(says(admin.displayName()));
    }

    @Test
    void the_queue_tells_what_is_due_and_what_lies_ahead() {
        Queue before = jobs.depth();
        CaseRef now = start();
        CaseRef later = start();
        management.setJobDuedate(job(later).getId(), Date.from(time.now().plus(Duration.ofDays(2))));
        Queue then = jobs.depth();
        assertThat(then.due() - before.due()).isEqualTo(1);
        assertThat(then.future() - before.future()).isEqualTo(1);
        failed(now);
        Queue afterwards = jobs.depth();
        assertThat(afterwards.failed() - before.failed()).isEqualTo(1);
        assertThat(afterwards.due()).isEqualTo(before.due());
    }

    private CaseRef start() {
        return transaction.execute(status -> {
            CaseRef made = refs.next("UJI", VILLAGE);
            events.publishEvent(new CaseOpened(made, "TEST", VILLAGE, SUBJECT, CaseStatus.DRAFT, null, time.now()));
            runtime.startProcessInstanceByKey("test-shaky", made.value(), variables());
            return made;
        });
    }

    private static Map<String, Object> variables() {
        return Map.of(EngineVariables.AREA_CODE, VILLAGE.value(), EngineVariables.KIND, "TEST");
    }

    private void cross(CaseRef of) {
        management.executeJob(job(of).getId());
    }

    /** The bridge breaks until the engine gives up; answers the incident's id. */
    private String failed(CaseRef of) {
        return failed(job(of));
    }

    private String failed(Job breaking) {
        bridge.fault = new ResourceAccessException("Rahasia " + SUBJECT, new ConnectException("Rahasia 1804"));
        String job = breaking.getId();
        for (int i = 0; i < TRIES; i++) {
            assertThatThrownBy(() -> management.executeJob(job)).isInstanceOf(RuntimeException.class);
        }
        Incident incident = runtime.createIncidentQuery().configuration(job).singleResult();
        return incident.getId();
    }

    private Job job(CaseRef of) {
        return management
                .createJobQuery()
                .processInstanceId(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(of.value())
                        .singleResult()
                        .getId())
                .singleResult();
    }

    private String instance() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(ref.value())
                .singleResult()
                .getId();
    }

    private Task task() {
        return tasks.createTaskQuery().processInstanceBusinessKey(ref.value()).singleResult();
    }

    private int version() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("test-shaky")
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    private List<String> deeds() {
        return jdbc.queryForList(
                "select what from processadmin.run_deed where about = ? order by deed_id", String.class, ref.value());
    }

    private ResultActions find(String text) throws Exception {
        return mvc.perform(get("/processadmin/processes").param("ref", text).with(with(admin)))
                .andExpect(status().isUnprocessableEntity());
    }

    private ResultActions read(Actor actor, String path) throws Exception {
        return mvc.perform(get(path).with(with(actor))).andExpect(status().isOk());
    }

    private ResultActions send(String path, String name, String value) throws Exception {
        return mvc.perform(post(path).param(name, value).with(with(admin)).with(csrf()));
    }

    private static ResultMatcher says(String words) {
        return content().string(allOf(containsString(words), not(containsString("??processadmin"))));
    }

    private long waiting(String step) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("test-shaky")
                .latestVersion()
                .singleResult()
                .getId();
        return versions.waiting(definition).getOrDefault(step, 0L);
    }
}
