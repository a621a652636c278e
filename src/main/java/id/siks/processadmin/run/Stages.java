package id.siks.processadmin.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The versions a case followed one after the other. The engine renames what a case stands at when the case moves; here it is
 * found again under the name it had.
 */
record Stages(List<Stage> all) {

    /** The version the case followed at the moment; at the moment of a move, the new one. */
    Stage at(Instant moment) {
        return all.get(index(moment));
    }

    /** The moves at that moment, each as the version the case came to. */
    List<Stage> begunAt(Instant moment) {
        return all.subList(1, all.size()).stream()
                .filter(stage -> moment.equals(all.get(all.indexOf(stage) - 1).until()))
                .toList();
    }

    /** When the case moved. */
    List<Instant> moves() {
        return all.subList(0, all.size() - 1).stream().map(Stage::until).toList();
    }

    /** What the element of the passage is called in the version the case followed at the moment. */
    String element(Passage passage, Instant moment) {
        int known = passage.endedAt() == null ? all.size() - 1 : index(passage.endedAt());
        int shown = index(moment);
        String element = passage.element();
        for (; known < shown; known++) {
            element = all.get(known).onward().getOrDefault(element, element);
        }
        for (; known > shown; known--) {
            element = source(all.get(known - 1).onward(), element);
        }
        return element;
    }

    private static String source(Map<String, String> onward, String target) {
        return onward.entrySet().stream()
                .filter(step -> step.getValue().equals(target))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(target);
    }

    private int index(Instant moment) {
        int index = 0;
        while (all.get(index).until() != null && !all.get(index).until().isAfter(moment)) {
            index++;
        }
        return index;
    }
}
