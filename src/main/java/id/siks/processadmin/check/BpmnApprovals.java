package id.siks.processadmin.check;

import id.siks.identity.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/**
 * No way to an approved state leads past the stations it needs (security requirement 5): whatever else an administrator
 * changes, nobody enters the register whom nobody visited and nobody decided about.
 */
@Component
class BpmnApprovals implements BpmnRule {

    private static final String TRUNK = "proposal-trunk";
    private static final String FINALIZATION = "period-finalization";
    private static final String LAST_VISIT_COUNTS = "${fieldCheckNeeded == false}";

    /** What has to lie on the way, in the order in which it does. */
    private static final List<Station> STATIONS = List.of(
            new Station(TRUNK, "decide-proposal", Role.REGENCY_VERIFIER),
            new Station("field-check", "record-visit", Role.DISTRICT_SOCIAL_WORKER),
            new Station(FINALIZATION, "approve-batch", Role.REGENCY_OFFICE_HEAD),
            new Station(FINALIZATION, "record-ratification", Role.REGENT),
            new Station(FINALIZATION, "determine-batch", Role.MINISTRY_DECIDER));

    private static final Predicate<Part> NOWHERE = part -> false;
    private static final Predicate<Part> APPROVED = step("approveProposal");
    private static final Predicate<Part> APPLIED = step("applyToRegister");
    private static final Predicate<Part> DETERMINED = step("applyDetermination");
    private static final Predicate<Part> DECIDED = task(TRUNK, "decide-proposal");
    private static final Predicate<Part> SAID_YES = condition("${decision == 'approve'}");
    private static final Predicate<Part> VISITED =
            caught("field-check-concluded").or(condition(LAST_VISIT_COUNTS));

    private static final List<Demand> DEMANDS = List.of(
            new Demand(TRUNK, APPROVED, APPROVED, VISITED, Rule.APPROVAL_WITHOUT_FIELD_CHECK, "field-check"),
            // That the last visit still counts, nobody says but the route.
            new Demand(
                    TRUNK,
                    leadsTo(LAST_VISIT_COUNTS),
                    NOWHERE,
                    step("decideRoute"),
                    Rule.APPROVAL_WITHOUT_FIELD_CHECK,
                    "decide-route"),
            new Demand(TRUNK, APPROVED, APPROVED, DECIDED, Rule.APPROVAL_WITHOUT_DECISION, "decide-proposal"),
            new Demand(
                    TRUNK, APPROVED, APPROVED.or(DECIDED), SAID_YES, Rule.APPROVAL_WITHOUT_DECISION, "decide-proposal"),
            new Demand(TRUNK, APPLIED, NOWHERE, APPROVED, Rule.APPROVAL_WITHOUT_DECISION, "approve-proposal"),
            new Demand(
                    TRUNK,
                    APPLIED,
                    NOWHERE,
                    caught("batch-determined"),
                    Rule.APPROVAL_WITHOUT_STATION,
                    "batch-determined"),
            new Demand(
                    "field-check",
                    step("concludeFieldCheck"),
                    NOWHERE,
                    task("field-check", "record-visit"),
                    Rule.APPROVAL_WITHOUT_STATION,
                    "record-visit"),
            determinedAfter("approve-batch"),
            determinedAfter("record-ratification"),
            determinedAfter("determine-batch"));

    /** A task of a process and who does it. */
    private record Station(String process, String task, Role role) {

        /** True for the task, whoever is to do it. */
        boolean is(Part node) {
            return task.equals(node.id());
        }

        boolean isGivenTo(Part node) {
            return role.name().equals(node.engine("candidateGroups"));
        }
    }

    /**
     * What has to lie on every way.
     *
     * @param process the process it is said of
     * @param goal nodes that may not be reached otherwise
     * @param again nodes behind which it has to be passed once more
     * @param station nodes and flows of which one has to be passed
     * @param rule what is broken when it is missing
     * @param name what people call the station
     */
    record Demand(
            String process,
            Predicate<Part> goal,
            Predicate<Part> again,
            Predicate<Part> station,
            Rule rule,
            String name) {

        /** What can be reached past it. What is repeated for each entry of a list is not passed when the list is empty. */
        Set<Part> missed(Graph graph) {
            Predicate<Part> once = station.and(part -> !Graph.isRepeated(part));
            Set<Part> missed = new HashSet<>(Detours.fromStart(graph, once));
            graph.nodes().filter(again).forEach(from -> missed.addAll(Detours.behind(graph, from, once)));
            return missed;
        }
    }

    @Override
    public void check(Bpmn diagram, Findings findings) {
        Graph graph = diagram.graph();
        stations(diagram.key()).forEach(station -> graph.nodes("userTask")
                .filter(node -> station.is(node) && !station.isGivenTo(node))
                .forEach(node -> findings.at(
                        node,
                        Rule.STATION_OTHER_ROLE,
                        new DefaultMessageSourceResolvable("identity.role." + station.role))));
        demands(diagram.key()).forEach(demand -> {
            Set<Part> missed = demand.missed(graph);
            graph.nodes()
                    .filter(demand.goal)
                    .filter(missed::contains)
                    .forEach(goal -> findings.at(goal, demand.rule, findings.called(demand.name)));
        });
    }

    private static Stream<Station> stations(String process) {
        return STATIONS.stream().filter(station -> station.process.equals(process));
    }

    /** What is demanded of the process of that id. */
    static List<Demand> demands(String process) {
        return DEMANDS.stream().filter(demand -> demand.process.equals(process)).toList();
    }

    private static Demand determinedAfter(String task) {
        return new Demand(
                FINALIZATION, DETERMINED, NOWHERE, task(FINALIZATION, task), Rule.APPROVAL_WITHOUT_STATION, task);
    }

    /** The gateway from which a flow with that condition leads. */
    private static Predicate<Part> leadsTo(String condition) {
        return part -> part.parent().children("sequenceFlow").stream()
                .anyMatch(flow -> flow.get("sourceRef").equals(part.id())
                        && Graph.condition(flow).equals(condition));
    }

    private static Predicate<Part> task(String process, String id) {
        Station station = stations(process)
                .filter(known -> known.task.equals(id))
                .findFirst()
                .orElseThrow();
        return part -> part.name().equals("userTask")
                && station.is(part)
                && part.engine("formRef").equals(id)
                && station.isGivenTo(part);
    }

    private static Predicate<Part> step(String method) {
        return part -> Graph.step(part).endsWith("." + method + "()}");
    }

    private static Predicate<Part> condition(String text) {
        return part ->
                part.name().equals("sequenceFlow") && Graph.condition(part).equals(text);
    }

    private static Predicate<Part> caught(String message) {
        return part -> part.name().equals("intermediateCatchEvent")
                && part.children("messageEventDefinition").stream()
                        .anyMatch(event -> event.get("messageRef").equals(messageId(part, message)));
    }

    private static String messageId(Part part, String name) {
        Part root = part;
        while (root.parent() != null) {
            root = root.parent();
        }
        return root.children("message").stream()
                .filter(message -> message.get("name").equals(name))
                .map(Part::id)
                .findFirst()
                .orElse("");
    }
}
