// The panel beside the diagram: everything people set is chosen from lists of the server; words of the engine are never typed.
import { getBusinessObject, is } from "bpmn-js/lib/util/ModelUtil";
import { Answers } from "./answers.js";
import { Conditions } from "./conditions.js";
import { extend, property, setProperty } from "./extensions.js";
import { Ladder } from "./ladder.js";
import { Loops } from "./loops.js";
import { camel, free, isGenerated, slug } from "./names.js";
import { Pen } from "./pen.js";
import { choices, isKnown, kindOf, titleOf } from "./titles.js";
import { element as html, say } from "./words.js";

const LADDER = "${taskLadder.";
const RETRY = "PT10S,PT1M,PT5M,PT15M,PT1H";

export class Panel {
  constructor(modeler, lists, place, editable) {
    Object.assign(this, { modeler, lists, place, editable });
    this.modeling = modeler.get("modeling");
    this.registry = modeler.get("elementRegistry");
    this.selection = modeler.get("selection");
    this.answers = new Answers(modeler, lists);
    this.conditions = new Conditions(this.answers);
    this.ladder = new Ladder(modeler);
    this.loops = new Loops(modeler, lists);
    this.pen = new Pen(modeler);
    const events = modeler.get("eventBus");
    events.on("house.append", ({ element, kind }) => this.pen.append(this, element, kind));
    events.on(["selection.changed", "import.done", "elements.changed"], () => this.draw());
  }

  draw() {
    const chosen = this.selection.get();
    const element = chosen.length === 1 && chosen[0].type !== "label" ? chosen[0] : (chosen[0]?.labelTarget ?? null);
    const root = this.modeler.get("canvas").getRootElement();
    // Before a file is read there is a sheet without a process.
    if (!root.type?.startsWith("bpmn:")) return;
    const focus = this.place.contains(document.activeElement) ? document.activeElement.id : null;
    this.place.replaceChildren(this.chooser(element), ...this.fields(element ?? root));
    if (!this.editable) this.place.querySelectorAll("fieldset").forEach((set) => (set.disabled = true));
    if (focus) document.getElementById(focus)?.focus();
  }

  // Every element can be reached without a mouse.
  chooser(element) {
    const shapes = this.registry.filter((e) => e.type !== "label" && isKnown(e) && e.type !== "bpmn:Process");
    const options = choices(shapes).map(({ value, label }) => ({ value, label: `${label} (${kindOf(this.registry.get(value))})` }));
    return this.select("panel-element", say("Unsur", "Element"), options, element?.id ?? "", (id) => this.show(id), say("Proses seluruhnya", "The whole process"));
  }

  show(id) {
    const element = this.registry.get(id);
    if (!element) {
      this.selection.select([]);
      return;
    }
    this.selection.select(element);
    this.modeler.get("canvas").scrollToElement(element, 120);
  }

  fields(element) {
    const object = getBusinessObject(element);
    const set = html("fieldset", { class: "panel-fields" });
    set.append(html("legend", { class: "card-title" }, kindOf(element)), this.name(element, object));
    if (is(element, "bpmn:UserTask")) set.append(...this.userTask(element, object));
    if (is(element, "bpmn:ServiceTask")) set.append(...this.step(element, object));
    if (is(element, "bpmn:BusinessRuleTask")) set.append(...this.ruleTask(element, object));
    if (is(element, "bpmn:CallActivity")) set.append(this.called(element, object));
    if (is(element, "bpmn:Activity") && !object.triggeredByEvent) set.append(...this.loops.fields(this, element, object));
    if (is(element, "bpmn:Event")) set.append(...this.event(element, object));
    if (is(element, "bpmn:ExclusiveGateway")) set.append(this.defaultFlow(element, object));
    if (is(element, "bpmn:SequenceFlow")) set.append(...this.flow(element, object));
    if (this.editable && is(element, "bpmn:FlowNode")) set.append(...this.next(element));
    set.append(html("p", { class: "form-hint" }, say("Kode: {id}", "Code: {id}", { id: object.id })));
    return [set];
  }

  name(element, object) {
    const label = is(element, "bpmn:SequenceFlow") ? say("Jawaban", "Answer") : say("Nama", "Name");
    return this.text("panel-name", label, object.name ?? "", (name) => this.rename(element, name));
  }

