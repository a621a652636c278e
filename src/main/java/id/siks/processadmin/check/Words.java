package id.siks.processadmin.check;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the code says to the process of one name, read from the diagram it was written for. */
final class Words {

    private static final Pattern READ = Pattern.compile("[$#]\\{([a-z][A-Za-z0-9]*)(?=[ }])");
    /** Read by the ladder that stands in every diagram. */
    private static final String RUNG = "rung";

    private final Set<String> variables = new HashSet<>(Set.of(RUNG));
    private final Set<String> messages = new HashSet<>();
    private final Set<String> written = new HashSet<>();
    private final Set<String> tasks = new HashSet<>();
    private final Set<String> nests = new HashSet<>();
    private final Map<String, Set<Held>> held = new HashMap<>(Map.of(RUNG, EnumSet.of(Held.TEXT)));
    private Map<String, Set<String>> origins = Map.of();
    private Set<String> turns = Set.of();
    private List<Ear> ears = List.of();
    private Graph graph;

    private Words() {}

    /** Those of the shipped diagram; {@code shipped} is null for a process the application does not know. */
    static Words of(Part shipped) {
        Words words = new Words();
        if (shipped != null) {
            shipped.all().forEach(words::hear);
            Graph graph = new Graph(shipped.children("process").get(0));
            words.graph = graph;
            words.origins = Origins.of(graph);
            words.turns = Passages.turns(graph);
            words.ears = Ear.of(shipped, graph);
            shipped.all().flatMap(part -> Read.of(graph, part)).forEach(words::hold);
        }
        return words;
    }

    private void hear(Part part) {
        if (part.is(BpmnSpaces.BPMN, "message")) {
            messages.add(part.get("name"));
        }
        if (part.is(BpmnSpaces.BPMN, "userTask")) {
            tasks.add(part.id());
        }
        if (part.is(BpmnSpaces.BPMN, Graph.REPEATED)) {
            nests.add(BpmnBranches.nest(part));
        }
        part.attributes().values().forEach(this::read);
        read(part.text());
        String element = part.engine("elementVariable");
        if (!element.isEmpty()) {
            written.add(element);
        }
    }

    private void hold(Read read) {
        held.computeIfAbsent(read.variable(), variable -> EnumSet.noneOf(Held.class))
                .add(read.held());
    }

    private void read(String text) {
        Matcher variable = READ.matcher(text);
        while (variable.find()) {
            variables.add(variable.group(1));
        }
    }

    /** Variables the code sets for this process. */
    Set<String> variables() {
        return variables;
    }

    /** What the code gives the variable, as far as its diagram tells; empty when it does not. */
    Set<Held> held(String variable) {
        return held.getOrDefault(variable, Set.of());
    }

    /** True when the code gives the variable what it has to hold there; only numbers are less or more than others. */
    boolean holds(Read read) {
        return held(read.variable()).contains(read.held())
                && (read.held() == Held.NUMBER || !Expressions.isOrdered(read.condition()));
    }

    /** Ids of the nodes behind which each variable is read. */
    Map<String, Set<String>> origins() {
        return origins;
    }

    /** Steps through which a loop without a wait leads, as {@link Passages#turns} tells them. */
    Set<String> turns() {
        return turns;
    }

    /** Activities that are repeated, as {@link BpmnBranches#nest} tells them. */
    Set<String> nests() {
        return nests;
    }

    /** Messages the code sends to this process. */
    Set<String> messages() {
        return messages;
    }

    /** The diagram the code was written for; empty for a process the application does not know. */
    Optional<Graph> graph() {
        return Optional.ofNullable(graph);
    }

    /** Where the diagram the code was written for hears what is said to it. */
    List<Ear> ears() {
        return ears;
    }

    /** User tasks of this process for which the application has a page of their own. */
    Set<String> tasks() {
        return tasks;
    }

    /** True when a diagram may write the variable: one of its own, which the code never sets. */
    boolean mayWrite(String variable) {
        return written.contains(variable)
                || !variables.contains(variable) && !Set.of("areaCode", "kind").contains(variable);
    }
}
