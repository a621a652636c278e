package id.siks.processadmin.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
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
                "a?b{3}c{2,5}d++"
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
                "\\\\[a].*.*"
            })
    void what_can_be_tried_in_many_ways_is_slow(String pattern) {
        assertThat(SlowPatterns.has(pattern)).isTrue();
    }
}
