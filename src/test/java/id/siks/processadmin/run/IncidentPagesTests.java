package id.siks.processadmin.run;

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

import id.siks.platform.Page;
import id.siks.processadmin.run.Incidents.Told;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** After a long night more steps have failed than a page shows: all of them can be reached and tried again. */
class IncidentPagesTests extends RunTest {

    private static final String PAGE = "/processadmin/incidents";
    private static final int MANY = Incidents.MOST;

    @Autowired
    Incidents incidents;

    private String stuck;
    private String other;

    @BeforeEach
    void aPageThatCannotBeMendedAndTwoMore() {
        stuck = failed(ref);
        other = failed(start());
        jdbc.update(
                """
                insert into act_ru_incident (id_, rev_, incident_timestamp_, incident_type_, execution_id_, activity_id_,
                  failed_activity_id_, proc_inst_id_, proc_def_id_)
                select 'old-' || n, 1, timestamp '2020-01-01' + make_interval(secs => n), 'uji', execution_id_, activity_id_,
                  failed_activity_id_, proc_inst_id_, proc_def_id_
                from act_ru_incident, generate_series(1, ?) n where id_ = ?""",
                MANY,
                stuck);
    }

    @AfterEach
    void withoutThoseBefore() {
        jdbc.update("delete from act_ru_incident where incident_type_ = 'uji'");
    }

    @Test
    void those_behind_the_first_hundred_are_reached_though_the_last_of_them_has_gone_meanwhile() throws Exception {
        Page<Told> first = incidents.page(null);
        assertThat(first.items()).hasSize(MANY);
        assertThat(ids(first)).startsWith("old-1").doesNotContain(stuck);
        assertThat(ids(incidents.page("nonsense"))).isEqualTo(ids(first));
        mvc.perform(get(PAGE).with(with(admin)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(PAGE + "?after=" + first.next())))
                .andExpect(content().string(not(containsString("value=\"" + stuck + '"'))));
        jdbc.update("delete from act_ru_incident where id_ = ?", ids(first).get(MANY - 1));

        List<String> all = new ArrayList<>();
        Page<Told> next = first;
        while (next.hasNext()) {
            next = incidents.page(next.next());
            all.addAll(ids(next));
        }

        assertThat(all).contains(stuck, other).doesNotContainAnyElementsOf(ids(first));
        mvc.perform(get(PAGE).param("after", first.next()).with(with(admin)))
                .andExpect(content().string(containsString("value=\"" + stuck + '"')));
    }

    @Test
    void all_that_failed_at_one_step_are_tried_again_at_once() throws Exception {
        mvc.perform(post(PAGE + "/retry")
                        .param("alike", stuck)
                        .with(with(admin))
                        .with(csrf()))
                .andExpect(redirectedUrl(PAGE));

        assertThat(runtime.createIncidentQuery().incidentId(stuck).count()).isZero();
        assertThat(runtime.createIncidentQuery().incidentId(other).count()).isZero();
        assertThat(incidents.retryAlike(stuck, admin)).as("gone already").isZero();
    }

    private static List<String> ids(Page<Told> page) {
        return page.items().stream().map(told -> told.incident().id()).toList();
    }
}
