package id.siks.processadmin.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.siks.processadmin.check.ModelKind;
import id.siks.processadmin.release.Difference.Kind;
import id.siks.processadmin.release.Sheet.Cell;
import id.siks.processadmin.release.Sheet.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What is said of two versions of a model: no more and no less than what differs. */
class DifferencesTests {

    private static final String DIAGRAM =
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI"
                xmlns:dc="http://www.omg.org/spec/DD/20100524/DC">
              <process id="p"><userTask id="decide" name="Putuskan"/></process>
              <di:BPMNDiagram><di:BPMNPlane bpmnElement="p"><di:BPMNShape bpmnElement="decide">
                <dc:Bounds x="10" y="20" width="100" height="80"/>
              </di:BPMNShape></di:BPMNPlane></di:BPMNDiagram>
            </definitions>""";
    private static final String CHOICE =
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p">
              <subProcess id="part">%s</subProcess><exclusiveGateway id="choice"/><endEvent id="end"/>
              <boundaryEvent id="late"><timerEventDefinition><timeDuration>PT15M</timeDuration></timerEventDefinition></boundaryEvent>
              %s
            </process></definitions>""";
    private static final String FLOW = "<sequenceFlow id=\"c\" sourceRef=\"part\" targetRef=\"choice\"/>";
    private static final String FORM =
            """
            {"components": [
              {"type": "textfield", "key": "first", "label": "Pertama"},
              {"type": "textfield", "key": "second", "label": "Kedua", "validate": {"required": true}},
              {"type": "textfield", "key": "third", "label": "Ketiga"}]}""";

    private final FormWords words = words();
    private final Sheets sheets = new Sheets(words);

    @AfterEach
    void anyLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void what_only_moved_is_said_to_have_moved_only() {
        assertThat(diagram(DIAGRAM.replace("x=\"10\"", "x=\"60\""))).containsExactly(Kind.MOVED);
        assertThat(diagram(DIAGRAM.replace("width=\"100\"", "width=\"140\""))).containsExactly(Kind.MOVED);
        assertThat(diagram(DIAGRAM.replace("\"Putuskan\"", "\"Putuskan lagi\"")))
                .containsExactly(Kind.CHANGED);
        assertThat(diagram(DIAGRAM)).isEmpty();
    }

    private static List<Kind> diagram(String after) {
        return between(ModelKind.BPMN, DIAGRAM, after).stream()
                .map(Difference::kind)
                .toList();
    }

    @Test
    void what_moved_stands_last() {
        String two = CHOICE.formatted("", flow("a", "${n >= 5}") + flow("b", "${n >= 1}"));
        String after = CHOICE.formatted("", flow("b", "${n >= 1}") + flow("a", "${n >= 5}"))
                .replace("PT15M", "P3D");

        assertThat(between(ModelKind.BPMN, two, after))
                .extracting(Difference::kind)
                .containsExactly(Kind.CHANGED, Kind.MOVED);
        assertThat(between(ModelKind.BPMN, two.replace("id=\"late\"", "id=\"zz\""), after))
                .extracting(Difference::kind)
                .endsWith(Kind.REMOVED, Kind.REMOVED, Kind.MOVED);
    }

    @Test
    void what_a_newer_version_changed_and_a_drawing_from_an_older_one_does_not_have_is_taken_back() {
        String newer = FORM.replace("\"Pertama\"", "\"Kesatu\"")
                .replace("\"Kedua\"", "\"Nomor dua\"")
                .replace("\"Ketiga\"}", "\"Ketiga\"}, {\"type\": \"textfield\", \"key\": \"fourth\"}");
        String drawn = FORM.replace("\"Kedua\"", "\"Yang kedua\"");

        assertThat(takenBack(ModelKind.FORM, FORM, newer, drawn))
                .extracting(Difference::element, Difference::property, Difference::after)
                .contains(tuple("first", "label", "Kesatu"), tuple("fourth", "", ""))
                .doesNotContain(tuple("second", "label", "Nomor dua"));
        assertThat(takenBack(ModelKind.FORM, FORM, newer, newer)).isEmpty();
        assertThat(takenBack(ModelKind.FORM, null, newer, drawn))
                .as("drawn anew: what it does not have at all")
                .extracting(Difference::element)
                .containsOnly("fourth");
    }

