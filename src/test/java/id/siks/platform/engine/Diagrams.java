package id.siks.platform.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Deployment;

/** Small diagrams and decision tables written in tests, as an administrator with bad intentions might. */
final class Diagrams {

    private static final String FRAME =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="test">
              <bpmn:process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:startEvent id="started"/>
                <bpmn:sequenceFlow id="in" sourceRef="started" targetRef="step"/>
                %s
                <bpmn:sequenceFlow id="out" sourceRef="step" targetRef="ended"/>
                <bpmn:endEvent id="ended"/>
              </bpmn:process>
            </bpmn:definitions>""";

    private static final String TABLE =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="tables" name="tables" namespace="test">
              <decision id="%1$s" name="%1$s" camunda:historyTimeToLive="P1D">
                <decisionTable id="table">
                  <input id="input">
                    <inputExpression id="expression" typeRef="string" expressionLanguage="%2$s"><text>%3$s</text></inputExpression>
                  </input>
                  <output id="output" name="found" typeRef="string"/>
                  <rule id="rule">
                    <inputEntry id="any"><text></text></inputEntry>
                    <outputEntry id="answer"><text>"answer"</text></outputEntry>
                  </rule>
                </decisionTable>
              </decision>
            </definitions>""";

    private Diagrams() {}

    /** A process of one element, which must have the id {@code step}. */
    static String around(String key, String element) {
        return FRAME.formatted(key, element);
    }

    /** A decision table whose one input is {@code expression}. */
    static String table(String key, String language, String expression) {
        return TABLE.formatted(key, language, expression);
    }

    static Deployment deploy(ProcessEngine engine, String name, String xml) {
        return engine.getRepositoryService()
                .createDeployment()
                .addString(name, xml)
                .deploy();
    }
}
