package id.siks.processadmin.release;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which members of a list have another turn than before: the fewest that have to move to explain the new order. */
final class Turns {

    private Turns() {}

    /** Those of both lists that moved; each list names nobody twice. */
    static Set<String> changed(List<String> before, List<String> after) {
        List<String> common =
                after.stream().filter(new HashSet<>(before)::contains).toList();
        Set<String> moved = new HashSet<>(common);
        moved.removeAll(
                longestRising(common, common.stream().map(before::indexOf).toList()));
        return moved;
    }

    /** The longest part of {@code members} whose old places rise. */
    private static List<String> longestRising(List<String> members, List<Integer> places) {
        List<List<String>> endingAt = new ArrayList<>();
        List<String> longest = List.of();
        for (int i = 0; i < members.size(); i++) {
            List<String> best = List.of();
            for (int j = 0; j < i; j++) {
                if (places.get(j) < places.get(i) && endingAt.get(j).size() > best.size()) {
                    best = endingAt.get(j);
                }
            }
            List<String> here = new ArrayList<>(best);
            here.add(members.get(i));
            endingAt.add(here);
            longest = here.size() > longest.size() ? here : longest;
        }
        return longest;
    }
}
