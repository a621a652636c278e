package id.siks.processadmin.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

class TableRowsTests {

    private static final int COLUMNS = 29;
    private static final List<String> YES_NO = List.of("true", "false");

    @Test
    @Timeout(value = 10, threadMode = ThreadMode.SEPARATE_THREAD)
    void columns_no_row_asks_say_nothing() {
        assertThat(rows(asking(COLUMNS - 1, "true"), asking(COLUMNS - 1, "false"))
                        .areComplete())
                .isTrue();
        assertThat(rows(asking(COLUMNS - 1, "true"), asking(0, "false")).areComplete())
                .isFalse();
    }

    /** Security requirement 6: every column asked doubles what has to be tried. */
    @Test
    @Timeout(value = 10, threadMode = ThreadMode.SEPARATE_THREAD)
    void many_columns_are_looked_at_in_a_moment() {
        String[] rows = IntStream.range(0, COLUMNS - 1)
                .boxed()
                .flatMap(column -> YES_NO.stream()
                        .flatMap(one -> YES_NO.stream().map(last -> asking(Map.of(column, one, COLUMNS - 1, last)))))
                .toArray(String[]::new);

        assertThat(rows(rows).areComplete()).as("it is not known").isFalse();
    }

    private static String asking(int column, String value) {
        return asking(Map.of(column, value));
    }

    private static String asking(Map<Integer, String> asked) {
        return IntStream.range(0, COLUMNS)
                .mapToObj(column -> cell(asked.getOrDefault(column, "")))
                .collect(Collectors.joining());
    }

    private static String cell(String text) {
        return "<inputEntry><text>" + text + "</text></inputEntry>";
    }

    private static TableRows rows(String... rows) {
        String inputs = IntStream.range(0, COLUMNS)
                .mapToObj(column -> "<input><inputExpression typeRef=\"boolean\"><text>c" + column
                        + "</text></inputExpression></input>")
                .collect(Collectors.joining());
        return new TableRows(XmlReader.read("<decisionTable>"
                + inputs
                + Arrays.stream(rows).map(row -> "<rule>" + row + "</rule>").collect(Collectors.joining())
                + "</decisionTable>"));
    }
}
