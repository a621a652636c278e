package id.siks.processadmin.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people are told of an element: its own name, or that of what it joins, draws or belongs to. */
class ElementNamesTests {

    @Test
    void a_flow_without_a_name_is_called_by_what_it_joins() {
        Map<String, String> names = ElementNames.of(
                XmlReader.read(
                        """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
                  <process id="p" name="Usulan">
                    <userTask id="decide" name="Putuskan
                       usulan"/>
                    <exclusiveGateway id="gate"/>
                    <boundaryEvent id="late" name="Terlambat"><timerEventDefinition id="timer"/></boundaryEvent>
                    <sequenceFlow id="yes" name="ya" sourceRef="decide" targetRef="gate"/>
                    <sequenceFlow id="flow" sourceRef="decide" targetRef="gate"/>
                  </process>
                  <BPMNShape id="shape" bpmnElement="decide"/>
                </definitions>"""));

        assertThat(names)
                .containsEntry("decide", "Putuskan usulan")
                .containsEntry("yes", "ya")
                .containsEntry("flow", "Putuskan usulan → gate")
                .containsEntry("timer", "Terlambat")
                .containsEntry("shape", "Putuskan usulan")
                .doesNotContainKey("gate");
    }

    @Test
    void a_cell_is_called_by_its_row_and_column() {
        Map<String, String> names = ElementNames.of(
                XmlReader.read(
                        """
                <definitions><decision id="d"><decisionTable id="t">
                  <input id="in" label="Desil"><inputExpression id="asked"><text>decile</text></inputExpression></input>
                  <output id="out" label="Tanda" name="sign"/>
                  <rule id="r1"><description>Paling miskin</description><inputEntry id="c1"><text>1</text></inputEntry><outputEntry id="c2"/></rule>
                  <rule id="r2"><inputEntry id="c3"/></rule>
                </decisionTable></decision></definitions>"""));

        assertThat(names)
                .containsEntry("asked", "Desil")
                .containsEntry("r1", "Paling miskin")
                .containsEntry("c1", "Paling miskin · Desil")
                .containsEntry("c2", "Paling miskin · Tanda")
                .containsEntry("r2", "#2")
                .containsEntry("c3", "#2 · Desil");
    }

    @Test
    void a_field_is_called_by_its_label() throws Exception {
        Map<String, String> names = ElementNames.of(
                new ObjectMapper()
                        .readTree(
                                """
                        {"components": [{"type": "group", "id": "g", "label": "Rumah", "components": [
                          {"type": "number", "key": "floor", "label": "Luas lantai"}]}]}"""));

        assertThat(names).containsEntry("g", "Rumah").containsEntry("floor", "Luas lantai");
    }
}
