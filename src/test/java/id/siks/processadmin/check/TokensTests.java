package id.siks.processadmin.check;

import static id.siks.processadmin.check.Sketch.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

    @Test
    void what_forks_and_joins_as_often_as_one_likes_stays_few() {
        String joined = Stream.iterate(1, i -> i < 60, i -> i + 2)
                .map(i -> fork("f" + i)
                        + fork("f" + (i + 1))
                        + task("a" + i, "REGENT")
                        + task("b" + i, "REGENT")
                        + ways("f%1$d a%1$d f%2$d".formatted(i, i + 1), "f%1$d b%1$d f%2$d".formatted(i, i + 1))
                        + (i == 1 ? "" : ways("f%d f%d".formatted(i - 1, i))))
                .reduce("", String::concat);
        String file = process(
                "proposal-trunk",
                start("s"),
                choice("x"),
                joined,
                choice("y"),
                end("e"),
                ways("s x f1", "f60 y x", "y e"));
        Graph graph = graph(file);

        assertThat(found("proposal-trunk", file)).isEmpty();
        assertThat(graph.tokens().in(graph.process())).isEqualTo(2);
    }

    @Test
    void a_fork_within_a_branch_is_joined_again() {
        String nested = fork("f")
                + fork("g")
                + fork("h")
                + fork("j")
                + task("a", "REGENT")
                + task("b", "REGENT")
                + task("c", "REGENT")
                + ways("f a j", "f g b h j", "g c h");
        Graph graph = graph(process(
                "proposal-trunk",
                start("s"),
                choice("x"),
                nested,
                choice("y"),
                end("e"),
                ways("s x f", "j y x", "y e")));

        assertThat(graph.tokens().in(graph.process())).isEqualTo(3);
        assertThat(graph.nodes().filter(graph.tokens()::growInLoop)).isEmpty();
    }

    private static Graph graph(String file) {
        return new Graph(XmlReader.read(file).children("process").get(0));
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
