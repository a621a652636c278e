package id.siks.proposal.web;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import id.siks.EngineTest;
import id.siks.casework.CaseGroups;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseStatus;
import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.proposal.ProposalTestData;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** The list of proposals is looked through by the status it shows, and the page of a case shows the same one. */
@EngineTest
class ProposalListTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    ProposalTestData data;

    @Autowired
    CaseGroups groups;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MessageSource messages;

    @Autowired
    BusinessTime time;

    @Test
    void what_travels_in_a_batch_is_found_by_the_status_of_the_batch_and_by_no_other() throws Exception {
        ProposalTestData.Place place = data.in("1806032021");
        CaseRef ref = place.approved();
        assertThat(found(ref, CaseStatus.values(), place.operator)).containsExactly(CaseStatus.APPROVED_BY_REGENCY);

        long batch = transaction.execute(status -> {
            long group = groups.open("Uji", CaseStatus.APPROVED_BY_REGENCY, null, time.now());
            groups.join(group, List.of(ref));
            return group;
        });
        for (CaseStatus reached : List.of(CaseStatus.RATIFIED, CaseStatus.FORWARDED, CaseStatus.MINISTRY_REVIEW)) {
            transaction.executeWithoutResult(
                    status -> groups.progress(batch, "batch-approved", reached, null, null, null, null, time.now()));
            assertThat(found(ref, CaseStatus.values(), place.operator)).containsExactly(reached);
            mvc.perform(get("/proposal/{ref}", ref).with(with(place.operator)))
                    .andExpect(content().string(containsString(">" + words("casework.status.", reached) + "</span>")))
                    .andExpect(content().string(containsString(words("proposal.page.next.", reached))));
        }
    }

    private String words(String key, CaseStatus status) {
        return messages.getMessage(key + status, null, Locale.forLanguageTag("id"));
    }

    private Set<CaseStatus> found(CaseRef ref, CaseStatus[] among, Actor actor) throws Exception {
        Set<CaseStatus> found = new TreeSet<>();
        for (CaseStatus status : among) {
            if (page(status, actor).contains(ref.value())) {
                found.add(status);
            }
        }
        return found;
    }

    private String page(CaseStatus status, Actor actor) throws Exception {
        return mvc.perform(get("/proposal").param("status", status.name()).with(with(actor)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
