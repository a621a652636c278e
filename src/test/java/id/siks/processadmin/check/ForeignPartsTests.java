package id.siks.processadmin.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What other vendors put into a diagram is named piece by piece, and can be taken out without touching anything else. */
class ForeignPartsTests {

    /**
     * One vendor's diagram.
     *
     * @param text the diagram
     * @param named what is foreign in it: element, then name
     * @param left the diagram without it
     */
    record Vendor(String name, String text, List<String> named, String left) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Vendor> vendors() {
        return List.of(zeebe(), flowable(), jbpm(), signavio());
    }

    private static Vendor zeebe() {
        String text =
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="urn:visit">
                  <bpmn:message id="told" name="told">
                    <bpmn:extensionElements>
                      <zeebe:subscription correlationKey="=ref"/>
                    </bpmn:extensionElements>
                  </bpmn:message>
                  <bpmn:process id="visit" isExecutable="true">
                    <bpmn:userTask id="ask" name="Tanya keluarga">
                      <bpmn:extensionElements>
                        <zeebe:assignmentDefinition candidateGroups="a > b" />
                        <zeebe:taskHeaders><zeebe:header key="k" value="v"/></zeebe:taskHeaders>
                      </bpmn:extensionElements>
                      <bpmn:incoming>f</bpmn:incoming>
                    </bpmn:userTask>
                  </bpmn:process>
                </bpmn:definitions>
                """;
        String left =
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:visit">
                  <bpmn:message id="told" name="told">
                  </bpmn:message>
                  <bpmn:process id="visit" isExecutable="true">
                    <bpmn:userTask id="ask" name="Tanya keluarga">
                      <bpmn:incoming>f</bpmn:incoming>
                    </bpmn:userTask>
                  </bpmn:process>
                </bpmn:definitions>
                """;
        return new Vendor(
                "Zeebe", text, List.of("told subscription", "ask assignmentDefinition", "ask taskHeaders"), left);
    }

    private static Vendor flowable() {
        String text =
                """
                <definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:flowable='http://flowable.org/bpmn' id='d'>
                  <process id='visit' isExecutable='true' flowable:candidateStarterGroups='all'>
                    <startEvent id='start'
                        flowable:initiator="who"/>
                    <userTask id='ask' flowable:assignee='${who}' name='Tanya &lt;keluarga>'>
                      <extensionElements><flowable:formProperty id='f' name='F'/></extensionElements>
                    </userTask>
                  </process>
                </definitions>""";
        String left =
                """
                <definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' id='d'>
                  <process id='visit' isExecutable='true'>
                    <startEvent id='start'/>
                    <userTask id='ask' name='Tanya &lt;keluarga>'>
                    </userTask>
                  </process>
                </definitions>""";
        return new Vendor(
                "Flowable",
                text,
                List.of("visit candidateStarterGroups", "start initiator", "ask assignee", "f formProperty"),
                left);
    }

    private static Vendor jbpm() {
        String text =
                """
                <bpmn2:definitions xmlns:bpmn2="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:tns="http://www.jboss.org/drools" id="d" name="tns: visit">
                  <bpmn2:process id="visit" tns:packageName="x.y" name="Kunjungan">
                    <bpmn2:extensionElements>
                      <tns:import name="java.lang.Runtime"/>
                      <camunda:properties xmlns:camunda="http://camunda.org/schema/1.0/bpmn"/>
                    </bpmn2:extensionElements>
                    <bpmn2:endEvent id="done">
                      <bpmn2:extensionElements>
                        <tns:metaData name="elementname"><tns:metaValue><![CDATA[</bpmn2:endEvent>]]></tns:metaValue></tns:metaData>
                      </bpmn2:extensionElements>
                    </bpmn2:endEvent>
                  </bpmn2:process>
                </bpmn2:definitions>""";
        // The prefix is still spoken of in a name, so its declaration stays.
        String left =
                """
                <bpmn2:definitions xmlns:bpmn2="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:tns="http://www.jboss.org/drools" id="d" name="tns: visit">
                  <bpmn2:process id="visit" name="Kunjungan">
                    <bpmn2:extensionElements>
                      <camunda:properties xmlns:camunda="http://camunda.org/schema/1.0/bpmn"/>
                    </bpmn2:extensionElements>
                    <bpmn2:endEvent id="done">
                    </bpmn2:endEvent>
                  </bpmn2:process>
                </bpmn2:definitions>""";
        return new Vendor("jBPM", text, List.of("visit packageName", "visit import", "done metaData"), left);
    }