  rename(element, name) {
    this.modeling.updateProperties(element, { name });
    const word = slug(name);
    if (word.length > 1 && isGenerated(element.id) && !is(element, "bpmn:SequenceFlow")) {
      this.call(element, free(word, (id) => this.registry.get(id)));
    }
  }

  userTask(element, object) {
    const term = this.lists.terms[object.id];
    const ladder = this.ladder.has(element);
    return [
      this.select("panel-role", say("Dikerjakan oleh", "Done by"), this.lists.roles, object.get("camunda:candidateGroups") ?? "",
        (role) => this.set(element, { "camunda:candidateGroups": role })),
      this.select("panel-form", say("Formulir", "Form"), this.forms(element), object.get("camunda:formRef") ?? "", (form) => this.setForm(element, form)),
      ...this.drawn(element),
      this.words(element, object),
      this.select("panel-deadline", say("Tenggat", "Deadline"),
        [{ value: "ladder", label: say("Menurut tabel tenggat, dengan tangga eskalasi", "By the table of deadlines, with its ladder") }],
        ladder ? "ladder" : "", (value) => (value ? this.ladder.add(element) : this.ladder.remove(element)), say("Tanpa tenggat", "None")),
      html("p", { class: "form-hint" }, term ? this.term(term) : say("Tabel tenggat belum mempunyai baris untuk tugas ini; tambahkan di rancangan task-deadlines.", "The table of deadlines has no row for this task; add one in a draft of task-deadlines.")),
    ];
  }

  term(term) {
    const rest = say("diingatkan {remind} hari sebelumnya; penyelia {supervisor}, kepala dinas {officeHead}, provinsi {province} hari sesudahnya",
      "reminder {remind} days before; supervisor {supervisor}, office head {officeHead}, province {province} days after", term);
    return term.days
      ? say("{days} hari kerja; {rest}.", "{days} working days; {rest}.", { days: term.days, rest })
      : say("Sampai batas periode; {rest}.", "Until the period's cut-off; {rest}.", { rest });
  }

  // A form belongs to the one task that is called as it.
  forms(element) {
    return this.lists.forms.filter(({ value }) => value === element.id || !this.registry.get(value));
  }

  // A task without a page of its own shows what another task's page shows, and has an answer for the gateways.
  drawn(element) {
    if (!this.answers.isDrawn(element)) return [];
    const [answer] = this.answers.tasks().filter(({ name }) => name === camel(element.id));
    if (isGenerated(element.id)) {
      return [html("p", { class: "form-hint" }, say("Beri nama tugas ini lebih dahulu; formulirnya dikenali dari nama itu.", "Name this task first; its form is known by that name."))];
    }
    return [
      this.select("panel-shows", say("Tampilkan keterangan dari tugas", "Show what this task shows"), this.lists.shows, property(element, "shows"),
        (task) => setProperty(this.modeler, element, "shows", task), say("Tidak ada; hanya formulirnya", "None; its form only")),
      html("p", { class: "form-hint" }, answer
        ? say("Gerbang sesudahnya dapat menanyakan jawaban: {answers}.", "Gateways behind it can ask for the answer: {answers}.", { answers: answer.answers.map((a) => a.label).join(", ") })
        : say("Gerbang tidak dapat menanyakan jawabannya: formulirnya belum mempunyai pilihan dengan kunci {key}.", "Gateways cannot ask for its answer: its form has no choice with the key {key} yet.", { key: camel(element.id) })),
    ];
  }

  words(element, object) {
    const input = html("textarea", { id: "panel-words", class: "form-control", rows: 3, maxlength: 1000 }, object.documentation?.[0]?.text ?? "");
    input.onchange = () => this.document(element, input.value.trim());
    return html("div", { class: "field" }, html("label", { class: "form-label", for: "panel-words" }, say("Petunjuk bagi yang mengerjakan", "What is to be done")), input);
  }

  document(element, text) {
    const made = this.modeler.get("moddle").create("bpmn:Documentation", { text });
    made.$parent = getBusinessObject(element);
    this.modeling.updateProperties(element, { documentation: text ? [made] : [] });
  }

  // A task is called as its form, so that the application knows what to do with the answers.
  setForm(element, form) {
    this.set(element, { "camunda:formRef": form, "camunda:formRefBinding": form ? "deployment" : undefined });
    if (form && this.answers.isDrawn(element) && !this.registry.get(form)) this.call(element, form);
  }

