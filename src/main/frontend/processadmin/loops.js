// How often something is done: once, several times, or for each of what the process has gathered.
import { is } from "bpmn-js/lib/util/ModelUtil";
import { say } from "./words.js";

const TIMES = [2, 3, 4, 5];
const TYPE = "bpmn:MultiInstanceLoopCharacteristics";

export class Loops {
  constructor(modeler, lists) {
    Object.assign(this, { modeler, lists });
  }

  fields(panel, element, object) {
    const loop = object.loopCharacteristics;
    const often = panel.select("panel-loop", say("Dikerjakan berapa kali", "Done how often"), this.choices(), this.read(loop), (value) => this.write(element, value, loop?.isSequential), say("Satu kali", "Once"));
    if (!loop) return [often];
    const order = panel.select("panel-loop-order", say("Urutannya", "In which order"), [{ value: "sequential", label: say("satu demi satu", "one after the other") }],
      loop.isSequential ? "sequential" : "", (value) => this.write(element, this.read(loop), Boolean(value)), say("serempak", "all at once"));
    return [often, order];
  }

  choices() {
    const times = TIMES.map((number) => ({ value: String(number), label: say("{number} kali", "{number} times", { number }) }));
    const each = this.lists.collections.map(({ collection, element, label }) => ({
      value: `${collection} ${element}`,
      label: say("untuk tiap isi {collection}, seperti {label}", "for each of {collection}, as {label}", { collection: collection.replace(/[${}]/g, ""), label }),
    }));
    return [...times, ...each];
  }

  read(loop) {
    if (!loop) return "";
    if (!is(loop, TYPE)) return loop.$type.replace("bpmn:", "");
    const collection = loop.get("camunda:collection");
    return collection ? `${collection} ${loop.get("camunda:elementVariable") ?? ""}` : (loop.loopCardinality?.body ?? "");
  }

  write(element, value, isSequential) {
    this.modeler.get("modeling").updateProperties(element, { loopCharacteristics: value ? this.made(element, value, isSequential) : undefined });
  }

  made(element, value, isSequential) {
    const moddle = this.modeler.get("moddle");
    const loop = moddle.create(TYPE, { isSequential: Boolean(isSequential) });
    loop.$parent = element.businessObject;
    const [collection, elementVariable] = value.split(" ");
    if (elementVariable) {
      loop.set("camunda:collection", collection);
      loop.set("camunda:elementVariable", elementVariable);
    } else {
      loop.loopCardinality = moddle.create("bpmn:FormalExpression", { body: value });
      loop.loopCardinality.$parent = loop;
    }
    return loop;
  }
}
