package id.siks.processadmin.migration;

import id.siks.platform.diagram.Picture;
import id.siks.platform.diagram.Picture.Mark;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Both diagrams of a migration with what is matched: each step of the source has a number, and the step that takes its place
 * carries the same one.
 *
 * @param source the source as SVG
 * @param target the target as SVG
 * @param numbers the number of each step of the source, counted in the order of the file
 */
record PairPictures(String source, String target, Map<String, Integer> numbers) {

    private static final String MATCHED = "#dff0e2";
    private static final String STAYS = "#fbe3e1";
    private static final String NEW = "#fdecc8";

    /**
     * Draws them.
     *
     * @param chosen steps of the source and their places in the target
     * @param faulty steps of the source that do not fit their places
     */
    static PairPictures of(Pair pair, Map<String, String> chosen, Set<String> faulty) {
        List<Step> steps = pair.source().all();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        IntStream.range(0, steps.size()).forEach(i -> numbers.put(steps.get(i).id(), i + 1));
        return new PairPictures(
                Picture.of(pair.source().diagram(), sourceMarks(numbers, chosen, faulty)),
                Picture.of(pair.target().diagram(), targetMarks(pair, numbers, chosen, faulty)),
                numbers);
    }

    private static Map<String, Mark> sourceMarks(
            Map<String, Integer> numbers, Map<String, String> chosen, Set<String> faulty) {
        Map<String, Mark> marks = new HashMap<>();
        numbers.forEach((step, number) -> {
            boolean goes = chosen.containsKey(step) && !faulty.contains(step);
            marks.put(step, new Mark(goes ? MATCHED : STAYS, number.toString(), null));
        });
        return marks;
    }

    private static Map<String, Mark> targetMarks(
            Pair pair, Map<String, Integer> numbers, Map<String, String> chosen, Set<String> faulty) {
        Map<String, Mark> marks = new HashMap<>();
        for (Step step : pair.target().all()) {
            List<String> sources = numbers.keySet().stream()
                    .filter(source -> step.id().equals(chosen.get(source)))
                    .toList();
            String above = String.join(
                    ", ",
                    sources.stream()
                            .map(source -> numbers.get(source).toString())
                            .toList());
            boolean fits = sources.stream().noneMatch(faulty::contains);
            marks.put(
                    step.id(),
                    sources.isEmpty() ? new Mark(NEW, null, null) : new Mark(fits ? MATCHED : STAYS, above, null));
        }
        return marks;
    }
}
