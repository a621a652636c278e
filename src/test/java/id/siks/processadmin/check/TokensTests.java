package id.siks.processadmin.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Security requirement 5: what is said of the ways of tokens is said of the hostile diagram, and not of its harmless twin. */
class TokensTests {

    static Stream<HostileTokens.Pair> pairs() {
        // What is answered depends on forms in force.
        return HostileTokens.pairs().filter(pair -> pair.rule() != Rule.ANSWER_NOT_GIVEN);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void the_hostile_one_is_told_from_its_harmless_twin(HostileTokens.Pair pair) {
        assertThat(pair.hostile()).isNotEqualTo(pair.harmless());
        assertThat(found(pair.key(), pair.hostile())).contains(pair.rule().code());
        assertThat(found(pair.key(), pair.harmless()))
                .doesNotContain(pair.rule().code());
    }

    private static Stream<String> found(String key, String file) {
        Part root = XmlReader.read(file);
        Findings findings = new Findings();
        Bpmn diagram = new Bpmn(key, root, new Graph(root.children("process").get(0)), Words.of(null));
        Stream.of(new BpmnApprovals(), new BpmnLoops(), new BpmnBranches())
                .forEach(rule -> rule.check(diagram, findings));
        return findings.report().refusals().stream().map(Finding::rule);
    }
}
