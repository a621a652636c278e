package id.siks.processadmin.draft;

import id.siks.processadmin.check.ModelKind;
import java.nio.charset.StandardCharsets;

/** The empty sheet each editor begins with. */
final class BlankModels {

    private static final String PROCESS =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="KEY-definitions" targetNamespace="http://siks.id/bpmn">
              <bpmn:process id="KEY" name="KEY" isExecutable="true" camunda:historyTimeToLive="P180D">
                <bpmn:startEvent id="case-started" name="Perkara dimulai" />
              </bpmn:process>
              <bpmndi:BPMNDiagram id="KEY-diagram">
                <bpmndi:BPMNPlane id="KEY-plane" bpmnElement="KEY">
                  <bpmndi:BPMNShape id="case-started-shape" bpmnElement="case-started">
                    <dc:Bounds x="160" y="160" width="36" height="36" />
                    <bpmndi:BPMNLabel><dc:Bounds x="140" y="203" width="76" height="14" /></bpmndi:BPMNLabel>
                  </bpmndi:BPMNShape>
                </bpmndi:BPMNPlane>
              </bpmndi:BPMNDiagram>
            </bpmn:definitions>
            """;

    private static final String TABLE =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="KEY-definitions" name="KEY" namespace="http://siks.id/dmn">
              <decision id="KEY" name="KEY" camunda:historyTimeToLive="P180D">
                <decisionTable id="KEY-table" hitPolicy="FIRST">
                  <input id="KEY-input" label="Masukan">
                    <inputExpression id="KEY-expression" typeRef="string"><text></text></inputExpression>
                  </input>
                  <output id="KEY-output" label="Hasil" name="result" typeRef="string" />
                </decisionTable>
              </decision>
            </definitions>
            """;

    private static final String FORM =
            """
            {
              "id": "KEY",
              "type": "default",
              "schemaVersion": 16,
              "executionPlatform": "Camunda Platform",
              "executionPlatformVersion": "7.24.0",
              "components": []
            }
            """;

    private BlankModels() {}

    /** An empty file of that kind, named {@code key}. */
    static byte[] of(ModelKind kind, String key) {
        String sheet =
                switch (kind) {
                    case BPMN -> PROCESS;
                    case DMN -> TABLE;
                    case FORM -> FORM;
                };
        return sheet.replace("KEY", key).getBytes(StandardCharsets.UTF_8);
    }
}
