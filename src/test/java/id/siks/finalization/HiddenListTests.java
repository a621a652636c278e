package id.siks.finalization;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.finalization.Rehearsal.Walk;
import id.siks.identity.AccessEntry;
import id.siks.identity.AccessKind;
import id.siks.identity.AccessOutcome;
import id.siks.identity.Actor;
import id.siks.identity.TestAccessLog;
import id.siks.identity.TestActors;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Requirement 23: who asks for a line or a list of another regency finds nothing, and it is written down. */
@EngineTest
class HiddenListTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Rehearsal rehearsal;

    @Autowired
    TestActors people;

    @Autowired
    TestAccessLog log;

    @Test
    void whoAsksForALineOrTheNamesOfAnotherRegencyIsWrittenDown() throws Exception {
        Walk walk = rehearsal.opened("6472");
        String member = walk.sealed(1).get(0).value();
        Actor stranger = people.officeHead(new AreaCode("3374"));
        String line = "/finalization/" + walk.ref + "/items/" + member;
        findsNothing(get(line), stranger);
        findsNothing(post(line).param("key", UUID.randomUUID().toString()), stranger);
        findsNothing(post("/finalization/" + walk.ref + "/names").param("purpose", "Lampiran berita acara"), stranger);
        String nobodys = "USL-6472-26-999999";
        findsNothing(get("/finalization/" + walk.ref + "/items/" + nobodys), stranger);

        assertThat(log.by(stranger))
                .allSatisfy(entry -> assertThat(entry.outcome()).isEqualTo(AccessOutcome.REFUSED))
                .extracting(AccessEntry::kind, AccessEntry::subject)
                .containsExactlyInAnyOrder(
                        tuple(AccessKind.READ, "casework:" + member),
                        tuple(AccessKind.READ, "casework:" + member),
                        tuple(AccessKind.EXPORT, "finalization:" + walk.ref),
                        tuple(AccessKind.READ, "casework:" + nobodys));
    }

    private void findsNothing(MockHttpServletRequestBuilder asked, Actor stranger) throws Exception {
        mvc.perform(asked.with(with(stranger)).with(csrf())).andExpect(status().isNotFound());
    }
}
