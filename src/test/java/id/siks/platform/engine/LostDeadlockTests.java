package id.siks.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.siks.EngineTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Two commands wait for what the other one holds: the database stops one of them, and it hears that it was too late. */
@EngineTest
class LostDeadlockTests {

    private static final int SECONDS = 30;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcTemplate db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ErrorController errors;

    private final CyclicBarrier both = new CyclicBarrier(2);

    @ParameterizedTest
    @EnumSource
    void somebody_was_faster_says_the_answer(Deed deed) {
        String one = start();
        String other = start();
        MockMvc mvc = MockMvcBuilders.standaloneSetup(new Door(runtime, deed))
                .setControllerAdvice(errors)
                .build();

        List<MockHttpServletResponse> answers =
                Stream.of(holding(one, other, mvc), holding(other, one, mvc)).toList().stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(answers).extracting(MockHttpServletResponse::getStatus).containsExactlyInAnyOrder(200, 409);
        assertThat(answers).filteredOn(answer -> answer.getStatus() == 409).allSatisfy(lost -> assertThat(
                        lost.getContentAsString())
                .contains("Data ini baru saja diubah orang lain"));
    }

    /** Holds what the other one wants, and wants what it holds; nothing of it stays. */
    private CompletableFuture<MockHttpServletResponse> holding(String held, String wanted, MockMvc mvc) {
        return CompletableFuture.supplyAsync(
                () -> transaction.execute(status -> {
                    status.setRollbackOnly();
                    db.queryForList("select 1 from act_ru_execution where proc_inst_id_ = ? for update", held);
                    db.queryForList("select 1 from act_ru_variable where proc_inst_id_ = ? for update", held);
                    try {
                        both.await(SECONDS, TimeUnit.SECONDS);
                        return mvc.perform(post("/race/" + wanted)
                                        .accept(MediaType.APPLICATION_JSON)
                                        .locale(new Locale("id")))
                                .andReturn()
                                .getResponse();
                    } catch (Exception failed) {
                        throw new IllegalStateException(failed);
                    }
                }),
                work -> new Thread(work).start());
    }

    private String start() {
        Map<String, Object> values = answers(30);
        values.put(EngineVariables.AREA_CODE, "1801012001");
        values.put(EngineVariables.KIND, "NEW_REGISTRATION");
        return runtime.startProcessInstanceByKey("proposal-trunk", "UJI-" + UUID.randomUUID(), values)
                .getId();
    }

    private static Map<String, Object> answers(int number) {
        return IntStream.range(0, number).boxed().collect(Collectors.toMap(i -> "answer" + i, i -> true));
    }

    /** What waits there, each in a way of its own to the database. */
    enum Deed {
        CHANGE_ONE((runtime, id) -> runtime.setVariable(id, "answer0", false)),
        REMOVE_MANY((runtime, id) -> runtime.removeVariables(id, answers(30).keySet())),
        ADD_FEW((runtime, id) -> runtime.setVariables(id, Map.of("few0", true, "few1", true))),
        ADD_MANY((runtime, id) -> runtime.setVariables(
                id, IntStream.range(0, 30).boxed().collect(Collectors.toMap(i -> "many" + i, i -> true))));

        private final BiConsumer<RuntimeService, String> doing;

        Deed(BiConsumer<RuntimeService, String> doing) {
            this.doing = doing;
        }
    }

    /** The web's way to it. */
    @RestController
    record Door(RuntimeService runtime, Deed deed) {

        @PostMapping("/race/{instance}")
        String race(@PathVariable("instance") String instance) {
            deed.doing.accept(runtime, instance);
            return "";
        }
    }
}
