package id.siks.processadmin.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write in cells is taken; what may grow or take long is not. */
class FeelTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6, 9",
                "[2..7]",
                "]2..7[",
                "[1..3], ]5..7]",
                "not([2..4])",
                "? in [2..4]",
                "? in [1, 2, 3]",
                "list contains([\"a\", \"b\"], kind)",
                "(kind = \"a+b\") or kind in [\"c[1]\", \"d\"]",
                "> count + 1",
                "> 1 + 2 * count",
                "> count + 0 + power",
                "> 1.5 + -2"
            })
    void values_ranges_lists_and_sums_with_a_number_are_taken(String cell) {
        assertThat(said(cell).findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind + kind",
                "kind+\"x\"",
                "\"1\" + kind",
                "kind1 + kind",
                "kind.1 + kind",
                "(kind = \"a\") or kind + kind = \"bb\""
            })
    void text_is_not_put_together(String cell) {
        assertThat(said(cell).refusals())
                .extracting(finding -> finding.rule() + " " + finding.args().get(1))
                .containsExactly("feel-not-allowed +");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list[item > 1]",
                "list [1]",
                "[1, 2][item > 1]",
                "(list)[1]",
                "\"a\"[1]",
                "? in [1..3][1]",
                "[1][[1][[1] = []] = []] = []"
            })
    void a_list_is_not_asked_entry_by_entry(String cell) {
        assertThat(said(cell).refusals()).extracting(Finding::rule).containsExactly(Rule.FEEL_NOT_ALLOWED.code());
    }

    private static Report said(String cell) {
        Findings findings = new Findings();
        new Feel(findings).tests(new Part("", "text", 1, null), cell);
        return findings.report();
    }
}
