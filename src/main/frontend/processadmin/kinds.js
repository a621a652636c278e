// Of what the library could draw, only what a process of the house may have.
import { say } from "./words.js";

const PALETTE = new Set([
  "hand-tool", "lasso-tool", "space-tool", "global-connect-tool", "tool-separator", "create.start-event", "create.intermediate-event",
  "create.end-event", "create.exclusive-gateway", "create.user-task", "create.service-task", "create.subprocess-expanded",
]);
const NEXT = new Set([
  "append.user-task", "append.end-event", "append.gateway", "append.intermediate-event", "append.text-annotation", "append.timer-intermediate-event",
  "append.message-intermediate-event", "connect", "replace", "delete", "align-elements",
]);
const REPLACE = /^(replace-with-(user-task|service-task|rule-task|call-activity|exclusive-gateway|parallel-gateway|event-based-gateway|none-(start|end)|(message|timer)-intermediate-catch|(error|timer|message)-boundary|non-interrupting-(timer|message|escalation)-boundary|escalation-end|error-end|(non-interrupting-)?(message|timer|escalation)-start|event-subprocess|expanded-subprocess)|replace-with-default-flow|replace-with-sequence-flow)$/;

class Kinds {
  constructor(palette, contextPad, popupMenu, create, elementFactory, eventBus) {
    Object.assign(this, { create, elementFactory, eventBus });
    palette.registerProvider(500, this);
    contextPad.registerProvider(500, this);
    popupMenu.registerProvider("bpmn-replace", 500, this);
  }

  getPaletteEntries() {
    const entry = (type, icon, title) => {
      const start = (event) => this.create.start(event, this.elementFactory.createShape({ type }));
      return { group: "activity", className: icon, title, action: { dragstart: start, click: start } };
    };
    return (entries) => only({
      ...entries,
      "create.user-task": entry("bpmn:UserTask", "bpmn-icon-user-task", say("Tugas orang", "User task")),
      "create.service-task": entry("bpmn:ServiceTask", "bpmn-icon-service-task", say("Langkah sistem", "Service task")),
    }, (name) => PALETTE.has(name));
  }

  getContextPadEntries(element) {
    return (entries) => {
      const all = { ...entries };
      if (all["append.append-task"]) {
        const add = () => this.eventBus.fire("house.append", { element, kind: "bpmn:UserTask" });
        all["append.user-task"] = { group: "model", className: "bpmn-icon-user-task", title: say("Tambah tugas orang", "Append user task"), action: { click: add } };
      }
      return only(all, (name) => NEXT.has(name));
    };
  }

  getPopupMenuEntries() {
    return (entries) => only(entries, (name) => REPLACE.test(name));
  }

  getPopupMenuHeaderEntries() {
    return () => ({});
  }
}
Kinds.$inject = ["palette", "contextPad", "popupMenu", "create", "elementFactory", "eventBus"];

export function only(entries, wanted) {
  return Object.fromEntries(Object.entries(entries).filter(([name]) => wanted(name)));
}

export default { __init__: ["houseKinds"], houseKinds: ["type", Kinds] };