    @Test
    void what_is_moved_in_a_newer_version_and_not_in_the_drawing_is_taken_back_too() {
        assertThat(takenBack(
                        ModelKind.BPMN,
                        DIAGRAM,
                        DIAGRAM.replace("x=\"10\"", "x=\"60\""),
                        DIAGRAM.replace("\"Putuskan\"", "\"Putuskan lagi\"")))
                .extracting(Difference::kind)
                .containsExactly(Kind.MOVED);
    }

    @Test
    void what_a_condition_or_a_time_says_is_compared_though_it_has_an_id() {
        String before = CHOICE.formatted("", flow("a", "${n >= 5}") + flow("b", "${n >= 1}"));
        String after = before.replace("${n >= 5}", "${n >= 9}").replace("PT15M", "P3D");
        String named = after.replace("<conditionExpression>${n >= 9}", "<conditionExpression id=\"c\">${n >= 9}");

        for (String now : List.of(
                after,
                named,
                before.replace("<timeDuration>PT15M", "<timeDuration id=\"d\">P3D")
                        .replace("<conditionExpression>${n >= 5}", "<conditionExpression id=\"c\">${n >= 9}"))) {
            assertThat(between(ModelKind.BPMN, before, now))
                    .extracting(Difference::kind, Difference::property, Difference::before, Difference::after)
                    .containsExactlyInAnyOrder(
                            tuple(Kind.CHANGED, "conditionExpression", "${n >= 5}", "${n >= 9}"),
                            tuple(Kind.CHANGED, "timerEventDefinition.timeDuration", "PT15M", "P3D"));
        }
        assertThat(between(ModelKind.BPMN, named, named.replace("n >= 9", "n >= 7")))
                .hasSize(1);
    }

    @Test
    void what_holds_unwritten_too_is_not_a_difference() {
        String begins = "<startEvent id=\"dies\"%s/><boundaryEvent id=\"late\"%s/>";
        String written = begins.formatted(" isInterrupting=\"true\"", " cancelActivity=\"true\"");
        String unwritten = begins.formatted("", "");

        assertThat(between(ModelKind.BPMN, process(written), process(unwritten)))
                .isEmpty();
        assertThat(between(ModelKind.BPMN, process(unwritten), process(written)))
                .isEmpty();
        assertThat(between(ModelKind.BPMN, process(written), process(written.replace("true", "false"))))
                .extracting(Difference::property, Difference::before, Difference::after)
                .containsExactly(tuple("isInterrupting", "", "false"), tuple("cancelActivity", "", "false"));
    }

    @Test
    void what_only_the_file_needs_is_not_said_of_what_came() {
        String came =
                """
                <sequenceFlow id="yes"><conditionExpression xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
                xsi:type="bpmn:tFormalExpression">${agreed}</conditionExpression></sequenceFlow>
                <userTask id="again"><extensionElements><properties><property name="shows" value="decide"/></properties>\
                </extensionElements></userTask>""";

        assertThat(between(ModelKind.BPMN, process(""), process(came)))
                .extracting(Difference::property)
                .containsExactly("", "conditionExpression", "", "extensionElements.properties.property.value");
    }

    @Test
    void what_only_looks_like_it_is_said() {
        String called = "<userTask id=\"look\" name=\"%s\"/>";
        for (String name : List.of("shows", "Setujui tFormalExpression")) {
            assertThat(between(ModelKind.BPMN, process(called.formatted("Periksa")), process(called.formatted(name))))
                    .extracting(Difference::property, Difference::before, Difference::after)
                    .containsExactly(tuple("name", "Periksa", name));
        }
    }

    private static String process(String content) {
        return "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\">%s</process></definitions>"
                .formatted(content);
    }

