package id.siks.processadmin.run;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.Statements;
import id.siks.casework.CaseRef;
import id.siks.casework.TestCases;
import id.siks.identity.Actor;
import id.siks.identity.Actors;
import id.siks.identity.Assignment;
import id.siks.identity.Role;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What failed is explained without names, tried again, and has somebody who looks after it. */
class FailedStepsTests extends RunTest {

    @Autowired
    IncidentWatch watch;

    @Autowired
    Incidents incidents;

    @Autowired
    Actors actors;

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
                .mapToObj(i -> runtime.startProcessInstanceByKey("test-shaky", TestCases.routing(VILLAGE)))
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
                incidents.assign(stuck(start()), busy.id(), admin);
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

    /** A failed step of which nobody has to see it fail; answers the incident's id. */
    private String stuck(CaseRef of) {
        String job = job(of).getId();
        management.setJobRetries(job, 0);
        return runtime.createIncidentQuery().configuration(job).singleResult().getId();
    }

    /** Of how many failed steps the account was told, notice by notice. */
    private List<Integer> told(long account) {
        return jdbc.queryForList(
                "select items from worklist.notice where what = 'STEPS_FAILED' and account_id = ? order by notice_id",
                Integer.class,
                account);
    }

    private List<String> deeds() {
        return jdbc.queryForList(
                "select what from processadmin.run_deed where about = ? order by deed_id", String.class, ref.value());
    }
}
