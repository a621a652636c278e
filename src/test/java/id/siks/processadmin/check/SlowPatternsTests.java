package id.siks.processadmin.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlowPatternsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[A-Z]+",
                "[*+]{2}x*",
                "a\\+b\\*c+",
                "[1-9][0-9]{0,3}/HUK/20[0-9]{2}",
                "([01]\\d|2[0-3])[:.][0-5]\\d",
                "\\p{L}+?",
                "a?b{3}c{2,5}d++",
                "^[A-Z]{1,3} [0-9]{1,4}( [A-Z]{1,3})?$",
                "[^\\d&]{2,60}-(a|b(c|d))\\.",
                "a*|b*",
                "^a$|^b$",
                "a)"
            })
    void one_repetition_without_an_end_is_quick(String pattern) {
        assertThat(SlowPatterns.has(pattern)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".*.*x",
                "a+b*",
                "a{2,}b+",
                "a{1,}[b]{0,}",
                "(a+)+$",
                "(a|b){3}",
                "(a*)\\1",
                "(?x) a",
                "\\Q[\\E.*.*]",
                "[a[b]c]",
                "\\\\[a].*.*",
                ".*(|)x",
                "(a|)b",
                "|a",
                "[a-z]{2,60}-[0-9]{1,40}",
                "(a|(b|(c|(d|e))))",
                "(a+)?b+",
                "a{0,12345}",
                "\\bword\\b",
                "[a-z&&d]",
                "a^b",
                "(^a$|b)",
                "a$b",
                "^$|a"
            })
    void what_can_be_tried_in_many_ways_is_slow(String pattern) {
        assertThat(SlowPatterns.has(pattern)).isTrue();
    }

    /** At the end of an answer a machine tries empty alternatives in all ways, and no letter is looked at that could be counted. */
    @ParameterizedTest
    @ValueSource(strings = {"(|)", "(a?|b?)", "a?", "(a|a)", "[ab]{0,9}"})
    void no_choice_stands_in_a_pattern_often(String choice) {
        assertThat(SlowPatterns.has(".*" + choice.repeat(20) + "x")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {"[a-z]{3,5}x 4", "(ab|c)d? 1", "\\d{2}\\.\\d{4} 7", "a* 0"})
    void the_shortest_text_a_pattern_takes_is_known(String pattern, int letters) {
        assertThat(PatternReader.read(pattern).orElseThrow().shortest()).isEqualTo(letters);
    }
}