  // Its clock is called after it.
  call(element, id) {
    this.modeling.updateProperties(element, { id });
    this.ladder.call(element);
  }

  step(element, object) {
    return [
      this.select("panel-step", say("Langkah aplikasi", "Step of the application"), this.stepsOf(element), object.get("camunda:expression") ?? "",
        (step) => this.set(element, { "camunda:expression": step })),
      this.select("panel-apart", say("Bila gagal", "When it fails"),
        [{ value: "apart", label: say("Dicoba lagi beberapa kali dengan sendirinya", "Tried again several times by itself") }],
        object.get("camunda:asyncBefore") ? "apart" : "", (value) => this.apart(element, Boolean(value)), say("Ikut gagal bersama tugas sebelumnya", "Fails with the task before it")),
    ];
  }

  apart(element, apart) {
    this.set(element, { "camunda:asyncBefore": apart || undefined });
    this.retry(element, apart);
  }

  retry(element, wanted) {
    const type = "camunda:FailedJobRetryTimeCycle";
    extend(this.modeler, element, type, wanted ? this.modeler.get("moddle").create(type, { body: RETRY }) : null);
  }

  ruleTask(element, object) {
    const table = object.get("camunda:decisionRef");
    return [
      this.select("panel-table", say("Tabel keputusan", "Decision table"), this.answers.tables(), table ?? "", (key) => this.setTable(element, key),
        say("Tidak langsung, melalui langkah di bawah", "Not directly, by the step below")),
      table
        ? html("p", { class: "form-hint" }, say("Gerbang sesudahnya dapat menanyakan hasilnya: {name}.", "Gateways behind it can ask for its result: {name}.", { name: object.get("camunda:resultVariable") ?? "?" }))
        : this.select("panel-step", say("Langkah aplikasi", "Step of the application"), this.stepsOf(element), object.get("camunda:expression") ?? "",
            (step) => this.set(element, { "camunda:expression": step })),
      html("p", { class: "form-hint" }, say("Ditawarkan tabel yang memberi satu hasil dan masukannya dikenal perkara ini.", "Offered are tables that give one result and ask for what is known of the case.")),
    ];
  }

  setTable(element, key) {
    this.set(element, {
      "camunda:decisionRef": key,
      "camunda:mapDecisionResult": key ? "singleEntry" : undefined,
      "camunda:resultVariable": key ? this.answers.resultName(key, element) : undefined,
      ...(key ? { "camunda:expression": undefined } : {}),
    });
  }

  called(element, object) {
    return this.select("panel-called", say("Proses yang dijalankan", "Process that is run"), this.lists.processes, object.calledElement ?? "", (key) => this.set(element, { calledElement: key }));
  }

  event(element, object) {
    const definition = object.eventDefinitions?.[0];
    if (!definition) return [];
    if (is(definition, "bpmn:MessageEventDefinition")) {
      return [this.select("panel-message", say("Pesan", "Message"), this.lists.messages, definition.messageRef?.name ?? "",
        (name) => this.refer(element, definition, "messageRef", "bpmn:Message", name, { name }))];
    }
    if (is(definition, "bpmn:ErrorEventDefinition")) {
      return [this.select("panel-error", say("Kesalahan", "Error"), this.lists.errors, definition.errorRef?.errorCode ?? "",
        (name) => this.refer(element, definition, "errorRef", "bpmn:Error", name, { name, errorCode: name }))];
    }
    if (is(definition, "bpmn:EscalationEventDefinition")) {
      return [this.select("panel-escalation", say("Eskalasi", "Escalation"), this.lists.escalations, definition.escalationRef?.escalationCode ?? "",
        (name) => this.refer(element, definition, "escalationRef", "bpmn:Escalation", name, { name, escalationCode: name }))];
    }
    if (is(definition, "bpmn:TimerEventDefinition")) {
      return [this.select("panel-moment", say("Saatnya", "Moment"), this.momentsOf(element, definition.timeDate?.body), definition.timeDate?.body ?? "",
        (moment) => this.moment(element, definition, moment)),
      html("p", { class: "form-hint" }, say("Saat dihitung menurut kalender kerja.", "Moments are counted by the working calendar."))];
    }
    return [];
  }

