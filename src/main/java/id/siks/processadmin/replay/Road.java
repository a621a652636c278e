package id.siks.processadmin.replay;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The way a case went on the main road of the diagram it followed.
 *
 * @param steps ids of all it came to, crossings among them, in the order of time
 * @param values what was kept of its variables when it was over
 */
record Road(List<String> steps, Map<String, Object> values) {

    String step(int index) {
        return steps.get(index);
    }

    Object value(String variable) {
        return values.get(variable);
    }

    /** The next step behind {@code at} that is no crossing; -1 when there is none. */
    int next(int at, Ways was) {
        for (int i = at + 1; i < steps.size(); i++) {
            if (!was.isCrossing(steps.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** True when the case came from the gateway at {@code index} to this node, or went no further. */
    boolean wentTo(int index, String node) {
        return index + 1 >= steps.size() || steps.get(index + 1).equals(node);
    }

    /** True when the case came to the gateway before its next step behind {@code at}, and went on to another node. */
    boolean wentElsewhere(String gateway, String node, int at, Ways was) {
        for (int i = at + 1; i < next(at, was); i++) {
            if (steps.get(i).equals(gateway)) {
                return !wentTo(i, node);
            }
        }
        return false;
    }

    /** True when what was kept of the variable is what it was behind {@code at}: it never changes, or nothing came again. */
    boolean isKnown(String variable, int at, Set<String> lasting) {
        if (!values.containsKey(variable)) {
            return false;
        }
        return lasting.contains(variable) || !comesAgain(at + 1, steps.size());
    }

    /**
     * The gateway behind {@code at} whose answer tells of the variable; -1 for none. Most values are forgotten at the next
     * step; one that is kept is told by a later gateway too, unless the case has come back meanwhile.
     */
    int telling(String variable, int at, Ways was, BiFunction<Ways, String, Set<String>> reads) {
        for (int i = at + 1; i < steps.size(); i++) {
            String step = steps.get(i);
            if (was.decides(step) && reads.apply(was, step).contains(variable)) {
                return i;
            }
            boolean passed = !was.isCrossing(step);
            if (passed && (!values.containsKey(variable) || comesAgain(i, i + 1))) {
                return -1;
            }
        }
        return -1;
    }

    private boolean comesAgain(int from, int to) {
        for (int i = from; i < to; i++) {
            if (steps.subList(0, i).contains(steps.get(i))) {
                return true;
            }
        }
        return false;
    }
}
