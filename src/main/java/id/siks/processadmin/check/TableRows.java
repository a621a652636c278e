package id.siks.processadmin.check;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rows of a decision table: whether one of them fits whatever is asked, and which of them may fit together. */
final class TableRows {

    // Each of them doubles the work.
    private static final int MOST_YES_OR_NO = 12;
    private static final String NO_ANSWER = "null";

    private final List<Part> inputs;
    private final List<Part> rows;

    /** {@code table} has been looked at: every row has a cell in every column. */
    TableRows(Part table) {
        this.inputs = table.children("input");
        this.rows = table.children("rule");
    }

    /** True when one of the rows fits whatever is asked: one asks nothing more, or there is one for yes and one for no. */
    boolean areComplete() {
        return areComplete(inputs.stream()
                .filter(input -> type(input).equals("boolean"))
                .map(TableRows::asked)
                .toList());
    }

    /**
     * As {@link #areComplete()}, where the inputs that are yes or no are known from elsewhere. Only the first of those that are
     * asked are tried; where that does not tell, the answer is no.
     */
    boolean areComplete(List<String> yesOrNo) {
        List<Map<String, String>> asking = asking();
        return cover(
                asking,
                yesOrNo.stream()
                        .distinct()
                        .filter(input -> asking.stream().anyMatch(row -> row.containsKey(input)))
                        .limit(MOST_YES_OR_NO)
                        .toList());
    }

    /** True when no row leaves an answer open. */
    boolean answerAlways() {
        return rows.stream()
                .flatMap(row -> row.children("outputEntry").stream())
                .map(DmnContent::words)
                .noneMatch(answer -> answer.isEmpty() || answer.equals(NO_ANSWER));
    }

    /**
     * Rows with the first one before them that may fit at the same time; those that say the same only if {@code equals} count.
     *
     * @param how whether they surely do, or whether nobody knows
     */
    Map<Part, Part> overlapping(boolean equals, Meeting how) {
        List<List<CellQuestion>> asked = rows.stream()
                .map(row -> cells(row).map(CellQuestion::new).toList())
                .toList();
        Map<Part, Part> found = new LinkedHashMap<>();
        for (int later = 1; later < rows.size(); later++) {
            int row = later;
            IntStream.range(0, later)
                    .filter(before -> meeting(asked.get(before), asked.get(row)) == how)
                    .filter(before -> equals || !answers(rows.get(before)).equals(answers(rows.get(row))))
                    .findFirst()
                    .ifPresent(before -> found.put(rows.get(row), rows.get(before)));
        }
        return found;
    }

    private static Meeting meeting(List<CellQuestion> one, List<CellQuestion> other) {
        Meeting meeting = Meeting.SURE;
        for (int column = 0; column < one.size() && meeting != Meeting.NEVER; column++) {
            Meeting here = one.get(column).with(other.get(column));
            meeting = here.compareTo(meeting) < 0 ? here : meeting;
        }
        return meeting;
    }

    private static List<String> answers(Part row) {
        return row.children("outputEntry").stream().map(DmnContent::words).toList();
    }

    /** What each row asks for, by input. */
    private List<Map<String, String>> asking() {
        return rows.stream()
                .map(row -> {
                    List<String> cells = cells(row).toList();
                    Map<String, String> asked = new HashMap<>();
                    for (int i = 0; i < Math.min(inputs.size(), cells.size()); i++) {
                        String text = cells.get(i);
                        if (!text.isEmpty() && !text.equals("-")) {
                            // Two columns may ask the same differently; then no answer fits.
                            asked.merge(asked(inputs.get(i)), text, (one, other) -> one.equals(other) ? one : "");
                        }
                    }
                    return asked;
                })
                .toList();
    }

    private static Stream<String> cells(Part row) {
        return row.children("inputEntry").stream().map(DmnContent::words);
    }

    private static boolean cover(List<Map<String, String>> rows, List<String> yesOrNo) {
        if (rows.stream().anyMatch(Map::isEmpty)) {
            return true;
        }
        return !yesOrNo.isEmpty()
                && Stream.of("true", "false")
                        .allMatch(value ->
                                cover(fitting(rows, yesOrNo.get(0), value), yesOrNo.subList(1, yesOrNo.size())));
    }

    private static List<Map<String, String>> fitting(List<Map<String, String>> rows, String input, String value) {
        return rows.stream()
                .filter(row -> row.getOrDefault(input, value).equals(value))
                .map(row -> {
                    Map<String, String> rest = new HashMap<>(row);
                    rest.remove(input);
                    return rest;
                })
                .toList();
    }

    /** What the engine turns the value into; empty when it leaves it as it is. */
    static String type(Part input) {
        return input.children("inputExpression").stream()
                .map(expression -> expression.get("typeRef"))
                .findFirst()
                .orElse("");
    }

    /** What a column asks for. */
    static String asked(Part input) {
        return input.children("inputExpression").stream()
                .map(DmnContent::words)
                .findFirst()
                .orElse("");
    }
}
