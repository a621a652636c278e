// Drawing without a mouse: something put into a flow, a flow to what is there already, a flow that leads elsewhere.
import { getBusinessObject, is } from "bpmn-js/lib/util/ModelUtil";
import { element as html, say } from "./words.js";
import { choices, titleOf } from "./titles.js";

const GAP = 70;
const INSERT = "house.insert";

export class Pen {
  constructor(modeler) {
    this.modeler = modeler;
    this.modeling = modeler.get("modeling");
    this.registry = modeler.get("elementRegistry");
    this.stack = modeler.get("commandStack");
    // Room is made and the element put into it in one step, so that one step undoes both.
    this.stack.register(INSERT, { preExecute: (context) => this.insert(context) });
  }

  next(panel, element) {
    // What leads on already does not end here.
    const kinds = onward(element) ? KINDS : [...KINDS, ["bpmn:EndEvent", say("Akhir", "End")]];
    const buttons = this.buttons(kinds, (type) => this.append(panel, element, type));
    return [
      html("div", { class: "stack-sm" }, html("p", { class: "form-label" }, say("Tambah sesudahnya", "Add after it")), buttons),
      panel.select("panel-connect", say("Sambungkan ke unsur yang ada", "Connect to an element that is there"), this.targets(element), "", (id) => this.connect(panel, element, id)),
    ];
  }

  within(panel, flow) {
    const buttons = this.buttons(KINDS, (type) => this.put(panel, flow, type));
    return [
      panel.select("panel-target", say("Menuju", "Leads to"), [{ value: flow.target.id, label: titleOf(flow.target) }, ...this.targets(flow.source)], flow.target.id, (id) => this.lead(flow, id)),
      html("div", { class: "stack-sm" }, html("p", { class: "form-label" }, say("Sisipkan di alur ini", "Insert into this flow")), buttons),
    ];
  }

  buttons(kinds, action) {
    return html("div", { class: "panel-next" }, ...kinds.map(([type, label]) =>
      html("button", { type: "button", class: "btn btn-outline btn-sm", onclick: () => action(type) }, `+ ${label}`)));
  }

  // What a flow from there may lead to: in the same part of the process, not yet reached directly, and no beginning.
  targets(source) {
    const reached = new Set(source.outgoing.map((flow) => flow.target));
    const free = source.parent.children
      .filter((e) => is(e, "bpmn:FlowNode") && e.type !== "label" && e !== source && !reached.has(e))
      .filter((e) => !is(e, "bpmn:StartEvent") && !is(e, "bpmn:BoundaryEvent") && !getBusinessObject(e).triggeredByEvent);
    return choices(free);
  }

  // Behind a step that leads on, into the way it leads: another flow out of it would be a second way at the same time.
  append(panel, element, type) {
    const flow = onward(element);
    if (flow) return this.put(panel, flow, type);
    const shape = this.modeler.get("elementFactory").createShape({ type });
    this.named(panel, this.modeler.get("autoPlace").append(element, shape));
  }

  connect(panel, element, id) {
    if (id) panel.show(this.modeling.connect(element, this.registry.get(id), { type: "bpmn:SequenceFlow" }).id);
  }

  lead(flow, id) {
    const target = this.registry.get(id);
    if (target) this.modeling.reconnectEnd(flow, target, { x: target.x + target.width / 2, y: target.y + target.height / 2 });
  }

  put(panel, flow, type) {
    const context = { flow, type };
    this.stack.execute(INSERT, context);
    this.named(panel, context.made);
  }

  named(panel, made) {
    panel.show(made.id);
    document.getElementById("panel-name")?.focus();
  }

  insert(context) {
    const { flow } = context;
    const shape = this.modeler.get("elementFactory").createShape({ type: context.type });
    this.makeRoom(flow, shape.width + 2 * GAP);
    context.made = this.modeling.createShape(shape, middle(longest(flow.waypoints)), flow);
  }

  // A flow that runs on to the right pushes what lies behind it away; any other is long enough or is moved by hand.
  makeRoom({ source, target }, wanted) {
    const free = target.x - (source.x + source.width);
    if (free < 0 || free >= wanted) return;
    const space = this.modeler.get("spaceTool");
    const start = target.x - 1;
    const { movingShapes, resizingShapes } = space.calculateAdjustments(this.registry.filter((e) => e.parent), "x", wanted - free, start);
    space.makeSpace(movingShapes, resizingShapes, { x: wanted - free, y: 0 }, "e", start);
  }
}

const KINDS = [
  ["bpmn:UserTask", say("Tugas orang", "User task")],
  ["bpmn:ServiceTask", say("Langkah sistem", "Service task")],
  ["bpmn:CallActivity", say("Proses lain", "Call activity")],
  ["bpmn:ExclusiveGateway", say("Gerbang pilihan", "Gateway")],
];

// The only flow by which a step leads on; a gateway may get as many as it has answers.
function onward(element) {
  const flows = element.outgoing.filter((flow) => is(flow, "bpmn:SequenceFlow"));
  return flows.length === 1 && !is(element, "bpmn:Gateway") ? flows[0] : null;
}

function longest(waypoints) {
  const length = ([from, to]) => Math.hypot(to.x - from.x, to.y - from.y);
  return waypoints.slice(1).map((to, at) => [waypoints[at], to]).reduce((best, one) => (length(one) > length(best) ? one : best));
}

const middle = ([from, to]) => ({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