    @Test
    void of_a_field_on_one_line_with_another_it_is_said_with_which() {
        String row = "\"layout\": {\"row\": \"Row_09imvr5\", \"columns\": null}, \"label\": \"%s\"";
        String after = FORM.replace("\"label\": \"Pertama\"", row.formatted("Pertama"))
                .replace("\"label\": \"Kedua\"", row.formatted("Kedua"))
                .replace("\"label\": \"Ketiga\"", "\"layout\": {\"row\": \"Row_1\"}, \"label\": \"Ketiga\"");

        assertThat(between(ModelKind.FORM, FORM, after))
                .extracting(Difference::element, Difference::property, Difference::after)
                .containsExactly(tuple("first", "layout.row", "Kedua"), tuple("second", "layout.row", "Pertama"));
    }

    @Test
    void of_flows_that_leave_a_choice_it_is_said_which_is_asked_before_another() {
        String before = CHOICE.formatted("", flow("a", "${n >= 5}") + flow("b", "${n >= 1}") + FLOW);
        String after = CHOICE.formatted("", FLOW + flow("b", "${n >= 1}") + flow("a", "${n >= 5}"));

        assertThat(between(ModelKind.BPMN, before, after))
                .as("the flow of another node has no turn")
                .containsExactly(new Difference(Kind.MOVED, "sequenceFlow", "a", null, "", "", ""));
    }

    @Test
    void of_what_lies_in_another_part_of_the_process_it_is_said_in_which() {
        String task = "<userTask id=\"look\" name=\"Lihat\"/>";
        String outside = CHOICE.formatted("", task);
        String inside = CHOICE.formatted(task, "");

        assertThat(between(ModelKind.BPMN, outside, inside))
                .containsExactly(new Difference(Kind.CHANGED, "userTask", "look", null, "subProcess", "", "part"));
    }

    private static List<Difference> between(ModelKind kind, String before, String after) {
        return Differences.between(read(kind, before), read(kind, after), Map.of());
    }

    private static List<Difference> takenBack(ModelKind kind, String begun, String newer, String drawn) {
        return Differences.takenBack(read(kind, begun), read(kind, newer), read(kind, drawn), Map.of());
    }

    private List<Sheet> laid(ModelKind kind, String before, String after) {
        return sheets.between(kind, read(kind, before), read(kind, after));
    }

    private static Reading read(ModelKind kind, String content) {
        return content == null ? Reading.NONE : Reading.of(kind, content);
    }

    private static String flow(String id, String condition) {
        return "<sequenceFlow id=\"%s\" sourceRef=\"choice\" targetRef=\"end\"><conditionExpression>%s</conditionExpression></sequenceFlow>"
                .formatted(id, condition);
    }

    @Test
    void of_what_came_and_what_went_everything_is_said() {
        String task = "<userTask id=\"again\" name=\"Periksa lagi\" candidateGroups=\"REGENCY_VERIFIER\"/>"
                + "<sequenceFlow id=\"yes\"><conditionExpression>${again == 'yes'}</conditionExpression></sequenceFlow>";
        String more = DIAGRAM.replace("</process>", task + "</process>");

        assertThat(between(ModelKind.BPMN, DIAGRAM, more))
                .containsExactly(
                        new Difference(Kind.ADDED, "userTask", "again", null, "", "", "Periksa lagi"),
                        new Difference(
                                Kind.ADDED, "userTask", "again", null, "candidateGroups", "", "REGENCY_VERIFIER"),
                        new Difference(Kind.ADDED, "sequenceFlow", "yes", null, "", "", ""),
                        new Difference(
                                Kind.ADDED,
                                "sequenceFlow",
                                "yes",
                                null,
                                "conditionExpression",
                                "",
                                "${again == 'yes'}"));
        assertThat(between(ModelKind.BPMN, more, DIAGRAM))
                .contains(new Difference(
                        Kind.REMOVED, "userTask", "again", null, "candidateGroups", "REGENCY_VERIFIER", ""));
    }

    @Test
    void what_is_new_is_laid_out_whole() {
        Sheet form = laid(ModelKind.FORM, null, FORM).get(0);

        assertThat(form.rows()).extracting(Row::kind).containsOnly(Kind.ADDED);
        assertThat(form.rows().get(1).cells()).contains(new Cell(null, "Wajib diisi: ya"));
        assertThat(laid(ModelKind.DMN, null, table(THREE)).get(0).rows()).hasSize(3);
    }

