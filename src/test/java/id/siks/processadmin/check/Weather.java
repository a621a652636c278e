package id.siks.processadmin.check;

/** A small table of one's own: it says from where the wind blows. */
final class Weather {

    static final String TABLE =
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

    private Weather() {}
}
