package id.siks.proposal;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import id.siks.casework.CaseRef;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;

/** A visitor is told where the case says a home is by now, and where it said so at first once it says nothing. */
class VisitHomesTests extends TrunkTest {

    private static final String ASKED = "Jalan Melati 12, RT 003/RW 001, Dusun Satu";

    @Autowired
    MockMvc mvc;

    @Test
    void a_case_without_an_address_leaves_the_one_of_the_request_and_the_list_whole() throws Exception {
        place = data.in("1808022003");
        CaseRef ref = place.listed();

        becomes(ref, "jsonb_set(content, '{address}', '\"Jalan Kenanga 7\"')");
        mvc.perform(get("/fieldcheck").with(with(place.worker)))
                .andExpect(MockMvcResultMatchers.status().isOk())
                .andExpect(content().string(containsString("Jalan Kenanga 7, RT 003/RW 001, Dusun Satu")))
                .andExpect(content().string(not(containsString(ASKED))));

        becomes(ref, "content - 'address'");
        mvc.perform(get("/fieldcheck").with(with(place.worker)))
                .andExpect(MockMvcResultMatchers.status().isOk())
                .andExpect(content().string(containsString(ASKED)));
    }

    private void becomes(CaseRef ref, String content) {
        assertThat(db.update("update proposal.proposal set content = " + content + " where case_ref = ?", ref.value()))
                .isOne();
    }
}