    @Test
    void a_row_that_has_another_turn_moved_and_its_neighbours_did_not() {
        String after = table(rule("b", "2", "yes") + rule("c", "3", "yes") + rule("a", "1", "yes"));

        List<Difference> found = between(ModelKind.DMN, table(THREE), after);

        assertThat(found).containsExactly(new Difference(Kind.MOVED, "rule", "a", null, "", "", ""));
    }

    @Test
    void a_table_is_compared_cell_by_cell() {
        String after = table(rule("a", "1", "no") + rule("d", "4", "yes") + rule("c", "3", "yes"));

        Sheet sheet = laid(ModelKind.DMN, table(THREE), after).get(0);

        assertThat(sheet.name()).isEqualTo("t");
        assertThat(sheet.columns()).containsExactly(new Cell("Desil", "Desil"), new Cell("→ Jawaban", "→ Jawaban"));
        assertThat(sheet.rows())
                .extracting(row -> row.id() + " " + row.kind())
                .containsExactly("a CHANGED", "b REMOVED", "d ADDED", "c null");
        Row changed = sheet.rows().get(0);
        assertThat(changed.cells()).containsExactly(new Cell("1", "1"), new Cell("yes", "no"));
        assertThat(changed.cells()).extracting(Cell::isChanged).containsExactly(false, true);
        assertThat(sheet.rows().get(1).cells()).containsExactly(new Cell("2", null), new Cell("yes", null));
    }

    @Test
    void a_form_is_compared_field_by_field() {
        String after = FORM.replace("\"Kedua\", \"validate\": {\"required\": true}", "\"Nomor dua\"")
                .replace(
                        "\"components\": [",
                        "\"components\": [{\"type\": \"text\", \"key\": \"head\", \"text\": \"Isi\"},");

        Sheet sheet = laid(ModelKind.FORM, FORM, after).get(0);

        assertThat(sheet.rows())
                .extracting(row -> row.id() + " " + row.kind())
                .containsExactly("head ADDED", "first null", "second CHANGED", "third null");
        assertThat(sheet.rows().get(2).cells())
                .containsExactly(
                        new Cell("Kedua", "Nomor dua"),
                        new Cell("isian satu baris", "isian satu baris"),
                        new Cell("Wajib diisi: ya", ""),
                        new Cell("", ""),
                        new Cell("", ""));
        assertThat(laid(ModelKind.BPMN, DIAGRAM, DIAGRAM)).isEmpty();
    }

    @Test
    void what_a_field_of_our_forms_can_be_is_said_in_words() throws IOException {
        try (Stream<Path> forms = Files.walk(Path.of("forms"))) {
            for (Path form :
                    forms.filter(file -> file.toString().endsWith(".form")).toList()) {
                FormPieces.of(Files.readString(form)).values().forEach(piece -> {
                    assertThat(words.value("type", piece.part())).isNotEqualTo(piece.part());
                    assertThat(piece.properties().keySet())
                            .as(form + " " + piece.title())
                            .noneMatch(name -> words.property(name).equals(name));
                });
            }
        }
        assertThat(words.property("values.approve")).isEqualTo("Pilihan «approve»");
        assertThat(words.property("values.approve")).isNotEqualTo(words.property("properties.label_en.approve"));
        assertThat(words.property("nobodyKnows")).isEqualTo("nobodyKnows");
    }

    private static FormWords words() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages.processadmin");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        LocaleContextHolder.setLocale(new Locale("id"));
        return new FormWords(messages);
    }

    private static final String THREE = rule("a", "1", "yes") + rule("b", "2", "yes") + rule("c", "3", "yes");

    private static String table(String rules) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"><decision id="t"><decisionTable id="table">
                  <input id="in" label="Desil"/><output id="out" label="Jawaban"/>%s
                </decisionTable></decision></definitions>"""
                .formatted(rules);
    }

    private static String rule(String id, String when, String then) {
        return """
                <rule id="%1$s"><inputEntry id="%1$s-in"><text>%2$s</text></inputEntry><outputEntry id="%1$s-out"><text>%3$s</text></outputEntry></rule>"""
                .formatted(id, when, then);
    }
}
