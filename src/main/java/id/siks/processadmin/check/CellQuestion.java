package id.siks.processadmin.check;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a cell of a table asks for, as far as it can be read: nothing, some words and numbers, or spans of numbers or days. */
final class CellQuestion {

    // Cells are compared row by row, and whoever uploads a table fills them.
    private static final int MOST_SPANS = 4;
    private static final String LITERAL = "\"[^\"\\\\]*\"|true|false|0|-?[1-9]\\d{0,8}";
    private static final Pattern LITERALS = Pattern.compile("(?:" + LITERAL + ")(?:\\s*,\\s*(?:" + LITERAL + "))*+");
    private static final Pattern BETWEEN = Pattern.compile("\\s*,\\s*(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    private final String text;
    private final Set<String> literals;
    private final List<Span> spans;

    CellQuestion(String words) {
        this.text = words.strip();
        String[] parts = BETWEEN.split(text);
        this.literals = LITERALS.matcher(text).matches() ? Set.copyOf(Arrays.asList(parts)) : Set.of();
        this.spans = parts.length > MOST_SPANS ? List.of() : spans(parts);
    }

    private static List<Span> spans(String... parts) {
        List<Span> read =
                Stream.of(parts).map(Span::read).flatMap(Optional::stream).toList();
        return read.size() == parts.length ? read : List.of();
    }

    /** Whether one answer can be what both ask for. */
    Meeting with(CellQuestion other) {
        if (asksNothing() || other.asksNothing() || text.equals(other.text)) {
            return Meeting.SURE;
        }
        if (!literals.isEmpty() && !other.literals.isEmpty()) {
            return Collections.disjoint(literals, other.literals) ? Meeting.NEVER : Meeting.SURE;
        }
        if (spans.isEmpty() || other.spans.isEmpty()) {
            return Meeting.UNKNOWN;
        }
        Set<Meeting> met = EnumSet.noneOf(Meeting.class);
        spans.forEach(span -> other.spans.forEach(their -> met.add(span.with(their))));
        return met.size() == 1 ? met.iterator().next() : met.contains(Meeting.SURE) ? Meeting.SURE : Meeting.UNKNOWN;
    }

    private boolean asksNothing() {
        return text.isEmpty() || text.equals("-");
    }
}
