// What the engine and the application read at an element beside the diagram.

// Replaces the extensions of one type by `made`, or takes them away; the others stay.
export function extend(modeler, element, type, made) {
  const others = (element.businessObject.extensionElements?.values ?? []).filter((e) => e.$type !== type);
  const values = made ? [...others, made] : others;
  const extensionElements = values.length ? modeler.get("moddle").create("bpmn:ExtensionElements", { values }) : undefined;
  if (extensionElements) extensionElements.$parent = element.businessObject;
  values.forEach((value) => (value.$parent = extensionElements));
  modeler.get("modeling").updateProperties(element, { extensionElements });
}

const properties = (element) =>
  (element.businessObject.extensionElements?.values ?? []).find((e) => e.$type === "camunda:Properties")?.values ?? [];

// The value of a property of the application's own; empty without one.
export const property = (element, name) => properties(element).find((one) => one.name === name)?.value ?? "";

export function setProperty(modeler, element, name, value) {
  const moddle = modeler.get("moddle");
  const values = properties(element).filter((one) => one.name !== name);
  if (value) values.push(moddle.create("camunda:Property", { name, value }));
  const made = values.length ? moddle.create("camunda:Properties", { values }) : null;
  values.forEach((one) => (one.$parent = made));
  extend(modeler, element, "camunda:Properties", made);
}
