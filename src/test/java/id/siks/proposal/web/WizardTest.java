package id.siks.proposal.web;

import static id.siks.identity.TestActors.with;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.casework.CaseRef;
import id.siks.identity.Actor;
import id.siks.identity.TestActors;
import id.siks.proposal.ProposalView;
import id.siks.proposal.Proposals;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A draft of a village, and whoever fills it in. */
@EngineTest
abstract class WizardTest {

    static final AreaCode DISTRICT = new AreaCode("121906");

    @Autowired
    MockMvc mvc;

    @Autowired
    Proposals proposals;

    @Autowired
    TestActors actors;

    @Autowired
    Areas areas;

    Actor operator;
    CaseRef ref;

    @BeforeEach
    void aDraft() {
        AreaCode village = areas.children(DISTRICT).get(0).code();
        operator = actors.operator(village);
        ref = proposals.draft(operator, village);
    }

    ProposalView saved() {
        return proposals.view(ref, operator);
    }

    ResultActions sendFamily(Map<String, String> fields) throws Exception {
        return mvc.perform(family(fields));
    }

    MockHttpServletRequestBuilder family(Map<String, String> fields) {
        return form("family", fields);
    }

    ResultActions send(String step, Map<String, String> fields) throws Exception {
        return mvc.perform(form(step, fields));
    }

    MockHttpServletRequestBuilder form(String step, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "version", Integer.toString(saved().version()),
                "key", UUID.randomUUID().toString(),
                "action", "next"));
        all.putAll(fields);
        MockHttpServletRequestBuilder request =
                post("/proposal/{ref}/{step}", ref, step).with(csrf()).with(with(operator));
        all.forEach(request::param);
        return request;
    }
}
