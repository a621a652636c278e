package id.siks.processadmin.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import id.siks.EngineTest;
import id.siks.area.AreaCode;
import id.siks.area.Areas;
import id.siks.identity.TestActors;
import id.siks.platform.engine.UnreleasedTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.calendar.DurationHelper;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** Security requirements 1, 2, 3, 5 and 6: what may not run never reaches the engine, and whoever sent it is told why. */
@EngineTest
class ModelCheckTests {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private static final String SECOND_LOOK =
            Hostile.text(Path.of("src/test/resources/forms/worklist/second-look.form"));

    private static final String WEATHER =
            """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="w" name="w" namespace="http://siks.id/dmn">
              <decision id="wind" name="Angin" camunda:historyTimeToLive="P180D">
                <decisionTable id="wind-table" hitPolicy="FIRST">
                  <input id="in" label="Jenis"><inputExpression id="asks" typeRef="string"><text>kind</text></inputExpression></input>
                  <output id="out" label="Arah" name="wind" typeRef="string"/>
                  <rule id="r1"><inputEntry id="i1"><text>"NEW"</text></inputEntry><outputEntry id="o1"><text>"NORTH"</text></outputEntry></rule>
                  <rule id="r2"><inputEntry id="i2"><text></text></inputEntry><outputEntry id="o2"><text>"SOUTH"</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>""";

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
    RepositoryService engine;

    @Autowired
    RuntimeService runtime;

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
        assertThat(report.findings()).allSatisfy(this::isSaidInBothLanguages);
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

    private void isSaidInBothLanguages(Finding finding) {
        for (Locale locale : List.of(INDONESIAN, Locale.ENGLISH)) {
            for (var message : List.of(finding.sentence(), finding.remedy())) {
                String said = messages.getMessage(message.key(), message.args().toArray(), locale);
                assertThat(said).isNotBlank().doesNotContainPattern("(?<!\\$)\\{\\d");
            }
        }
    }

