package id.siks.proposal.web;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.EngineTest;
import id.siks.casework.CaseRef;
import id.siks.identity.AccessEntry;
import id.siks.identity.AccessKind;
import id.siks.identity.Actor;
import id.siks.identity.TestAccessLog;
import id.siks.proposal.ProposalTestData;
import id.siks.proposal.ProposalTestData.Place;
import id.siks.proposal.Proposals;
import id.siks.register.Activation;
import id.siks.register.Families;
import id.siks.register.FamilyContent;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Requirement 23: who is told that a family is known already is written down, wherever it lives. */
@EngineTest
class LookAlikeLogTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    ProposalTestData data;

    @Autowired
    Proposals proposals;

    @Autowired
    Families families;

    @Autowired
    TestAccessLog log;

    private Place here;
    private Place elsewhere;
    private FamilyContent known;
    private CaseRef holder;

    @BeforeEach
    void aFamilyWithAnOpenCase() {
        here = data.in("1808012012");
        elsewhere = data.in("1502012001");
        known = here.family();
        holder = here.submitted(known);
    }

    @Test
    void aNumberThatIsTypedIsWrittenDownWithTheCaseThatHasIt() throws Exception {
        for (Place asking : List.of(here, elsewhere)) {
            types(known.familyCardNumber(), asking);
            types(known.familyCardNumber(), asking);
            assertThat(searched("casework:" + holder, asking.operator)).hasSize(1);
        }
    }

    @Test
    void soItIsWithTheFamilyOfTheRegister() throws Exception {
        FamilyContent registered = here.family();
        CaseRef ref = here.drafted(registered);
        families.activate(List.of(new Activation(ref, registered, null)));
        String subject = Families.subject(families.familyOf(ref).orElseThrow().id());
        for (Place asking : List.of(here, elsewhere)) {
            types(registered.familyCardNumber(), asking);
            assertThat(searched(subject, asking.operator)).hasSize(1);
        }
    }

    @Test
    void whatIsRefusedBecauseOfItIsWrittenDownAllTheSame() throws Exception {
        CaseRef second = elsewhere.drafted(known);
        mvc.perform(post("/proposal/{ref}/submit", second)
                        .accept("application/json")
                        .param("declaration", "true")
                        .param("version", Integer.toString(data.version(second)))
                        .param("key", UUID.randomUUID().toString())
                        .with(with(elsewhere.operator))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity());
        assertThat(searched("casework:" + holder, elsewhere.operator)).hasSize(1);
    }

    private void types(String card, Place asking) throws Exception {
        CaseRef draft = proposals.draft(asking.operator, asking.village);
        mvc.perform(post("/proposal/{ref}/duplicates", draft)
                        .param("familyCardNumber", card)
                        .with(with(asking.operator))
                        .with(csrf()))
                .andExpect(status().isOk());
    }

    private List<AccessEntry> searched(String subject, Actor actor) {
        return log.about(subject).stream()
                .filter(entry -> entry.kind() == AccessKind.SEARCH && entry.accountId() == actor.accountId())
                .toList();
    }
}
