package id.siks.processadmin.check;

import static id.siks.processadmin.check.Trunk.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.identity.TestActors;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.calendar.DurationHelper;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** Security requirements 1, 2, 3, 5 and 6: what may not run never reaches the engine, and whoever sent it is told why. */
@EngineTest
class ModelCheckTests {

    private static boolean touched;

    @Autowired
    ModelCheck check;

    @Autowired
    Shipped shipped;

    @Autowired
    TestActors people;

    @Autowired
    Areas areas;

    @Autowired
    MessageSource messages;

    @Autowired
    CheckWords words;

    public static String touch() {
        touched = true;
        return "touched";
    }

    static void untouched() {
        touched = false;
    }

    /** True when code of a file has run. */
    static boolean isTouched() {
        return touched;
    }

    @TestFactory
    Stream<DynamicTest> what_the_application_ships_is_not_refused() {
        assertThat(shipped.all()).hasSizeGreaterThanOrEqualTo(22);
        return shipped.all().stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.room() + "/" + file.key() + file.kind().ending(),
                        () -> assertThat(check.check(file.kind(), file.key(), file.content())
                                        .refusals())
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> a_hostile_file_is_refused() {
        return hostile().map(file -> DynamicTest.dynamicTest(file.toString(), () -> isRefused(file)));
    }

    private void isRefused(Hostile file) {
        untouched();

        Report report = check.check(file.kind(), file.key(), file.content());

        assertThat(report.isRefused()).isTrue();
        assertThat(report.refusals())
                .extracting(Finding::rule)
                .contains(file.rule().code());
        assertThat(touched).isFalse();
        assertThat(report.findings()).allSatisfy(words::areSaid);
    }

    static Stream<Hostile> hostile() {
        return Stream.of(
                        HostileFiles.all(),
                        HostileCode.all(),
                        HostileDiagrams.all(),
                        HostileWays.all(),
                        HostileGrammar.all(),
                        HostileTables.all(),
                        HostilePlaces.all(),
                        HostileMoments.all(),
                        HostileKinds.all(),
                        HostileTokens.all(),
                        HostileForms.all(),
                        HostileEvents.all())
                .flatMap(List::stream);
    }

    @Test
    void every_rule_that_refuses_has_a_hostile_file() {
        Set<Rule> shown = hostile().map(Hostile::rule).collect(Collectors.toSet());
        // What others still need depends on what runs: tests of its own tell.
        shown.addAll(Set.of(
                Rule.ANSWER_STILL_READ,
                Rule.KIND_STILL_NEEDED,
                Rule.TABLE_READER_LACKS,
                Rule.TASK_ELSEWHERE,
                Rule.TABLE_READER_OTHER_KIND,
                Rule.TABLE_SOMETIMES_SILENT,
                Rule.TABLE_STILL_READ));
        assertThat(Rule.values())
                .filteredOn(rule -> rule.severity() == Severity.REFUSED)
                .allMatch(shown::contains);
    }

    @Test
    void every_rule_is_documented_and_no_other() {
        Set<String> documented = Pattern.compile("^\\| `([a-z0-9-]+)`", Pattern.MULTILINE)
                .matcher(Hostile.text(Path.of("src/docs/refusals.md")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(documented)
                .isEqualTo(Arrays.stream(Rule.values()).map(Rule::code).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void a_refusal_names_element_rule_and_remedy() {
        Hostile file =
                hostile().filter(h -> h.name().equals("shell")).findFirst().orElseThrow();

        Finding finding =
                check.check(file.kind(), file.key(), file.content()).refusals().get(0);

        assertThat(finding.element()).isEqualTo("call-meeting");
        assertThat(finding.name()).isEqualTo("Ajukan ke musyawarah");
        assertThat(messages.getMessage(
                        finding.sentence().key(), finding.sentence().args().toArray(), CheckWords.INDONESIAN))
                .isEqualTo("«%s»: atribut type tidak diizinkan.".formatted(finding.name()));
        assertThat(messages.getMessage(
                        finding.remedy().key(), finding.remedy().args().toArray(), CheckWords.INDONESIAN))
                .startsWith("Hapus atribut itu");
    }

    @Test
    void a_role_that_nobody_holds_in_some_villages_is_warned_about_by_regency() {
        people.operator(new AreaCode("5312042001"));
        int there = areas.villages(List.of(new AreaCode("5312"))).size() - 1;
        Report report = check.check(ModelKind.BPMN, "proposal-trunk", trunk().right());

        assertThat(report.isRefused()).isFalse();
        assertThat(report.findings())
                .filteredOn(finding -> finding.rule().equals(Rule.ROLE_WITHOUT_MEMBER.code())
                        && finding.element().equals("correct-proposal"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.villages())
                            .filteredOn(regency -> regency.name().equals("Kabupaten Sumba Barat"))
                            .singleElement()
                            .satisfies(regency -> assertThat(regency.count()).isBetween(4, there));
                    assertThat(finding.args().get(2))
                            .isEqualTo(finding.villages().stream()
                                    .mapToInt(Villages.Regency::count)
                                    .sum());
                });
    }

    @Test
    void the_nastiest_diagram_that_is_small_enough_is_told_in_reasonable_time() {
        String forks = IntStream.range(0, 145)
                .mapToObj(i ->
                        "<bpmn:parallelGateway id=\"p%d\"/><bpmn:serviceTask id=\"s%d\" camunda:expression=\"${proposalTrunk.approveProposal()}\"/>"
                                .formatted(i, i))
                .collect(Collectors.joining());
        String flows = IntStream.range(0, 145)
                .mapToObj(i -> Stream.of(1, 2)
                                .map(step -> flow("p" + i + "a" + step, "p" + i, "s" + (i + step) % 145))
                                .collect(Collectors.joining())
                        + flow("s" + i + "b", "s" + i, "p" + (i + 1) % 145)
                        + flow("s" + i + "c", "s" + i, "p" + (i + 7) % 145))
                .collect(Collectors.joining());
        String start = "<bpmn:startEvent id=\"s\"/>" + flow("begin", "s", "p0");
        String file =
                "<bpmn:definitions xmlns:bpmn=\"%s\" xmlns:camunda=\"%s\"><bpmn:process id=\"proposal-trunk\" isExecutable=\"true\">%s</bpmn:process></bpmn:definitions>"
                        .formatted(BpmnSpaces.BPMN, BpmnSpaces.CAMUNDA, start + forks + flows);

        Report report = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> check.check(ModelKind.BPMN, KEY, file));

        assertThat(report.refusals()).extracting(Finding::rule).contains(Rule.APPROVAL_WITHOUT_DECISION.code());
    }

    private static String flow(String id, String from, String to) {
        return "<bpmn:sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\"/>".formatted(id, from, to);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT15M", "PT20M", "P1W", "P2D", "P1MT12H", "P1Y2M3DT4H5M6S", "R3/P1W", "R500/P1DT1H"})
    void a_length_of_time_that_is_taken_the_engine_can_read(String length) throws Exception {
        String element = length.startsWith("R") ? "timeCycle" : "timeDuration";
        String timed = trunk().right()
                .replaceFirst(
                        "<bpmn:timeDate [^>]*>[^<]*</bpmn:timeDate>",
                        "<bpmn:%1$s>%2$s</bpmn:%1$s>".formatted(element, length));

        assertThat(check.check(ModelKind.BPMN, KEY, timed).refusals())
                .extracting(Finding::rule)
                .noneMatch(rule -> rule.startsWith("timer-"));
        assertThat(new DurationHelper(length).getDateAfter()).isNotNull();
    }

    @Test
    void no_warning_takes_the_place_of_a_refusal() {
        List<String> waits =
                IntStream.range(0, Findings.MOST).mapToObj(i -> "wait-" + i).toList();
        String chain = IntStream.range(0, Findings.MOST)
                .mapToObj(i -> waitingDays(waits.get(i))
                        + flow(
                                waits.get(i) + "-on",
                                waits.get(i),
                                i + 1 < Findings.MOST ? waits.get(i + 1) : "decide-proposal"))
                .collect(Collectors.joining());
        String patient = pictured(
                trunk().right()
                        .replace(
                                "sourceRef=\"present-to-regency\" targetRef=\"decide-proposal\"",
                                "sourceRef=\"present-to-regency\" targetRef=\"wait-0\"")
                        .replace("</bpmn:process>", chain + "</bpmn:process>"),
                waits,
                waits.stream().map(wait -> wait + "-on").toList());

        Report report = check.check(ModelKind.BPMN, KEY, patient);
        assertThat(report.refusals()).isEmpty();
        assertThat(report.warnings()).hasSize(Findings.MOST);
        assertThat(check.check(
                                ModelKind.BPMN,
                                "proposal-trunk",
                                patient.replace("name=\"Putuskan usulan\"", "name=\"${execution}\""))
                        .refusals())
                .extracting(Finding::rule)
                .containsExactly(Rule.EXPRESSION_NOT_ALLOWED.code());
    }

    private static String waitingDays(String id) {
        return ("<bpmn:intermediateCatchEvent id=\"%s\"><bpmn:timerEventDefinition><bpmn:timeDuration>P3D</bpmn:timeDuration>"
                        + "</bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>")
                .formatted(id);
    }

    @Test
    void an_upload_full_of_faults_is_told_in_one_page() {
        String right = trunk().right();

        Report report = check.check(ModelKind.BPMN, KEY, right.replace(" id=", " id=\"x\" was="));

        assertThat(report.findings()).hasSizeLessThanOrEqualTo(Findings.MOST);
        assertThat(report.isRefused()).isTrue();
    }

    @Test
    void a_fault_that_is_not_listed_any_more_is_counted_and_believed() {
        String full = IntStream.range(0, Findings.MOST)
                .mapToObj("<bpmn:scriptTask id=\"script-%d\"/>"::formatted)
                .collect(Collectors.joining("", "", "</bpmn:process>"));
        String right = trunk().right();
        String broken = right.replace("targetRef=\"decide-proposal\"", "targetRef=\"gone\"");

        Report report = check.check(ModelKind.BPMN, KEY, broken.replace("</bpmn:process>", full));

        assertThat(report.refusals()).hasSize(Findings.MOST);
        assertThat(report.moreRefusals()).isEqualTo(1);
    }
}
