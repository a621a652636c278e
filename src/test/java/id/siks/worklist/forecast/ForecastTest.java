package id.siks.worklist.forecast;

import static id.siks.identity.TestActors.with;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.area.AreaCode;
import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.proposal.ProposalTestData;
import id.siks.worklist.model.MadeUpPace;
import id.siks.worklist.model.WorklistTest;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Work that took its time before, and cases about which something is foretold. */
abstract class ForecastTest extends WorklistTest {

    static final AreaCode REGENCY = new AreaCode("5304");

    @Autowired
    ForecastDesk desk;

    @Autowired
    Outlooks outlooks;

    @Autowired
    OpenCaseForecasts cases;

    @Autowired
    Histories histories;

    @Autowired
    ProposalTestData data;

    @Autowired
    BusinessTime time;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void asItWas() {
        work.settle();
        histories.forget();
    }

    void keep() {
        desk.keep();
        histories.forget();
    }

    void page(Actor actor, Matcher<String> words) throws Exception {
        mvc.perform(get("/worklist/board/forecast").with(with(actor)))
                .andExpect(status().isOk())
                .andExpect(content().string(words));
    }

    void history(int took, int n) {
        history(REGENCY, "weigh-goods", took, n);
    }

    void history(AreaCode regency, String task, int took, int n) {
        MadeUpPace.add(jdbc, regency, task, YearMonth.now(ZoneOffset.UTC), took, n);
        histories.forget();
    }
}
