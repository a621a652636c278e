package id.siks.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import id.siks.EngineTest;
import id.siks.Statements;
import id.siks.casework.CaseRef;
import id.siks.platform.engine.EngineJobs;
import id.siks.platform.engine.EngineMessages;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many cases are told one message with as many questions to the database as a few are. */
@EngineTest
class EngineMessagesTests {

    private static final int FEW = 3;
    private static final int MANY = 12;

    @Autowired
    ProposalTestData data;

    @Autowired
    Proposals proposals;

    @Autowired
    EngineMessages messages;

    @Autowired
    EngineJobs jobs;

    @Test
    void what_is_read_does_not_grow_with_the_number_of_cases_that_are_told() {
        List<CaseRef> waiting = waitingForTheirVillage(FEW + MANY);

        List<String> few = reads(waiting.subList(0, FEW));
        List<String> many = reads(waiting.subList(FEW, FEW + MANY));

        assertThat(few).isNotEmpty();
        assertThat(many).hasSameSizeAs(few);
    }

    private List<String> reads(List<CaseRef> refs) {
        return Statements.askedByTheEngine(() -> assertThat(messages.tell(
                        "village-finalized", refs.stream().map(CaseRef::value).toList(), Map.of()))
                .isEqualTo(refs.size()));
    }

    private List<CaseRef> waitingForTheirVillage(int number) {
        ProposalTestData.Place here = data.in("1806112005");
        List<CaseRef> refs = proposals
                .submitAll(Stream.generate(here::family).limit(number).toList(), here.village, here.operator)
                .accepted();
        jobs.runDue();
        here.meets(ProposalTestData.agreedTo(refs.toArray(CaseRef[]::new)));
        assertThat(refs).hasSize(number);
        return refs;
    }
}
