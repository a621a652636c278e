package id.siks.proposal.web;

import static id.siks.identity.TestActors.with;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.siks.HiddenFields;
import id.siks.casework.CaseRef;
import id.siks.identity.Actor;
import java.util.UUID;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What the pages of a proposal send, and what they say that they have seen. */
final class ProposalForms {

    private ProposalForms() {}

    static MockHttpServletRequestBuilder withdrawal(CaseRef ref, String version, String reason, Actor by) {
        return post("/proposal/{ref}/withdraw", ref)
                .param("key", UUID.randomUUID().toString())
                .param("version", version)
                .param("reasonText", reason)
                .with(csrf())
                .with(with(by));
    }

    static String versionOn(String page) {
        return HiddenFields.of(page, "version");
    }
}
