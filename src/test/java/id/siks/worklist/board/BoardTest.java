package id.siks.worklist.board;

import static id.siks.identity.TestActors.with;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.identity.Actor;
import id.siks.platform.BusinessTime;
import id.siks.worklist.model.WorklistTest;
import java.time.YearMonth;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A regency with its villages, and somebody who looks over them. */
abstract class BoardTest extends WorklistTest {

    static final AreaCode REGENCY = new AreaCode("5302");
    static final AreaCode DISTRICT = new AreaCode("530209");

    @Autowired
    Areas areas;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    BusinessTime time;

    String ref(String task) {
        return items.find(task).orElseThrow().ref().value();
    }

    /** Numbers of the cases in the list of the district that this question opens. */
    Set<String> list(Actor actor, String name, String value) throws Exception {
        String page = mvc.perform(get("/worklist/board/list")
                        .param("area", DISTRICT.value())
                        .param(name, value)
                        .with(with(actor)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return Pattern.compile("[A-Z]{3}-\\d{4}-\\d{2}-\\d{6}")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    String weighing(Actor actor, AreaCode area, YearMonth month) throws Exception {
        return mvc.perform(get("/worklist/board/processes")
                        .param("process", "test-weighing")
                        .param("area", area.value())
                        .param("month", month.toString())
                        .with(with(actor)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
