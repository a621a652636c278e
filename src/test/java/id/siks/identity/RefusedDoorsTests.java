package id.siks.identity;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;

/** Requirement 23: who knocks at a person's door without a role that opens it is written down. */
@EngineTest
class RefusedDoorsTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestActors people;

    @Autowired
    TestAccessLog log;

    @AfterEach
    void seeThemOff() {
        people.seeOff();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /register/4711, register:4711",
        "POST, /register/4711/reveal, register:4711",
        "GET, /proposal/USL-1804-26-000123, proposal:USL-1804-26-000123",
        "POST, /proposal/USL-1804-26-000123/reveal, proposal:USL-1804-26-000123",
        "GET, /casework/USL-1804-26-000123, casework:USL-1804-26-000123",
        "POST, /casework/USL-1804-26-000123/export, casework:USL-1804-26-000123",
        "GET, /evidence/4711/thumb, evidence:4711",
        "POST, /evidence/USL-1804-26-000123/attachments, casework:USL-1804-26-000123",
        "GET, /evidence/certificates/SK-26-7H3KQ-92MTX, certificate:SK-26-7H3KQ-92MTX",
        "GET, /finalization/PRD-1804-26-000001/items/USL-1804-26-000123, casework:USL-1804-26-000123",
        "POST, /finalization/PRD-1804-26-000001/names, finalization:PRD-1804-26-000001",
        "GET, /worklist/cases/USL-1804-26-000123, casework:USL-1804-26-000123",
        "GET, /processadmin/cases/USL-1804-26-000123, casework:USL-1804-26-000123"
    })
    void a_wrong_role_is_refused_and_written_down(String method, String path, String subject) throws Exception {
        Actor keeper = knocks(method, path);

        assertThat(log.by(keeper)).singleElement().satisfies(entry -> {
            assertThat(entry.subject()).isEqualTo(subject);
            assertThat(entry.roles()).isEqualTo("USER_ADMIN");
            assertThat(entry.outcome()).isEqualTo(AccessOutcome.REFUSED);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /register/1804061506850001",
        "GET, /register/siti",
        "GET, /proposal/1804061506850001",
        "GET, /casework/holds",
        "GET, /worklist/reconcile"
    })
    void what_is_no_key_of_a_person_is_not(String method, String path) throws Exception {
        assertThat(log.by(knocks(method, path))).isEmpty();
    }

    /** Requirement 11: a note takes time, so what is not there is noted like what lies elsewhere. */
    @ParameterizedTest
    @CsvSource({
        "/register/999999999999, register:999999999999",
        "/casework/USL-1804-26-999999, casework:USL-1804-26-999999",
        "/worklist/cases/USL-1804-26-999999, casework:USL-1804-26-999999",
        "/evidence/999999999999, evidence:999999999999",
        "/evidence/certificates/SK-26-22222-22222, certificate:SK-26-22222-22222"
    })
    void what_does_not_exist_is_written_down_as_well(String path, String subject) throws Exception {
        Actor operator = people.passing(List.of(Assignment.of(Role.VILLAGE_OPERATOR, new AreaCode("1804012001"))));
        mvc.perform(get(path).with(with(operator))).andExpect(status().isNotFound());

        assertThat(log.by(operator)).singleElement().satisfies(entry -> {
            assertThat(entry.subject()).isEqualTo(subject);
            assertThat(entry.outcome()).isEqualTo(AccessOutcome.REFUSED);
        });
    }

    @Test
    void a_trail_that_does_not_exist_is_written_down_as_well() throws Exception {
        Actor verifier = people.passing(List.of(Assignment.of(Role.REGENCY_VERIFIER, new AreaCode("1804"))));
        mvc.perform(post("/casework/USL-1804-26-999999/export")
                        .param("purpose", "audit")
                        .with(with(verifier))
                        .with(csrf()))
                .andExpect(status().isNotFound());

        assertThat(log.by(verifier)).singleElement().satisfies(entry -> {
            assertThat(entry.subject()).isEqualTo("casework:USL-1804-26-999999");
            assertThat(entry.outcome()).isEqualTo(AccessOutcome.REFUSED);
        });
    }

    private Actor knocks(String method, String path) throws Exception {
        Actor keeper = people.passing(List.of(Assignment.nation(Role.USER_ADMIN)));
        mvc.perform(request(HttpMethod.valueOf(method), path).with(with(keeper)).with(csrf()))
                .andExpect(status().isForbidden());
        return keeper;
    }
}
