package id.siks.processadmin.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a task has a row of its own is read from what the table says, however it is written. */
class KnownTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"\"look\"", "\n  \"look\"  \n", "\"other\", \"look\"", "<![CDATA[\"look\"]]>", "&#34;look&#34;"})
    void a_word_is_asked_for(String cell) {
        assertThat(Known.wordsAsked(table(cell))).contains("look");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "\"looked\"", "not(\"look\")"})
    void another_is_not(String cell) {
        assertThat(Known.wordsAsked(table(cell))).doesNotContain("look");
    }

    private static String table(String cell) {
        return "<d:definitions xmlns:d=\"x\"><d:rule><d:inputEntry><d:text>%s</d:text></d:inputEntry><d:outputEntry><d:text>\"look\"</d:text></d:outputEntry></d:rule></d:definitions>"
                .formatted(cell);
    }
}
