// Names of elements as the rest of the house writes them: words in small letters, joined by hyphens.
const GENERATED = /^(Activity|Gateway|Event|Flow|StartEvent|EndEvent|TimerEventDefinition|MessageEventDefinition|EscalationEventDefinition|ErrorEventDefinition)_[0-9a-z]{7}$/;

export const isGenerated = (id) => GENERATED.test(id);

// As the engine is told the answer of a task: `second-check` becomes `secondCheck`.
export const camel = (id) => id.replace(/-+(\w?)/g, (all, letter) => letter.toUpperCase());

export function slug(words) {
  const plain = words.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const joined = plain.replace(/[^a-z0-9]+/g, "-").replace(/^[^a-z]+|-+$/g, "").slice(0, 50);
  return joined.replace(/-+$/, "");
}

export function free(wanted, taken) {
  let name = wanted;
  for (let number = 2; taken(name); number++) name = `${wanted}-${number}`;
  return name;
}

// Flows are called by what they join: `decide-route-to-meeting-needed`.
export function nameFlows(modeler) {
  const registry = modeler.get("elementRegistry");
  const modeling = modeler.get("modeling");
  const taken = (name) => Boolean(registry.get(name));
  for (const flow of registry.filter((e) => e.type === "bpmn:SequenceFlow" && isGenerated(e.id))) {
    const joined = `${flow.source.id}-to-${flow.target.id}`;
    modeling.updateProperties(flow, { id: free(joined, taken) });
  }
}
