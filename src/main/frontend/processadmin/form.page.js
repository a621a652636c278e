// The editor of forms.
import "@bpmn-io/form-js/dist/assets/form-js.css";
import "@bpmn-io/form-js/dist/assets/form-js-editor.css";
import "@bpmn-io/form-js/dist/assets/properties-panel.css";
import "./editor.css";
import { Form, FormEditor } from "@bpmn-io/form-js";
import { formPhrases, formWords } from "./form-words.js";
import { Sheet } from "./sheet.js";
import { relabel } from "./translate.js";
import { say, speaksEnglish } from "./words.js";

// Milliseconds the editor waits for the next letter before what is typed is part of the form.
const TYPING = 200;

const sheet = new Sheet();

async function begin() {
  const schema = JSON.parse(await sheet.content());
  relabel(sheet.root, formWords, isDrawn, formPhrases);
  if (!sheet.editable) {
    await new Form({ container: sheet.paper, properties: { readOnly: true } }).importSchema(schema, {});
    sheet.begin({ read: async () => JSON.stringify(schema, null, 2) });
    return;
  }
  const editor = new FormEditor({ container: sheet.paper, debounce: TYPING });
  beginInOwnWords(editor);
  await editor.importSchema(schema);
  editor.on("commandStack.changed", () => sheet.touch());
  const stack = editor.get("commandStack");
  sheet.tool(say("Urungkan", "Undo"), () => stack.canUndo() && stack.undo());
  sheet.tool(say("Ulangi", "Redo"), () => stack.canRedo() && stack.redo());
  sheet.begin({ read: () => read(editor), show: (id) => show(editor, schema, id) });
}

// What stands in the form is shown as it is kept, not exchanged as the words of the editor are.
function isDrawn(node) {
  return Boolean(node.closest(".fjs-form-field, .fjs-form-field-placeholder, .fjs-empty-component, .fjs-context-pad")?.matches(".fjs-form-field"));
}

// What the editor writes into a new field is kept and read by everybody.
function beginInOwnWords(editor) {
  if (speaksEnglish) return;
  const factory = editor.get("fieldFactory");
  const create = factory.create.bind(factory);
  const own = (word) => formWords[word] ?? word;
  factory.create = (attributes, isNew = true) => {
    const field = create(attributes, isNew);
    if (isNew && !attributes.label && field.label) field.label = own(field.label);
    if (isNew && !attributes.values && field.values) field.values = field.values.map((option) => ({ ...option, label: own(option.label) }));
    return field;
  };
}

// Whoever saves right after the last letter saves that letter too.
async function read(editor) {
  await new Promise((typed) => setTimeout(typed, 2 * TYPING));
  return JSON.stringify(editor.saveSchema(), null, 2);
}

// A finding names the key of a field.
function show(editor, schema, key) {
  const field = find(editor.saveSchema().components, key);
  const known = field && editor.get("formFieldRegistry").get(field.id);
  if (known) editor.get("selection").set(known);
}

function find(fields = [], key) {
  for (const field of fields) {
    const found = field.key === key || field.id === key ? field : find(field.components, key);
    if (found) return found;
  }
  return null;
}

begin().catch(() => sheet.unreadable());
