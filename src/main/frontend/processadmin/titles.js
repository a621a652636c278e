// What people call the elements of a diagram, so that each can be told from the others.
import { say } from "./words.js";

const KINDS = {
  "bpmn:Process": ["Proses", "Process"],
  "bpmn:UserTask": ["Tugas orang", "User task"],
  "bpmn:ServiceTask": ["Langkah sistem", "Service task"],
  "bpmn:BusinessRuleTask": ["Keputusan menurut aturan", "Business rule task"],
  "bpmn:CallActivity": ["Proses lain", "Call activity"],
  "bpmn:SubProcess": ["Bagian proses", "Sub-process"],
  "bpmn:ExclusiveGateway": ["Gerbang pilihan", "Exclusive gateway"],
  "bpmn:ParallelGateway": ["Gerbang serempak", "Parallel gateway"],
  "bpmn:EventBasedGateway": ["Gerbang menunggu kejadian", "Event-based gateway"],
  "bpmn:StartEvent": ["Awal", "Start event"],
  "bpmn:EndEvent": ["Akhir", "End event"],
  "bpmn:IntermediateCatchEvent": ["Menunggu", "Intermediate event"],
  "bpmn:BoundaryEvent": ["Kejadian di tepi tugas", "Boundary event"],
  "bpmn:SequenceFlow": ["Alur", "Sequence flow"],
};

export const isKnown = (element) => Boolean(KINDS[element.type]);
export const kindOf = (element) => (KINDS[element.type] ? say(...KINDS[element.type]) : element.type.replace("bpmn:", ""));

// A flow without a name is called by what it joins.
export function titleOf(element) {
  if (element.businessObject.name) return element.businessObject.name;
  if (element.waypoints) return `${titleOf(element.source)} → ${titleOf(element.target)}`;
  return say("{kind} tanpa nama", "{kind} without a name", { kind: kindOf(element) });
}

// To choose one of these from: a named flow with what it joins, whatever is called like another with the place it stands at.
export function choices(elements) {
  const titles = elements.map(titleOf);
  const isOnly = (title) => titles.indexOf(title) === titles.lastIndexOf(title);
  const label = (element, title) => {
    if (isFlow(element) && isNamed(element)) return placed(title, placeOf(element));
    if (isOnly(title) && (isFlow(element) || isNamed(element))) return title;
    return placed(title, placeOf(isFlow(element) ? element.source : element));
  };
  return elements.map((element, at) => ({ value: element.id, label: label(element, titles[at]) })).sort((a, b) => a.label.localeCompare(b.label));
}

const isFlow = (element) => Boolean(element.waypoints);
const isNamed = (element) => Boolean(element.businessObject.name);

const placed = (title, place) => (place ? `${title}: ${place}` : title);

function placeOf(element) {
  const at = (node) => titleOf(node.host ?? node);
  if (isFlow(element)) return say("dari «{from}» ke «{to}»", "from «{from}» to «{to}»", { from: titleOf(element.source), to: titleOf(element.target) });
  if (element.host) return say("di tepi «{host}»", "at the edge of «{host}»", { host: titleOf(element.host) });
  if (element.incoming.length) return say("sesudah «{before}»", "after «{before}»", { before: at(element.incoming[0].source) });
  if (element.outgoing.length) return say("sebelum «{next}»", "before «{next}»", { next: at(element.outgoing[0].target) });
  return "";
}
