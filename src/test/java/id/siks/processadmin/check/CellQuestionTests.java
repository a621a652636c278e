package id.siks.processadmin.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellQuestionTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | < 5 | SURE",
                "- | \"a\" | SURE",
                "not(\"a\") | not(\"a\") | SURE",
                "\"a\", \"b\" | \"b\" | SURE",
                "\"a,b\" | \"a\", \"b\" | NEVER",
                "true | false | NEVER",
                "< 5 | >= 5 | NEVER",
                "<= 5 | >= 5 | SURE",
                "< 5 | > 5 | NEVER",
                "> 4 | < 5 | UNKNOWN",
                "< -1.5 | > -1.5 | NEVER",
                "[1..5] | [6..10] | NEVER",
                "[1..5] | [5..10] | SURE",
                "[1..5[ | [5..10] | NEVER",
                "(1..5) | 5, > 9 | NEVER",
                "1, 2 | [2..3] | SURE",
                "[0.1..0.5] | [0.4..0.9] | UNKNOWN",
                "< 5, > 9 | [5..9] | NEVER",
                "< 5, > 9 | [5..10] | SURE",
                "< date(\"2026-01-31\") | >= date(\"2026-01-31\") | NEVER",
                "[date(\"2026-01-01\")..date(\"2026-01-31\")] | date(\"2026-01-31\") | SURE",
                "< date(\"2026-02-30\") | > date(\"2026-03-30\") | UNKNOWN",
                "< date(\"2026-01-31\") | 5 | UNKNOWN",
                "[5..1] | 5 | UNKNOWN",
                "]5..5] | 5 | UNKNOWN",
                "< limit | > limit | UNKNOWN",
                "not(\"a\") | \"a\" | UNKNOWN",
                "\"a\" | < 5 | UNKNOWN",
                "1.5, 2.5, 3.5, 4.5, 5.5 | 9.5 | UNKNOWN"
            })
    void what_both_ask_for_meets_as_far_as_it_can_be_read(String one, String other, Meeting meeting) {
        assertThat(new CellQuestion(one).with(new CellQuestion(other))).isEqualTo(meeting);
        assertThat(new CellQuestion(other).with(new CellQuestion(one))).isEqualTo(meeting);
    }
}
