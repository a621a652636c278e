package id.siks.worklist.row;

import static id.siks.identity.TestActors.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import id.siks.Statements;
import id.siks.area.AreaCode;
import id.siks.area.AreaLevel;
import id.siks.identity.Actor;
import id.siks.identity.Role;
import id.siks.worklist.model.WorklistTest;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** However many colleagues a page names, it asks for their names once. */
class NamedColleaguesTests extends WorklistTest {

    private static final AreaCode VILLAGE = new AreaCode("6402012001");

    @Autowired
    TaskService engine;

    @Test
    void a_list_and_a_board_of_many_colleagues_cost_no_more_statements_than_of_one() {
        Actor operator = people.operator(VILLAGE);
        Actor verifier = people.holding(Role.REGENCY_VERIFIER, VILLAGE.at(AreaLevel.REGENCY));
        List<Actor> colleagues =
                Stream.generate(() -> people.operator(VILLAGE)).limit(6).toList();
        takeOne(colleagues.get(0));
        statements("/worklist?who=others", operator, colleagues.get(0));
        statements("/worklist/board", verifier, colleagues.get(0));
        List<String> list = statements("/worklist?who=others", operator, colleagues.get(0));
        List<String> board = statements("/worklist/board", verifier, colleagues.get(0));

        colleagues.forEach(this::takeOne);

        assertThat(statements("/worklist?who=others", operator, colleagues.get(5)))
                .hasSameSizeAs(list);
        assertThat(statements("/worklist/board", verifier, colleagues.get(5))).hasSameSizeAs(board);
    }

    private void takeOne(Actor colleague) {
        engine.setAssignee(work.open(VILLAGE, null), colleague.id());
    }

    private List<String> statements(String page, Actor reader, Actor named) {
        return Statements.during(() -> {
            try {
                mvc.perform(get(page).with(with(reader)))
                        .andExpect(content().string(containsString(named.displayName())));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
