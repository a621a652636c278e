package id.siks.processadmin.bundle;

import id.siks.platform.diagram.Reach;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Parts of a bundle that wait for each other. */
final class Companions {

    private Companions() {}

    /**
     * The same, each part that waits for itself by way of others with all of these: whoever reads what to release first would
     * be led round in a circle by each of them alone.
     */
    static List<Judged> roundTrips(List<Judged> parts) {
        Map<String, Set<String>> waits = new HashMap<>();
        parts.forEach(part ->
                waits.computeIfAbsent(part.part().key(), key -> new TreeSet<>()).addAll(part.waits()));
        return parts.stream().map(part -> withCircle(part, waits)).toList();
    }

    private static Judged withCircle(Judged judged, Map<String, Set<String>> waits) {
        String key = judged.part().key();
        Stream<String> circle = Reach.of(judged.waits(), waits::get).stream()
                .filter(other -> Reach.of(waits.get(other), waits::get).contains(key))
                .filter(other -> !other.equals(key))
                .sorted();
        return judged.waitingFor(
                Stream.concat(judged.waits().stream(), circle).distinct().toList());
    }
}
