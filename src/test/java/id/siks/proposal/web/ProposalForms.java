package id.siks.proposal.web;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.siks.casework.CaseRef;
import id.siks.identity.Actor;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What the pages of a proposal send, and what they say that they have seen. */
final class ProposalForms {

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([0-9]+)\"");

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
        Matcher version = VERSION.matcher(page);
        assertThat(version.find()).as("a version on the page").isTrue();
        return version.group(1);
    }
}
