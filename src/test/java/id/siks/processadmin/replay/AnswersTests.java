package id.siks.processadmin.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a table answers is told as people read it, however much it answers. */
class AnswersTests {

    @Test
    void of_a_very_long_answer_the_beginning_is_told() throws IOException {
        Answers answers = signs("\uD83D\uDE00".repeat(280));
        Map<String, String> answer = answers.to(asked());

        assertThat(answer.get("sign")).hasSize(2 * 280);
        assertThat(answers.said(answer))
                .startsWith("Tanda: \uD83D\uDE00")
                .endsWith("\uD83D\uDE00…")
                .satisfies(said ->
                        assertThat(said.codePointCount(0, said.length())).isEqualTo(251));
    }

    @Test
    void any_other_is_told_whole() throws IOException {
        Answers answers = signs("C2");

        assertThat(answers.said(answers.to(asked()))).isEqualTo("Tanda: C2");
        assertThat(answers.said(Map.of())).isEqualTo("–");
    }

    private static Answers signs(String worried) throws IOException {
        String table = Files.readString(Path.of("bpmn/program/poverty-signs.dmn"));
        return new Answers("poverty-signs", table.replace("\"C2\"", '"' + worried + '"'));
    }

    private static Map<String, Object> asked() {
        Map<String, Object> inputs = new HashMap<>();
        for (String name :
                "hasShelter earnerWorks foodShareOverHalf clothesBought floor wall wallPlastered toiletUse lighting power"
                        .split(" ")) {
            inputs.put(name, null);
        }
        inputs.put("foodWorry", true);
        return inputs;
    }
}