  // Steps of the ladder know of their task only behind the escalation its clock raises.
  stepsOf(element) {
    const begins = getBusinessObject(element).$parent?.flowElements?.find((e) => is(e, "bpmn:StartEvent"));
    const heard = begins?.isInterrupting === false && begins.eventDefinitions?.some((d) => is(d, "bpmn:EscalationEventDefinition"));
    return this.lists.steps.filter(({ value }) => heard || !value.startsWith(LADDER));
  }

  // What begins by a timer begins at a fixed time; the next rung is that of the task the clock stands beside.
  momentsOf(element, chosen) {
    const object = getBusinessObject(element);
    const beside = object.cancelActivity === false && is(object.attachedToRef, "bpmn:UserTask");
    const fits = (value) => (value.startsWith(LADDER) ? beside : !is(element, "bpmn:StartEvent"));
    return this.lists.moments.filter(({ value }) => value === chosen || fits(value));
  }

  moment(element, definition, moment) {
    const timeDate = moment ? this.expression(moment, definition) : undefined;
    this.modeling.updateModdleProperties(element, definition, { timeDate, timeDuration: undefined, timeCycle: undefined });
  }

  expression(body, parent) {
    const made = this.modeler.get("moddle").create("bpmn:FormalExpression", { body });
    made.$parent = parent;
    return made;
  }

  // What is told between diagram and code stands once at the top of the file.
  refer(element, definition, property, type, name, values) {
    let told = this.ladder.definitions().rootElements.find((e) => e.$type === type && e.name === name);
    if (name && !told) told = this.ladder.root(type, { id: `${name}-${type.replace("bpmn:", "").toLowerCase()}`, ...values });
    this.modeling.updateModdleProperties(element, definition, { [property]: name ? told : undefined });
  }

  defaultFlow(element, object) {
    const flows = element.outgoing.map((flow) => ({ value: flow.id, label: `${getBusinessObject(flow).name || say("tanpa nama", "without a name")} → ${titleOf(flow.target)}` }));
    return this.select("panel-default", say("Bila tidak ada syarat yang terpenuhi", "When no condition holds"), flows, object.default?.id ?? "", (id) => {
      const flow = id ? this.registry.get(id) : null;
      this.modeling.updateProperties(element, { default: flow ? getBusinessObject(flow) : undefined });
      if (flow) this.modeling.updateProperties(flow, { conditionExpression: undefined });
    });
  }

  flow(element, object) {
    const drawing = this.editable ? this.pen.within(this, element) : [];
    return [...this.condition(element, object), ...drawing];
  }

  condition(element, object) {
    if (!is(element.source, "bpmn:ExclusiveGateway")) return [];
    if (getBusinessObject(element.source).default === object) {
      return [html("p", { class: "form-hint" }, say("Alur bawaan: dilalui bila tidak ada syarat lain yang terpenuhi.", "Default flow: taken when no other condition holds."))];
    }
    return this.conditions.fields(this, element, object);
  }

  next(element) {
    const last = is(element, "bpmn:EndEvent") || getBusinessObject(element).triggeredByEvent;
    return last ? [this.removal(element)] : [...this.pen.next(this, element), this.removal(element)];
  }

  removal(element) {
    return html("button", { type: "button", class: "btn btn-outline btn-sm", onclick: () => this.modeling.removeElements([element]) }, say("Hapus unsur ini", "Delete this element"));
  }

  set(element, values) {
    const given = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value === "" ? undefined : value]));
    this.modeling.updateProperties(element, given);
  }

  text(id, label, value, onchange) {
    const input = html("input", { id, class: "form-control", maxlength: 120, value });
    input.onchange = () => onchange(input.value.trim());
    return html("div", { class: "field" }, html("label", { class: "form-label", for: id }, label), input);
  }

  // A value that is no longer offered is shown as it is, so that looking changes nothing.
  select(id, label, options, value, onchange, nothing = say("Belum dipilih", "Not chosen")) {
    const select = html("select", { id, class: "form-select" }, html("option", { value: "" }, nothing));
    const known = options.some((option) => option.value === value);
    const all = value && !known ? [...options, { value, label: say("{value} (tidak dikenal)", "{value} (unknown)", { value }) }] : options;
    all.forEach((option) => select.append(html("option", { value: option.value }, option.label)));
    select.value = value;
    select.onchange = () => onchange(select.value);
    return html("div", { class: "field" }, html("label", { class: "form-label", for: id }, label), select);
  }
}
