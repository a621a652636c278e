package id.siks.processadmin.check;

import static id.siks.processadmin.check.Rule.*;
import static id.siks.processadmin.check.Sketch.*;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Diagrams in which tokens come where none should be: past what waits for them, in twos, or more and more of them. */
final class HostileTokens {

    private static final String TRUNK = "proposal-trunk";
    private static final String VERIFIER = "REGENCY_VERIFIER";
    private static final String LIST = "${agreed}";
    private static final String YES = "${decision == 'approve'}";

    private HostileTokens() {}

    /**
     * Two diagrams that differ in one thing.
     *
     * @param hostile what the rule refuses
     * @param harmless what it does not
     */
    record Pair(String name, Rule rule, String key, String hostile, String harmless) {

        @Override
        public String toString() {
            return rule.code() + ": " + name;
        }
    }

    static List<Hostile> all() {
        return pairs().map(pair -> new Hostile(
                        pair.name(),
                        pair.rule(),
                        ModelKind.BPMN,
                        pair.key(),
                        pair.hostile().getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    static Stream<Pair> pairs() {
        return Stream.of(terminated(), twice(), loops(), many()).flatMap(pairs -> pairs);
    }

    private static Pair pair(String name, Rule rule, String hostile, String was, String is) {
        return new Pair(name, rule, TRUNK, process(TRUNK, hostile), process(TRUNK, hostile.replace(was, is)));
    }

    /** An end beside the road ends the scope: nobody waits any longer for what lies on the road. */
    private static Stream<Pair> terminated() {
        String visit = step("ask", "requestFieldCheck") + waits("visited", "concluded") + ways("in ask visited out");
        String decision = task("decide-proposal", VERIFIER) + ways("in decide-proposal out");
        String yes =
                choice("said") + waits("later", "returned") + ways("in said later said") + when("said", "out", YES);
        String decided = task("decide-proposal", VERIFIER) + ways("s decide-proposal scope approve e");
        String steps = Stream.of("a", "b", "c", "d", "f", "g")
                .map(id -> step(id, "callMeeting"))
                .collect(Collectors.joining());
        String ratified = task("record-ratification", "REGENT") + ways("in record-ratification out");
        String determined = start("s")
                + task("approve-batch", "REGENCY_OFFICE_HEAD")
                + task("determine-batch", "MINISTRY_DECIDER")
                + step("determine", "applyDetermination")
                + end("e")
                + ways("s approve-batch scope determine-batch determine e");
        String finalization = "period-finalization";
        return Stream.of(
                terminated("the visit", APPROVAL_WITHOUT_FIELD_CHECK, approving() + ended(visit)),
                terminated("the decision", APPROVAL_WITHOUT_DECISION, approving() + ended(decision)),
                terminated(
                        "the yes",
                        APPROVAL_WITHOUT_DECISION,
                        start("s") + step("approve", "approveProposal") + end("e") + decided + ended(yes)),
                terminated("the answer", ANSWER_NOT_GIVEN, reading()),
                new Pair(
                        "the ratification is terminated",
                        APPROVAL_WITHOUT_STATION,
                        finalization,
                        process(finalization, determined + ended(ratified)),
                        process(finalization, determined + ended(ratified).replace(TERMINATE, ""))),
                pair(
                        "the road comes to a scope that was passed beside it",
                        APPROVAL_WITHOUT_DECISION,
                        approving()
                                + inside(
                                        "scope",
                                        start("in"),
                                        choice("or"),
                                        steps,
                                        task("decide-proposal", VERIFIER),
                                        beside("late", "decide-proposal", LATE),
                                        inside(
                                                "inner",
                                                start("inner-in"),
                                                end("inner-out"),
                                                ways("inner-in inner-out")),
                                        end("out"),
                                        ways("in or a b c d f g inner", "or decide-proposal inner", "late inner out")),
                        "g\" targetRef=\"inner\"",
                        "g\" targetRef=\"or\""));
    }

    private static Pair terminated(String name, Rule rule, String hostile) {
        return pair(name + " is terminated", rule, hostile, TERMINATE, "");
    }

    private static String approving() {
        return start("s")
                + step("approve", "approveProposal")
                + end("e")
                + ways("s scope", "approve e")
                + when("scope", "approve", YES);
    }

    /** A scope in which another is done, and all of it comes to its end when somebody is late. */
    private static String ended(String inner) {
        return inside(
                "scope",
                start("scope-in"),
                inside("inner", start("in"), inner, end("out")),
                end("scope-out"),
                beside("late", "inner", LATE),
                end("over", TERMINATE),
                ways("scope-in inner scope-out", "late over"));
    }

    private static String reading() {
        return start("s")
                + ended(task("second-look", VERIFIER) + ways("in second-look out"))
                + choice("agreed")
                + end("e")
                + ways("s scope agreed e")
                + when("agreed", "e", "${secondLook == 'AGREED'}");
    }

    /** Two tokens come down one branch of a fork, and its join believes that both branches are done. */
    private static Stream<Pair> twice() {
        String joined = step("approve", "approveProposal")
                + fork("fork")
                + fork("join")
                + task("decide-proposal", VERIFIER)
                + end("e")
                + ways("merge fork join", "approve e", "fork decide-proposal join")
                + when("join", "approve", YES)
                + choice("merge");
        String host = start("s") + task("second-look", VERIFIER);
        return Stream.of(
                pair(
                        "two from a fork",
                        APPROVAL_WITHOUT_DECISION,
                        start("s") + fork("twice") + joined + ways("s twice merge", "twice merge"),
                        fork("twice"),
                        choice("twice")),
                pair(
                        "two from a step",
                        APPROVAL_WITHOUT_DECISION,
                        start("s") + step("meet", "callMeeting") + joined + ways("s meet merge", "meet merge"),
                        ways("s meet merge", "meet merge"),
                        ways("s meet merge")),
                pair(
                        "one more when it is late",
                        APPROVAL_WITHOUT_DECISION,
                        host + beside("late", "second-look", LATE) + joined + ways("s second-look merge", "late merge"),
                        ways("s second-look merge", "late merge"),
                        ways("s second-look merge", "late e")),
                pair(
                        "one more each hour",
                        APPROVAL_WITHOUT_DECISION,
                        host + beside("late", "second-look", OFTEN) + joined + ways("s second-look e", "late merge"),
                        OFTEN,
                        LATE),
                pair(
                        "one that stays and one that comes back",
                        APPROVAL_WITHOUT_DECISION,
                        start("s")
                                + fork("twice")
                                + waits("later", "returned")
                                + joined
                                + ways("s later twice merge", "twice later"),
                        "twice\" targetRef=\"later\"",
                        "twice\" targetRef=\"e\""));
    }

    /** A loop whose only wait ends itself. */
    private static Stream<Pair> loops() {
        String raises = event("intermediateThrowEvent", "raise", OWN);
        return Stream.of(
                interrupted("by its own escalation", raises + ways("in raise later out"), OWN),
                interrupted("on a day that is over", ways("in later out"), OVER),
                pair(
                        "a subprocess ends itself by its own error",
                        LOOP_WITHOUT_WAIT,
                        again(step("match", "matchIdentity") + ways("in match later out") + own("own", true, MISMATCH)),
                        own("own", true, MISMATCH),
                        ""));
    }

    private static Pair interrupted(String name, String inner, String trigger) {
        return pair(
                "a subprocess ends itself " + name,
                LOOP_WITHOUT_WAIT,
                again(inner + own("own", true, trigger)),
                own("own", true, trigger),
                own("own", false, trigger));
    }

    private static String again(String inner) {
        return start("s")
                + inside("scope", start("in"), waits("later", "returned"), end("out"), inner)
                + choice("again")
                + end("e")
                + ways("s scope again scope", "again e");
    }

    private static Stream<Pair> many() {
        String doubled = start("s") + forks(9, "s", "work") + task("work", VERIFIER) + end("e") + ways("work e");
        String hundred = fork("p") + fork("q") + choice("x") + hundred("p", "x") + hundred("q", "work");
        String list = task("work", VERIFIER, each(LIST));
        String forked = inside(
                "scope",
                each(LIST),
                start("in"),
                fork("fork"),
                task("one", VERIFIER),
                task("other", VERIFIER),
                end("out"),
                ways("in fork one out", "fork other out"));
        String back = start("s") + task("work", VERIFIER) + fork("fork") + step("tell", "callMeeting") + end("e");
        return Stream.of(
                pair("nine forks that are never joined", BRANCHES_MULTIPLY, doubled, fork("p1"), choice("p1")),
                pair(
                        "a hundred ways, twice",
                        BRANCHES_MULTIPLY,
                        start("s") + hundred + task("work", VERIFIER) + end("e") + ways("s p", "x q", "work e"),
                        fork("p"),
                        choice("p")),
                pair(
                        "for each entry, twice",
                        BRANCHES_MULTIPLY,
                        start("s")
                                + fork("twice")
                                + choice("x")
                                + list
                                + end("e")
                                + ways("s twice x work e", "twice x"),
                        fork("twice"),
                        choice("twice")),
                pair(
                        "two for each entry beside each other",
                        BRANCHES_MULTIPLY,
                        start("s") + forked + end("e") + ways("s scope e"),
                        fork("fork"),
                        choice("fork")),
                pair(
                        "both ways lead back",
                        BRANCHES_GROW,
                        back + choice("x") + ways("s x work fork x", "fork tell x", "fork e"),
                        "tell\" targetRef=\"x\"",
                        "tell\" targetRef=\"e\""),
                pair(
                        "who is late begins anew beside",
                        BRANCHES_GROW,
                        start("s")
                                + task("work", VERIFIER)
                                + beside("late", "work", LATE)
                                + step("tell", "callMeeting")
                                + end("e")
                                + choice("x")
                                + choice("y")
                                + ways("s x work y x", "y e", "late tell x"),
                        "tell\" targetRef=\"x\"",
                        "tell\" targetRef=\"e\""));
    }

    private static String forks(int count, String from, String to) {
        return IntStream.range(0, count)
                .mapToObj(i -> fork("p" + i)
                        + choice("x" + i)
                        + ways("p" + i + " x" + i, "p" + i + " x" + i)
                        + ways("x" + i + " " + (i + 1 < count ? "p" + (i + 1) : to)))
                .collect(Collectors.joining("", ways(from + " p0"), ""));
    }

    private static String hundred(String from, String to) {
        return ways(IntStream.range(0, 100).mapToObj(i -> from + " " + to).toArray(String[]::new));
    }
}
