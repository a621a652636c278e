// The deadline of a task in the diagram: a clock at its edge that does not stop it, leading to the escalation of the process.
import { getBusinessObject, is } from "bpmn-js/lib/util/ModelUtil";
import { free } from "./names.js";
import { say } from "./words.js";

const MOMENT = "${taskLadder.nextRungAt()}";
const RETRY = "PT10S,PT1M,PT5M,PT15M,PT1H";
const WORD = "task-delayed";

export class Ladder {
  constructor(modeler) {
    this.modeler = modeler;
    this.modeling = modeler.get("modeling");
    this.moddle = modeler.get("moddle");
  }

  clock(task) {
    return (task.attachers ?? []).find((event) => getBusinessObject(event).eventDefinitions?.[0]?.timeDate?.body === MOMENT);
  }

  has(task) {
    return Boolean(this.clock(task));
  }

  add(task) {
    if (this.has(task)) return;
    const clock = this.modeling.createShape(
      { type: "bpmn:BoundaryEvent", eventDefinitionType: "bpmn:TimerEventDefinition", cancelActivity: false },
      { x: task.x + task.width / 4, y: task.y + task.height }, task, { attach: true });
    const end = this.modeling.createShape(
      { type: "bpmn:EndEvent", eventDefinitionType: "bpmn:EscalationEventDefinition" },
      { x: task.x + task.width / 4, y: task.y + task.height + 90 }, task.parent);
    const flow = this.modeling.connect(clock, end);
    this.describe(clock, end);
    this.modeling.updateProperties(flow, { id: this.free(`${task.id}-delayed-to-${task.id}-escalated`) });
    this.call(task);
  }

  // Clock and escalation bear the name of their task.
  call(task) {
    const clock = this.clock(task);
    if (!clock) return;
    const [end] = this.ends(clock);
    if (clock.id !== `${task.id}-delayed`) this.modeling.updateProperties(clock, { id: this.free(`${task.id}-delayed`) });
    if (end && end.id !== `${task.id}-escalated`) this.modeling.updateProperties(end, { id: this.free(`${task.id}-escalated`) });
  }

  ends(clock) {
    return clock.outgoing.map((flow) => flow.target).filter((end) => is(end, "bpmn:EndEvent"));
  }

  free(id) {
    return free(id, (name) => this.modeler.get("elementRegistry").get(name));
  }

  describe(clock, end) {
    const timer = getBusinessObject(clock).eventDefinitions[0];
    const raised = getBusinessObject(end).eventDefinitions[0];
    const date = this.moddle.create("bpmn:FormalExpression", { body: MOMENT });
    date.$parent = timer;
    const retry = this.moddle.create("camunda:FailedJobRetryTimeCycle", { body: RETRY });
    const extensionElements = this.moddle.create("bpmn:ExtensionElements", { values: [retry] });
    retry.$parent = extensionElements;
    this.modeling.updateModdleProperties(clock, timer, { timeDate: date });
    this.modeling.updateModdleProperties(end, raised, { escalationRef: this.escalation() });
    this.modeling.updateProperties(clock, { name: say("Tenggat", "Deadline"), extensionElements });
    this.modeling.updateProperties(end, { name: say("Eskalasi", "Escalation") });
  }

  remove(task) {
    const clock = this.clock(task);
    if (!clock) return;
    this.modeling.removeElements([clock, ...this.ends(clock)]);
  }

  escalation() {
    const id = `${WORD}-escalation`;
    return this.definitions().rootElements.find((e) => e.id === id) ?? this.root("bpmn:Escalation", { id, name: WORD, escalationCode: WORD });
  }

  definitions() {
    return this.modeler.getDefinitions();
  }

  root(type, values) {
    const made = this.moddle.create(type, values);
    made.$parent = this.definitions();
    this.definitions().rootElements.unshift(made);
    return made;
  }
}
