// What is checked while one draws. The server checks again, and more; its word counts, and nothing is an error
// here only.
import endEventRequired from "bpmnlint/rules/end-event-required.js";
import noImplicitEnd from "bpmnlint/rules/no-implicit-end.js";
import noImplicitSplit from "bpmnlint/rules/no-implicit-split.js";
import noImplicitStart from "bpmnlint/rules/no-implicit-start.js";
import singleStart from "bpmnlint/rules/single-blank-start-event.js";
import startRequired from "bpmnlint/rules/start-event-required.js";
import { camel } from "./names.js";
import { say } from "./words.js";

const is = (node, type) => Boolean(node.$instanceOf?.(type));
const engine = (node, name) => node.get(`camunda:${name}`);

// A rule over single elements: `test` answers what is wrong with one of `type`, or nothing.
const rule = (type, test) => () => ({
  check(node, reporter) {
    const wrong = is(node, type) ? test(node) : null;
    if (wrong) reporter.report(node.id, wrong);
  },
});

const HOUSE = [
  "bpmn:UserTask", "bpmn:ServiceTask", "bpmn:BusinessRuleTask", "bpmn:CallActivity", "bpmn:SubProcess", "bpmn:ExclusiveGateway",
  "bpmn:ParallelGateway", "bpmn:EventBasedGateway", "bpmn:StartEvent", "bpmn:EndEvent", "bpmn:IntermediateCatchEvent", "bpmn:BoundaryEvent",
];

const MISSING = {
  "bpmn:MessageEventDefinition": (d) => !d.messageRef && say("Pilih pesan yang ditunggu", "Choose the message waited for"),
  "bpmn:ErrorEventDefinition": (d) => !d.errorRef && say("Pilih kesalahan yang ditangkap", "Choose the error that is caught"),
  "bpmn:EscalationEventDefinition": (d) => !d.escalationRef && say("Pilih eskalasinya", "Choose the escalation"),
  "bpmn:TimerEventDefinition": (d) => !d.timeDate && !d.timeDuration && !d.timeCycle && say("Pilih saatnya", "Choose the moment"),
};

// A flow out of a choice; one without a beginning, as files from elsewhere may have it, leaves none.
const isAnswer = ({ sourceRef }) => Boolean(sourceRef) && is(sourceRef, "bpmn:ExclusiveGateway") && (sourceRef.outgoing ?? []).length > 1;

// Names of the messages something in a scope waits for.
const messages = (scope) => (scope.flowElements ?? []).flatMap((node) =>
  [...(node.eventDefinitions ?? []).map((definition) => definition.messageRef?.name), ...messages(node)]);

// Rules that need to know what the server offers.
const ours = (lists) => ({
  "role-set": rule("bpmn:UserTask", (task) => {
    const role = engine(task, "candidateGroups");
    if (!role) return say("Pilih siapa yang mengerjakan tugas ini", "Choose who does this task");
    return lists.roles.every((r) => r.value !== role) && say("Peran ini tidak dikenal", "This role is unknown");
  }),
  "form-set": rule("bpmn:UserTask", (task) => {
    const form = engine(task, "formRef");
    if (!form) return say("Pilih formulir tugas ini", "Choose the form of this task");
    return lists.forms.every((f) => f.value !== form) && say("Formulir ini tidak ada", "There is no such form");
  }),
  "name-free": rule("bpmn:UserTask", (task) => lists.reserved.includes(camel(task.id)) && say("Nama ini dipakai aplikasi; beri nama lain", "The application uses this name; choose another")),
  "deadline-known": rule("bpmn:UserTask", (task) => !lists.terms[task.id] && !engine(task, "dueDate") && say("Tabel tenggat belum menyebut tugas ini", "The table of deadlines does not name this task")),
  "step-set": rule("bpmn:Task", (task) => {
    const needed = is(task, "bpmn:ServiceTask") || is(task, "bpmn:BusinessRuleTask");
    return needed && !engine(task, "expression") && !engine(task, "decisionRef") && say("Pilih langkah aplikasinya", "Choose the step of the application");
  }),
  "called-set": rule("bpmn:CallActivity", (call) => !call.calledElement && say("Pilih proses yang dijalankan", "Choose the process that is run")),
  "event-told": rule("bpmn:Event", (event) => {
    const definition = event.eventDefinitions?.[0];
    return definition && MISSING[definition.$type]?.(definition);
  }),
  "begins-once": rule("bpmn:SubProcess", (part) => part.triggeredByEvent && part.loopCharacteristics && say("Bagian yang dimulai oleh kejadian tidak dapat diulang", "What begins by an event cannot be repeated")),
  "message-heard": rule("bpmn:Process", (process) => {
    const heard = messages(process);
    const lost = lists.messages.find((message) => !heard.includes(message.value));
    return lost && say("Tidak ada lagi yang menunggu pesan {message}", "Nothing waits for the message {message} any more", { message: lost.label });
  }),
  "default-set": rule("bpmn:ExclusiveGateway", (gateway) => (gateway.outgoing ?? []).length > 1 && !gateway.default && say("Pilih alur bawaan gerbang ini", "Choose the default flow of this gateway")),
  "condition-set": rule("bpmn:SequenceFlow", (flow) =>
    isAnswer(flow) && flow.sourceRef.default !== flow && !flow.conditionExpression && say("Pilih syarat alur ini", "Choose the condition of this flow")),
  "answer-given": rule("bpmn:SequenceFlow", (flow) => isAnswer(flow) && !flow.name && say("Beri nama jawaban pada alur ini", "Name the answer on this flow")),
  named: rule("bpmn:FlowNode", (node) => !node.name && say("Beri nama unsur ini", "Name this element")),
  "in-use": rule("bpmn:FlowNode", (node) => HOUSE.every((type) => node.$type !== type) && say("Jenis unsur ini tidak dipakai di sini; ganti jenisnya", "This kind of element is not used here; change it")),
});

// Those of bpmnlint that the server refuses too, and of flows that part without a gateway, which is easily drawn
// by mistake: what else is marked here and passes there, or counts twice, helps nobody.
const STANDARD = {
  "end-event-required": endEventRequired,
  "no-implicit-end": noImplicitEnd,
  "no-implicit-split": noImplicitSplit,
  "no-implicit-start": noImplicitStart,
  "single-blank-start-event": singleStart,
  "start-event-required": startRequired,
};
// The server warns of the deadline only, and lets the others pass: they make a drawing hard to read, not wrong.
const MILD = new Set(["deadline-known", "no-implicit-split", "answer-given", "named"]);

// The configuration `bpmn-js-bpmnlint` wants.
export function linting(lists) {
  const all = { ...STANDARD, ...ours(lists) };
  const rules = Object.fromEntries(Object.keys(all).map((name) => [name, MILD.has(name) ? "warn" : "error"]));
  return { active: true, bpmnlint: { config: { rules }, resolver: { resolveRule: (pkg, name) => all[name], resolveConfig: () => null } } };
}
