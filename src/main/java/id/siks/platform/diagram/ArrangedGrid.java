package id.siks.platform.diagram;

import id.siks.platform.diagram.ScopeParts.Flow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * In which column and row the elements of a scope stand, both counted from 0.
 *
 * @param column how far the element is from a beginning, by the longest way that does not come back
 * @param row that of what leads to it, or the first free one below
 */
record ArrangedGrid(Map<Element, Integer> column, Map<Element, Integer> row) {

    static ArrangedGrid of(ScopeParts parts) {
        Map<Element, Integer> column = columns(parts);
        return new ArrangedGrid(column, rows(parts, column));
    }

    private static Map<Element, Integer> columns(ScopeParts parts) {
        Onward onward = new Onward(ends(parts, Flow::source, Flow::target));
        Set<Element> reached = ends(parts, Flow::target, Flow::source).keySet();
        Stream.concat(parts.nodes().stream().filter(node -> !reached.contains(node)), parts.nodes().stream())
                .forEach(onward::visit);
        Map<Element, Integer> column = new HashMap<>();
        parts.nodes().forEach(node -> column.put(node, 0));
        for (Element node : onward.order()) {
            onward.from(node).forEach(to -> column.merge(to, column.get(node) + 1, Math::max));
        }
        return column;
    }

    /** The other ends of all flows, by the elements at one end. */
    private static Map<Element, List<Element>> ends(
            ScopeParts parts, Function<Flow, Element> one, Function<Flow, Element> other) {
        Map<Element, List<Element>> ends = new HashMap<>();
        parts.flows().forEach(flow -> ends.computeIfAbsent(parts.host(one.apply(flow)), n -> new ArrayList<>())
                .add(parts.host(other.apply(flow))));
        return ends;
    }

    private static Map<Element, Integer> rows(ScopeParts parts, Map<Element, Integer> column) {
        Map<Element, List<Element>> before = ends(parts, Flow::target, Flow::source);
        Map<Element, Integer> row = new HashMap<>();
        Map<Integer, Taken> taken = new HashMap<>();
        parts.nodes().stream().sorted(Comparator.comparing(column::get)).forEach(node -> {
            int at = before.getOrDefault(node, List.of()).stream()
                    .filter(row::containsKey)
                    .mapToInt(row::get)
                    .min()
                    .orElse(0);
            row.put(
                    node,
                    taken.computeIfAbsent(column.get(node), c -> new Taken()).firstFrom(at));
        });
        return row;
    }

    /**
     * Where columns, or rows, begin and how wide each is.
     *
     * @param at where each begins
     * @param widest how wide each is
     * @param end where one more would begin
     */
    record Spread(int[] at, int[] widest, int end) {

        static Spread of(Map<Element, Integer> number, ToIntFunction<Element> size, int begin, int gap) {
            int count = number.values().stream().mapToInt(n -> n + 1).max().orElse(0);
            int[] widest = new int[count];
            number.forEach((node, n) -> widest[n] = Math.max(widest[n], size.applyAsInt(node)));
            int[] at = new int[count];
            int end = begin;
            for (int i = 0; i < count; i++) {
                at[i] = end;
                end += widest[i] + gap;
            }
            return new Spread(at, widest, end);
        }

        /** Where that one begins whose middle is the middle of the column or row. */
        int middle(int number, int size) {
            return at[number] + (widest[number] - size) / 2;
        }

        int endOf(int number) {
            return at[number] + widest[number];
        }
    }

    /** The rows of a column that are taken. */
    private static final class Taken {

        /** A taken row with one below it, above which nothing is free: a long column is not looked through row by row. */
        private final Map<Integer, Integer> below = new HashMap<>();

        /** Takes the first row that is free, from that one on. */
        int firstFrom(int row) {
            List<Integer> passed = new ArrayList<>();
            int free = row;
            while (below.containsKey(free)) {
                passed.add(free);
                free = below.get(free);
            }
            passed.add(free);
            for (int each : passed) {
                below.put(each, free + 1);
            }
            return free;
        }
    }

    /** The flows without those that lead back, found by walking them once. */
    private static final class Onward {

        private final Map<Element, List<Element>> next;
        private final Map<Element, List<Element>> onward = new HashMap<>();
        private final List<Element> done = new ArrayList<>();

        Onward(Map<Element, List<Element>> next) {
            this.next = next;
        }

        /** From a beginning as far as one comes; without a call for each step, because a diagram may be long. */
        void visit(Element beginning) {
            if (onward.containsKey(beginning)) {
                return;
            }
            Set<Element> open = new HashSet<>();
            Deque<Element> way = new ArrayDeque<>();
            Map<Element, Iterator<Element>> left = new HashMap<>();
            enter(beginning, open, way, left);
            while (!way.isEmpty()) {
                Element here = way.peek();
                Iterator<Element> exits = left.get(here);
                if (!exits.hasNext()) {
                    done.add(way.pop());
                    open.remove(here);
                    continue;
                }
                Element to = exits.next();
                if (!open.contains(to)) {
                    onward.get(here).add(to);
                    if (!onward.containsKey(to)) {
                        enter(to, open, way, left);
                    }
                }
            }
        }

        private void enter(Element node, Set<Element> open, Deque<Element> way, Map<Element, Iterator<Element>> left) {
            open.add(node);
            way.push(node);
            left.put(node, next.getOrDefault(node, List.of()).iterator());
            onward.put(node, new ArrayList<>());
        }

        /** All elements, each before those it leads to. */
        List<Element> order() {
            List<Element> order = new ArrayList<>(done);
            Collections.reverse(order);
            return order;
        }

        List<Element> from(Element node) {
            return onward.get(node);
        }
    }
}