    private static Vendor signavio() {
        String text =
                """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d">
                  <!-- <signavio:signavioMetaData metaKey="kept"/> -->
                  <process id="visit">
                    <laneSet id="lanes">
                      <lane id="lane" name="Desa">
                        <extensionElements><signavioMetaData xmlns="http://www.signavio.com" metaKey="bgcolor" metaValue=""/></extensionElements>
                      </lane>
                    </laneSet>
                    <endEvent id="done"/>
                  </process>
                </definitions>""";
        String left = text.replaceAll("\\s*<extensionElements>.*</extensionElements>", "");
        return new Vendor("Signavio", text, List.of("lane signavioMetaData"), left);
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void every_foreign_part_is_named_with_its_element(Vendor vendor) {
        assertThat(foreign(vendor.text)).containsExactlyElementsOf(vendor.named);
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void nothing_but_what_is_foreign_is_taken_out(Vendor vendor) {
        String left = ForeignParts.removed(BpmnSpaces.ALLOWED, vendor.text);

        assertThat(left).isEqualTo(vendor.left);
        assertThat(foreign(left)).isEmpty();
        assertThat(ForeignParts.removed(BpmnSpaces.ALLOWED, left)).isEqualTo(left);
    }

    @Test
    void what_is_refused_for_another_reason_stays_refused() {
        Findings findings = new Findings();
        BpmnSpaces.ALLOWED.check(XmlReader.read(signavio().left), findings);

        assertThat(findings.report().refusals())
                .extracting(Finding::rule)
                .containsExactly(Rule.ELEMENT_NOT_ALLOWED.code());
    }

    @Test
    void what_ties_a_table_to_others_is_named_and_taken_out_with_its_drawing() {
        String left =
                """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/">
                  <decision id="own">%s
                    <decisionTable id="table"/>
                  </decision>
                  <inputData id="given"/>
                  <dmndi:DMNDI><dmndi:DMNDiagram>%s</dmndi:DMNDiagram></dmndi:DMNDI>
                </definitions>""";
        String text = left.formatted(
                """

                    <informationRequirement id="a"><requiredDecision href="#helper"/></informationRequirement>
                    <authorityRequirement><requiredAuthority href="#book"/></authorityRequirement>""",
                "<dmndi:DMNEdge dmnElementRef=\"a\"/>");
        Findings findings = new Findings();
        DmnSpaces.ALLOWED.check(XmlReader.read(text), findings);

        assertThat(findings.report().refusals())
                .filteredOn(Finding::isLoose)
                .extracting(finding -> finding.element() + " " + finding.args().get(1))
                .containsExactly("a helper", "own book", "null a");
        assertThat(findings.report().refusals())
                .filteredOn(finding -> !finding.isLoose())
                .extracting(Finding::element)
                .as("what else is not allowed is left to people")
                .containsExactly("given");
        assertThat(ForeignParts.removed(DmnSpaces.ALLOWED, text)).isEqualTo(left.formatted("", ""));
    }

    private static List<String> foreign(String text) {
        Findings findings = new Findings();
        BpmnSpaces.ALLOWED.check(XmlReader.read(text), findings);
        return findings.report().refusals().stream()
                .filter(Finding::isForeign)
                .map(finding -> finding.element() + " " + finding.args().get(1))
                .toList();
    }
}