    @Test
    void every_rule_that_refuses_has_a_hostile_file() {
        Set<Rule> shown = hostile().map(Hostile::rule).collect(Collectors.toSet());
        // What others still need depends on what runs; its own tests are below.
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
                        finding.sentence().key(), finding.sentence().args().toArray(), INDONESIAN))
                .isEqualTo("«%s»: atribut type tidak diizinkan.".formatted(finding.name()));
        assertThat(messages.getMessage(
                        finding.remedy().key(), finding.remedy().args().toArray(), INDONESIAN))
                .startsWith("Hapus atribut itu");
    }

    @Test
    void a_second_check_beside_the_decision_lets_the_decision_be_forgotten() {
        assertThat(check.check(ModelKind.BPMN, "proposal-trunk", beside("")).refusals())
                .extracting(Finding::rule)
                .containsOnly(Rule.ANSWER_FORGOTTEN.code());
    }

    @Test
    void two_tokens_of_one_branch_do_not_open_the_way_past_the_decision() {
        String twice = "<bpmn:sequenceFlow id=\"twice\" sourceRef=\"second-step\" targetRef=\"join\"/>";

        assertThat(check.check(ModelKind.BPMN, "proposal-trunk", beside(twice)).refusals())
                .extracting(Finding::rule)
                .contains(Rule.APPROVAL_WITHOUT_DECISION.code());
    }

    @Test
    void a_role_that_nobody_holds_in_some_villages_is_warned_about_by_regency() {
        people.operator(new AreaCode("5312042001"));
        int there = areas.villages(List.of(new AreaCode("5312"))).size() - 1;
        Report report = check.check(
                ModelKind.BPMN,
                "proposal-trunk",
                Hostile.of(ModelKind.BPMN, "proposal", "proposal-trunk").right());

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
    void a_drawn_task_that_leads_on_by_its_own_answer_is_taken() {
        assertThat(check.check(ModelKind.BPMN, "proposal-trunk", looked("second-look", "decide-proposal"))
                        .refusals())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "area-code, decide-proposal, area-code",
        "second-look, gone, second-look",
        "second-look, approve-batch, second-look",
        "second-look, record-visit, second-look"
    })
    void a_drawn_task_neither_answers_for_others_nor_shows_what_is_not_there(String task, String shows, String at) {
        assertThat(check.check(ModelKind.BPMN, "proposal-trunk", looked(task, shows))
                        .refusals())
                .anySatisfy(finding -> {
                    assertThat(finding.rule()).isEqualTo(Rule.VALUE_NOT_ALLOWED.code());
                    assertThat(finding.element()).isEqualTo(at);
                });
    }

    @Test
    void a_drawn_task_shows_one_page() {
        String one = "<camunda:property name=\"shows\" value=\"decide-proposal\"/>";
        assertThat(check.check(
                                ModelKind.BPMN,
                                "proposal-trunk",
                                looked("second-look", "decide-proposal")
                                        .replace(one, one + one.replace("decide-", "correct-")))
                        .refusals())
                .extracting(finding -> finding.rule() + " " + finding.element())
                .containsExactly("element-twice second-look");
    }

    @Test
    void an_answer_that_is_given_on_every_way_may_be_read_later() {
        String later =
                looked("second-look", "decide-proposal").replace("${agreed == true}", "${secondLook == 'AGREED'}");

        assertThat(check.check(ModelKind.BPMN, "proposal-trunk", later).refusals())
                .extracting(finding -> finding.rule() + " " + finding.element())
                .containsExactly("answer-not-given agreed-by-meeting-yes");
        assertThat(check.check(ModelKind.BPMN, "proposal-trunk", looked("second-look", "decide-proposal"))
                        .refusals())
                .isEmpty();
    }

    @Test
    void a_form_keeps_asking_what_a_gateway_in_force_reads() {
        Deployment inForce = secondLook("AGREED");
        try {
            assertThat(check.check(ModelKind.FORM, "second-look", SECOND_LOOK).refusals())
                    .isEmpty();
            assertThat(stillRead(SECOND_LOOK.replace("\"required\": true", "\"required\": false")))
                    .containsExactly("Periksa dua kali 1 0 ${secondLook == 'AGREED'}");
            assertThat(stillRead(SECOND_LOOK.replace("\"AGREED\"", "\"YES\"")))
                    .containsExactly("Periksa dua kali 1 0 ${secondLook == 'AGREED'}");
        } finally {
            engine.deleteDeployment(inForce.getId(), true);
        }
    }

    @Test
    void a_form_keeps_asking_what_an_older_version_reads_while_cases_run_on_it() {
        Deployment older = secondLook("AGREED");
        runtime.startProcessInstanceByKey("test-second-look");
        runtime.startProcessInstanceByKey("test-second-look");
        Deployment latest = secondLook("OPPOSED");
        String without = SECOND_LOOK.replace("\"AGREED\"", "\"YES\"");
        try {
            assertThat(stillRead(without)).containsExactly("Periksa dua kali 1 2 ${secondLook == 'AGREED'}");
            assertThat(stillRead(without.replace("\"OPPOSED\"", "\"NO\"")))
                    .containsExactlyInAnyOrder(
                            "Periksa dua kali 1 2 ${secondLook == 'AGREED'}",
                            "Periksa dua kali 2 0 ${secondLook == 'OPPOSED'}");

            runtime.createProcessInstanceQuery()
                    .processDefinitionKey("test-second-look")
                    .list()
                    .forEach(running -> runtime.deleteProcessInstance(running.getId(), "no longer"));
            assertThat(stillRead(without)).isEmpty();
        } finally {
            engine.deleteDeployment(latest.getId(), true);
            engine.deleteDeployment(older.getId(), true);
        }
    }

    private Deployment secondLook(String wanted) {
        return engine.createDeployment()
                .addString(
                        "worklist/test-second-look.bpmn",
                        Hostile.text(Path.of("src/test/resources/worklist/test-second-look.bpmn"))
                                .replace("'AGREED'", "'" + wanted + "'")
                                // Its cases wait at once: no desk has to know them.
                                .replace("name=\"Diminta\"", "name=\"Diminta\" camunda:asyncBefore=\"true\""))
                .deploy();
    }

    /** Who still reads what the form no longer asks: name, version, cases and condition. */
    private List<String> stillRead(String form) {
        return check.check(ModelKind.FORM, "second-look", form).refusals().stream()
                .filter(finding -> finding.rule().equals(Rule.ANSWER_STILL_READ.code()))
                .peek(this::isSaidInBothLanguages)
                .peek(finding -> assertThat(finding.element()).isEqualTo("secondLook"))
                .map(finding -> finding.args().subList(1, 5).stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    @Test
    void a_table_keeps_asking_and_answering_what_the_diagrams_that_ask_it_have_and_wait_for() {
        Deployment older = weather("NORTH");
        runtime.startProcessInstanceByKey("test-weather");
        Deployment latest = weather("SOUTH");
        try {
            assertThat(readers(WEATHER)).isEmpty();
            assertThat(readers(WEATHER.replace("<text>kind</text>", "<text>wind</text>")))
                    .containsExactly(
                            "table-reader-lacks asks Angin 2 0 wind", "table-reader-lacks asks Angin 1 1 wind");
            assertThat(readers(WEATHER.replace("\"NORTH\"", "\"EAST\"")))
                    .containsExactly("table-still-read wind Angin 1 1 ${windResult == 'NORTH'}");
            assertThat(readers(WEATHER.replace("hitPolicy=\"FIRST\"", "hitPolicy=\"RULE ORDER\"")))
                    .containsExactlyInAnyOrder(
                            "table-still-read wind Angin 2 0 ${windResult == 'SOUTH'}",
                            "table-still-read wind Angin 1 1 ${windResult == 'NORTH'}");
        } finally {
            engine.deleteDeployment(latest.getId(), true);
            engine.deleteDeployment(older.getId(), true);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FIRST  | \"NEW\"         | ''                 | true",
                "UNIQUE | \"NEW\"         | ''                 | false",
                "UNIQUE | < 5           | >= 5               | true",
                "''     | [1..5]        | [6..10]            | true",
                "UNIQUE | < 5           | 4, 9               | false",
                "UNIQUE | \"NEW\"         | \"OLD\", \"a,b\"   | true",
                "''     | \"NEW\", \"OLD\" | \"OLD\"            | false",
                "ANY    | \"NEW\"         | ''                 | false",
                "ANY    | \"NEW\"         | \"a,b\"            | true"
            })
    void where_one_row_may_fit_no_two_do(String policy, String first, String second, boolean taken) {
        String table = asking(
                WEATHER.replace("hitPolicy=\"FIRST\"", policy.isEmpty() ? "" : "hitPolicy=\"" + policy + "\""),
                first,
                second);

        assertThat(check.check(ModelKind.DMN, "wind", table).refusals())
                .extracting(finding -> finding.rule() + " " + finding.element())
                .isEqualTo(taken ? List.of() : List.of("table-rows-overlap r2"));
    }

    @Test
    void rows_nobody_can_tell_apart_are_taken_with_a_warning() {
        Report report = check.check(
                ModelKind.DMN, "wind", asking(WEATHER.replace("FIRST", "UNIQUE"), "not(\"NEW\")", "\"NEW\""));

        assertThat(report.refusals()).isEmpty();
        assertThat(report.warnings())
                .singleElement()
                .returns(Rule.TABLE_ROWS_UNCLEAR.code(), Finding::rule)
                .returns("r2", Finding::element)
                .satisfies(this::isSaidInBothLanguages);
    }

    /** The table with these questions in its rows. */
    private static String asking(String table, String first, String second) {
        return table.replace("<text>\"NEW\"</text>", cell(first))
                .replace("<inputEntry id=\"i2\"><text></text>", "<inputEntry id=\"i2\">" + cell(second));
    }

    private static String cell(String words) {
        return "<text>" + words.replace("<", "&lt;") + "</text>";
    }

    @Test
    void rows_that_say_the_same_may_both_fit_where_any_of_them_counts() {
        String table =
                WEATHER.replace("hitPolicy=\"FIRST\"", "hitPolicy=\"ANY\"").replace("NORTH", "SOUTH");

        assertThat(check.check(ModelKind.DMN, "wind", table).refusals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "COLLECT, SUM, string, false",
        "COLLECT, SUM, integer, true",
        "COLLECT, COUNT, string, true",
        "FIRST, SUM, integer, false",
        "COLLECT, AVG, integer, false"
    })
    void only_numbers_are_added_up(String policy, String aggregation, String type, boolean taken) {
        String table = WEATHER.replace(
                        "hitPolicy=\"FIRST\"", "hitPolicy=\"%s\" aggregation=\"%s\"".formatted(policy, aggregation))
                .replace("name=\"wind\" typeRef=\"string\"", "name=\"wind\" typeRef=\"" + type + "\"")
                .replace("\"NORTH\"", type.equals("string") ? "\"NORTH\"" : "1")
                .replace("\"SOUTH\"", type.equals("string") ? "\"SOUTH\"" : "2");

        Report report = check.check(ModelKind.DMN, "wind", table);

        assertThat(report.isRefused()).isEqualTo(!taken);
        if (taken) {
            assertThat(new UnreleasedTable("wind", table).decide(Map.of("kind", "NEW")))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"kind, true", "areaCode, true", "fieldCheckNeeded, true", "wind, false"})
    void a_diagram_asks_a_table_only_what_its_cases_have(String asked, boolean has) {
        Deployment table = engine.createDeployment()
                .addString("bpmn/proposal/wind.dmn", WEATHER.replace("<text>kind</text>", "<text>" + asked + "</text>"))
                .deploy();
        try {
            List<String> refusals = check.check(ModelKind.BPMN, "proposal-trunk", winded("NORTH")).refusals().stream()
                    .peek(this::isSaidInBothLanguages)
                    .map(finding -> finding.rule() + " " + finding.element())
                    .toList();
            assertThat(refusals.contains("table-input-lacking ask-wind")).isEqualTo(!has);
            assertThat(refusals).noneMatch(refusal -> refusal.startsWith("table-never-answers"));
            assertThat(check.check(ModelKind.BPMN, "proposal-trunk", winded("EAST"))
                            .refusals())
                    .extracting(finding -> finding.rule() + " " + finding.element())
                    .contains("table-never-answers windy-yes");
        } finally {
            engine.deleteDeployment(table.getId(), true);
        }
    }

    /** The trunk with a table of one's own behind the approval. */
    private static String winded(String wanted) {
        String asking =
                """
                <bpmn:businessRuleTask id="ask-wind" name="Tanya angin" camunda:decisionRef="wind"
                    camunda:resultVariable="windResult" camunda:mapDecisionResult="singleEntry"/>
                <bpmn:exclusiveGateway id="windy" default="windy-no"/>
                <bpmn:sequenceFlow id="told" sourceRef="ask-wind" targetRef="windy"/>
                <bpmn:sequenceFlow id="windy-yes" sourceRef="windy" targetRef="approve-proposal">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${windResult == 'WANTED'}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="windy-no" sourceRef="windy" targetRef="decide-proposal"/>
                </bpmn:process>""";
        return Hostile.of(ModelKind.BPMN, "proposal", "proposal-trunk")
                .right()
                .replace(
                        "sourceRef=\"regency-decision\" targetRef=\"approve-proposal\"",
                        "sourceRef=\"regency-decision\" targetRef=\"ask-wind\"")
                .replace("</bpmn:process>", asking.replace("WANTED", wanted))
                .replace(
                        "</bpmndi:BPMNPlane>",
                        picture(List.of("ask-wind", "windy"), List.of("told", "windy-yes", "windy-no")));
    }

    /** A made-up process that waits before it asks the table. */
    private Deployment weather(String wanted) {
        return engine.createDeployment()
                .addString(
                        "bpmn/proposal/test-weather.bpmn",
                        """
                        <bpmn:definitions xmlns:bpmn="%s" xmlns:camunda="%s" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="x">
                          <bpmn:process id="test-weather" name="Angin" isExecutable="true" camunda:historyTimeToLive="P1D">
                            <bpmn:startEvent id="s" camunda:asyncBefore="true"/>
                            <bpmn:sequenceFlow id="a" sourceRef="s" targetRef="ask"/>
                            <bpmn:businessRuleTask id="ask" camunda:decisionRef="wind" camunda:resultVariable="windResult" camunda:mapDecisionResult="singleEntry"/>
                            <bpmn:sequenceFlow id="b" sourceRef="ask" targetRef="g"/>
                            <bpmn:exclusiveGateway id="g" default="d"/>
                            <bpmn:sequenceFlow id="c" sourceRef="g" targetRef="e">
                              <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${windResult == '%s'}</bpmn:conditionExpression>
                            </bpmn:sequenceFlow>
                            <bpmn:sequenceFlow id="d" sourceRef="g" targetRef="e"/>
                            <bpmn:endEvent id="e"/>
                          </bpmn:process>
                        </bpmn:definitions>"""
                                .formatted(BpmnSpaces.BPMN, BpmnSpaces.CAMUNDA, wanted))
                .deploy();
    }

    /** What diagrams miss in the table: rule, element, name, version, cases and what. */
    private List<String> readers(String table) {
        return check.check(ModelKind.DMN, "wind", table).refusals().stream()
                .peek(this::isSaidInBothLanguages)
                .map(finding -> Stream.concat(
                                Stream.of(finding.rule(), finding.element()), finding.args().subList(1, 5).stream())
                        .map(String::valueOf)
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "feel",
                "http://www.omg.org/spec/FEEL/20140401",
                "https://www.omg.org/spec/DMN/20191111/FEEL/",
                "https://www.omg.org/spec/DMN/20230324/FEEL/"
            })
    void every_name_of_the_one_language_is_taken_and_the_engine_can_answer(String language) {
        String table = WEATHER.replace(
                "typeRef=\"string\"><text>", "typeRef=\"string\" expressionLanguage=\"" + language + "\"><text>");

        assertThat(check.check(ModelKind.DMN, "wind", table).refusals()).isEmpty();
        assertThat(new UnreleasedTable("wind", table).decide(Map.of("kind", "NEW")))
                .containsExactly(Map.of("wind", "NORTH"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind | kind",
                "\"kind\", not(\"other\") | ''",
                "starts with(name, \"a\") and count(list) > 3 | name list",
                "person.age >= limit | person limit"
            })
    void what_a_cell_reads_is_what_is_no_word_of_the_language(String cell, String read) {
        assertThat(String.join(" ", Feel.variables(cell))).isEqualTo(read);
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

        Report report = assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> check.check(ModelKind.BPMN, "proposal-trunk", file));

        assertThat(report.refusals()).extracting(Finding::rule).contains(Rule.APPROVAL_WITHOUT_DECISION.code());
    }

    private static String flow(String id, String from, String to) {
        return "<bpmn:sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\"/>".formatted(id, from, to);
    }

    @Test
    void a_drawn_task_before_the_gateway_lets_the_decision_be_forgotten() {
        String between = Hostile.of(ModelKind.BPMN, "proposal", "proposal-trunk")
                .right()
                .replace(
                        "sourceRef=\"decide-proposal\" targetRef=\"regency-decision\" />",
                        """
                        sourceRef="decide-proposal" targetRef="second-look" />
                        <bpmn:userTask id="second-look" name="Periksa lagi" camunda:candidateGroups="REGENCY_VERIFIER"
                            camunda:formRef="second-look" camunda:formRefBinding="latest"/>
                        <bpmn:sequenceFlow id="answered" sourceRef="second-look" targetRef="regency-decision"/>""")
                .replace("</bpmndi:BPMNPlane>", picture(List.of("second-look"), List.of("answered")));

        assertThat(check.check(ModelKind.BPMN, "proposal-trunk", between).refusals())
                .extracting(finding -> finding.rule() + " " + finding.element())
                .containsExactlyInAnyOrder(
                        "answer-forgotten regency-decision-approve", "answer-forgotten regency-decision-reject");
    }

    /** The trunk with a drawn task behind the approval, whose answer leads on or back to the verifier. */
    private static String looked(String task, String shows) {
        String drawn =
                """
                <bpmn:userTask id="TASK" name="Periksa lagi" camunda:candidateGroups="REGENCY_VERIFIER"
                    camunda:formRef="TASK" camunda:formRefBinding="latest">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="shows" value="SHOWN"/>
                  </camunda:properties></bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:exclusiveGateway id="agreed" default="agreed-no"/>
                <bpmn:sequenceFlow id="answered" sourceRef="TASK" targetRef="agreed"/>
                <bpmn:sequenceFlow id="agreed-yes" sourceRef="agreed" targetRef="approve-proposal">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${secondLook == 'AGREED'}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="agreed-no" sourceRef="agreed" targetRef="decide-proposal"/>
                </bpmn:process>""";
        return Hostile.of(ModelKind.BPMN, "proposal", "proposal-trunk")
                .right()
                .replace(
                        "sourceRef=\"regency-decision\" targetRef=\"approve-proposal\"",
                        "sourceRef=\"regency-decision\" targetRef=\"" + task + "\"")
                .replace("</bpmn:process>", drawn.replace("TASK", task).replace("SHOWN", shows))
                .replace(
                        "</bpmndi:BPMNPlane>",
                        picture(List.of(task, "agreed"), List.of("answered", "agreed-yes", "agreed-no")));
    }

    /** The trunk with a task that is done beside the verifier's decision. */
    private static String beside(String more) {
        return Hostile.of(ModelKind.BPMN, "proposal", "proposal-trunk")
                .right()
                .replace(
                        "sourceRef=\"present-to-regency\" targetRef=\"decide-proposal\" />",
                        """
                        sourceRef="present-to-regency" targetRef="fork" />
                        <bpmn:parallelGateway id="fork"/><bpmn:parallelGateway id="join"/>
                        <bpmn:serviceTask id="second-step" name="Periksa lagi" camunda:expression="${proposalTrunk.presentToRegency()}"/>
                        <bpmn:sequenceFlow id="f1" sourceRef="fork" targetRef="decide-proposal"/>
                        <bpmn:sequenceFlow id="f2" sourceRef="fork" targetRef="second-step"/>
                        <bpmn:sequenceFlow id="f3" sourceRef="second-step" targetRef="join"/>
                        <bpmn:sequenceFlow id="f4" sourceRef="join" targetRef="regency-decision"/>"""
                                + more)
                .replace(
                        "sourceRef=\"decide-proposal\" targetRef=\"regency-decision\"",
                        "sourceRef=\"decide-proposal\" targetRef=\"join\"")
                .replace(
                        "</bpmndi:BPMNPlane>",
                        picture(List.of("fork", "join", "second-step"), List.of("f1", "f2", "f3", "f4")));
    }

    /** The end of the picture, with these in it. */
    static String picture(List<String> shapes, List<String> lines) {
        String drawn =
                "<bpmndi:BPMNShape bpmnElement=\"%s\"><dc:Bounds x=\"1\" y=\"1\" width=\"9\" height=\"9\"/></bpmndi:BPMNShape>";
        String line =
                "<bpmndi:BPMNEdge bpmnElement=\"%s\"><di:waypoint x=\"1\" y=\"1\"/><di:waypoint x=\"2\" y=\"2\"/></bpmndi:BPMNEdge>";
        return shapes.stream().map(drawn::formatted).collect(Collectors.joining())
                + lines.stream().map(line::formatted).collect(Collectors.joining())
                + "</bpmndi:BPMNPlane>";
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT15M", "PT20M", "P1W", "P2D", "P1MT12H", "P1Y2M3DT4H5M6S", "R3/P1W", "R500/P1DT1H"})
    void a_length_of_time_that_is_taken_the_engine_can_read(String length) throws Exception {
        String element = length.startsWith("R") ? "timeCycle" : "timeDuration";
        String timed = Hostile.of(ModelKind.BPMN, "proposal", "proposal-trunk")
                .right()
                .replaceFirst(
                        "<bpmn:timeDate [^>]*>[^<]*</bpmn:timeDate>",
                        "<bpmn:%1$s>%2$s</bpmn:%1$s>".formatted(element, length));

        assertThat(check.check(ModelKind.BPMN, "proposal-trunk", timed).refusals())
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
        String patient = Hostile.of(ModelKind.BPMN, "proposal", "proposal-trunk")
                .right()
                .replace(
                        "sourceRef=\"present-to-regency\" targetRef=\"decide-proposal\"",
                        "sourceRef=\"present-to-regency\" targetRef=\"wait-0\"")
                .replace("</bpmn:process>", chain + "</bpmn:process>")
                .replace(
                        "</bpmndi:BPMNPlane>",
                        picture(waits, waits.stream().map(wait -> wait + "-on").toList()));

        Report report = check.check(ModelKind.BPMN, "proposal-trunk", patient);
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
        String right = Hostile.of(ModelKind.BPMN, "proposal", "proposal-trunk").right();

        Report report = check.check(ModelKind.BPMN, "proposal-trunk", right.replace(" id=", " id=\"x\" was="));

        assertThat(report.findings()).hasSizeLessThanOrEqualTo(Findings.MOST);
        assertThat(report.isRefused()).isTrue();
    }

    @Test
    void a_fault_that_is_not_listed_any_more_is_counted_and_believed() {
        String full = IntStream.range(0, Findings.MOST)
                .mapToObj("<bpmn:scriptTask id=\"script-%d\"/>"::formatted)
                .collect(Collectors.joining("", "", "</bpmn:process>"));
        String right = Hostile.of(ModelKind.BPMN, "proposal", "proposal-trunk").right();
        String broken = right.replace("targetRef=\"decide-proposal\"", "targetRef=\"gone\"");

        Report report = check.check(ModelKind.BPMN, "proposal-trunk", broken.replace("</bpmn:process>", full));

        assertThat(report.refusals()).hasSize(Findings.MOST);
        assertThat(report.moreRefusals()).isEqualTo(1);
    }
}
