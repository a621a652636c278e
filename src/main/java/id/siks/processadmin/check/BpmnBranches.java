package id.siks.processadmin.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * A case spreads over 500 branches at most, and an activity does so with what is around it counted in (security requirement
 * 5): 500 in each of 500 are a quarter of a million, and thirty forks one behind the other a thousand million.
 */
@Component
class BpmnBranches implements BpmnRule {

    private static final int MOST = 500;

    @Override
    public void check(Bpmn diagram, Findings findings) {
        diagram.root().all().filter(part -> part.name().equals(Graph.REPEATED)).forEach(loop -> {
            // The engine would listen for its event inside the repetition, which nobody ever enters.
            if (Graph.isEventSubprocess(loop.parent())) {
                findings.at(loop, Rule.ELEMENT_MISPLACED, loop.name());
            } else if (isCounted(loop, findings)) {
                together(loop, diagram, findings);
            }
        });
        Tokens tokens = diagram.graph().tokens();
        tokens.exceeding(MOST).forEach((node, most) -> findings.at(node, Rule.BRANCHES_MULTIPLY, most, MOST));
        diagram.graph().nodes().filter(tokens::growInLoop).forEach(node -> findings.at(node, Rule.BRANCHES_GROW));
    }

    private static boolean isCounted(Part loop, Findings findings) {
        List<Part> numbers = loop.children("loopCardinality");
        boolean one = numbers.size() + (list(loop).isEmpty() ? 0 : 1) == 1;
        boolean few = numbers.stream().allMatch(number -> isFew(number.text()));
        if (!one || !few) {
            findings.at(one ? numbers.get(0) : loop, Rule.BRANCHES_TOO_MANY, MOST);
        }
        return one && few;
    }

    private static boolean isFew(String number) {
        return number.matches("[1-9]\\d{0,2}") && Integer.parseInt(number) <= MOST;
    }

    /** Lists that lie in lists in the diagram the code was written for are as long as the code makes them. */
    private static void together(Part loop, Bpmn diagram, Findings findings) {
        Deque<Part> around = around(loop.parent());
        long repeated = diagram.words().nests().contains(nest(loop))
                ? 1
                : around.stream().mapToLong(BpmnBranches::most).reduce(1, BpmnBranches::times);
        long forked = forked(loop.parent(), diagram.graph());
        long most = times(repeated, forked);
        if ((around.size() > 1 || forked > 1) && most > MOST) {
            findings.at(loop, Rule.BRANCHES_MULTIPLY, most, MOST);
        }
    }

    /** In how many branches the activity is begun, and into how many it forks itself. */
    private static long forked(Part activity, Graph graph) {
        long inside = activity.name().equals("subProcess") ? graph.tokens().in(activity) : 1;
        return times(Math.max(1, graph.tokens().to(activity)), Math.max(1, inside));
    }

    /** What repeats an activity, from the outermost scope in: the same words in another diagram are the same nest. */
    static String nest(Part loop) {
        return around(loop.parent()).stream()
                .map(each -> each.parent().id() + " " + list(each))
                .collect(Collectors.joining(" > "));
    }

    private static Deque<Part> around(Part activity) {
        Deque<Part> loops = new ArrayDeque<>();
        for (Part at = activity; at != null; at = at.parent()) {
            at.children(Graph.REPEATED).forEach(loops::push);
        }
        return loops;
    }

    /** How many they can be; of a list as many as the engine lets it have. */
    private static long most(Part loop) {
        return loop.children("loopCardinality").stream()
                .map(Part::text)
                .filter(BpmnBranches::isFew)
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(MOST);
    }

    private static long times(long one, long other) {
        return Math.min(one * other, Tokens.ENDLESS);
    }

    private static String list(Part loop) {
        return loop.engine("collection");
    }
}
