// What a gateway may ask about: what the code tells, what the tasks of this drawing are answered, what its tables decide.
import { is } from "bpmn-js/lib/util/ModelUtil";
import { camel } from "./names.js";
import { titleOf } from "./titles.js";

const engine = (element, name) => element.businessObject.get(`camunda:${name}`);

export class Answers {
  constructor(modeler, lists) {
    this.registry = modeler.get("elementRegistry");
    this.lists = lists;
  }

  all() {
    return [...this.lists.values, ...this.tasks(), ...this.decisions()];
  }

  // Where two are called alike, the name by which the engine knows a value tells which.
  names() {
    const all = this.all();
    const isOnly = (label) => all.filter((value) => value.label === label).length === 1;
    return all.map(({ name, label }) => ({ value: name, label: isOnly(label) ? label : `${label} · ${name}` }));
  }

  of(name) {
    return this.all().find((value) => value.name === name)?.answers ?? [];
  }

  // A task that no room of the application does is one that was drawn.
  isDrawn(task) {
    return !this.lists.rooms.includes(task.id);
  }

  // Of a drawn task one answer reaches the gateways: that of the field called as the task.
  tasks() {
    return this.registry
      .filter((e) => is(e, "bpmn:UserTask") && e.type !== "label" && this.isDrawn(e) && this.lists.answers[e.id])
      .map((task) => this.value(camel(task.id), task, this.lists.answers[task.id]));
  }

  decisions() {
    return this.ruled().map((task) => this.value(engine(task, "resultVariable"), task, this.table(engine(task, "decisionRef"))?.answers ?? []));
  }

  ruled() {
    return this.registry.filter((e) => is(e, "bpmn:BusinessRuleTask") && e.type !== "label" && engine(e, "decisionRef") && engine(e, "resultVariable"));
  }

  value(name, task, answers) {
    return { name, label: titleOf(task), answers };
  }

  table(key) {
    return this.lists.tables.find((table) => table.value === key);
  }

  // Only tables whose questions the case can answer where they are asked.
  tables() {
    const known = new Set([...this.lists.told, ...this.tasks().map(({ name }) => name), ...this.decisions().map(({ name }) => name)]);
    return this.lists.tables.filter((table) => table.asks.every((name) => known.has(name)));
  }

  // What a table decides has a name of its own, which nobody else gives.
  resultName(key, element) {
    const others = this.ruled().filter((task) => task !== element).map((task) => engine(task, "resultVariable"));
    const taken = new Set([...this.lists.told, ...this.lists.reserved, ...this.tasks().map(({ name }) => name), ...others]);
    const wanted = `${camel(key)}Result`;
    let name = wanted;
    for (let number = 2; taken.has(name); number++) name = `${wanted}${number}`;
    return name;
  }
}
