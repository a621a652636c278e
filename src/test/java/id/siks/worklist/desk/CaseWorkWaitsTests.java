package id.siks.worklist.desk;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.casework.CaseRef;
import id.siks.casework.CaseSummary;
import id.siks.casework.CaseWaits.Waits;
import id.siks.casework.TestCases;
import id.siks.casework.Timeline;
import id.siks.identity.Actor;
import id.siks.worklist.model.WorklistTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the page of a case all villages of a regency share says of their open work. */
class CaseWorkWaitsTests extends WorklistTest {

    private static final AreaCode REGENCY = new AreaCode("5313");

    @Autowired
    CaseWorkWaits waits;

    @Autowired
    TestCases cases;

    @Autowired
    Timeline timeline;

    @Autowired
    Areas areas;

    @Test
    void a_village_reads_of_its_own_work_and_how_much_else_there_is() throws Exception {
        AreaCode own = freshVillage(REGENCY);
        AreaCode neighbours = freshVillage(REGENCY);
        Actor operator = people.operator(own);
        Actor neighbour = people.operator(neighbours);
        CaseRef period = cases.common(REGENCY);
        String mine = work.openIn(period, own);
        claim(mine, operator);
        claim(work.openIn(period, neighbours), neighbour);

        mvc.perform(get("/casework/" + period).with(with(operator)))
                .andExpect(content().string(containsString("dikerjakan oleh " + operator.displayName())))
                .andExpect(content().string(containsString("– " + areas.get(own).name())))
                .andExpect(content().string(containsString("1 pekerjaan lain dalam perkara ini")))
                .andExpect(content().string(not(containsString(neighbour.displayName()))));
        mvc.perform(get("/casework/"
                                + items.find(work.open(own, null)).orElseThrow().ref())
                        .with(with(operator)))
                .andExpect(content().string(not(containsString("pekerjaan lain dalam perkara ini"))));
    }

    @Test
    void of_much_work_the_first_is_shown_and_the_rest_counted() {
        CaseRef period = cases.common(REGENCY);
        for (int i = 0; i < CaseWorkWaits.SHOWN + 3; i++) {
            work.openIn(period, freshVillage(REGENCY));
        }
        CaseSummary summary = timeline.summaries(List.of(period)).get(period);

        Waits seen = waits.of(summary, people.verifier(REGENCY));

        assertThat(seen.shown()).hasSize(CaseWorkWaits.SHOWN);
        assertThat(seen.others()).isEqualTo(3);
    }
}
