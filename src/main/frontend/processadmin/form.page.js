// The editor of forms.
import "@bpmn-io/form-js/dist/assets/form-js.css";
import "@bpmn-io/form-js/dist/assets/form-js-editor.css";
import "@bpmn-io/form-js/dist/assets/properties-panel.css";
import "./editor.css";
import { Form, FormEditor } from "@bpmn-io/form-js";
import { formWords } from "./form-words.js";
import { Sheet } from "./sheet.js";
import { relabel } from "./translate.js";
import { say } from "./words.js";

// Milliseconds the editor waits for the next letter before what is typed is part of the form.
const TYPING = 200;

const sheet = new Sheet();

async function begin() {
  const schema = JSON.parse(await sheet.content());
  relabel(sheet.root, formWords, ".fjs-form-field-label, .fjs-form-field-description");
  if (!sheet.editable) {
    await new Form({ container: sheet.paper, properties: { readOnly: true } }).importSchema(schema, {});
    sheet.begin({ read: async () => JSON.stringify(schema, null, 2) });
    return;
  }
  const editor = new FormEditor({ container: sheet.paper, debounce: TYPING });
  await editor.importSchema(schema);
  editor.on("commandStack.changed", () => sheet.touch());
  const stack = editor.get("commandStack");
  sheet.tool(say("Urungkan", "Undo"), () => stack.canUndo() && stack.undo());
  sheet.tool(say("Ulangi", "Redo"), () => stack.canRedo() && stack.redo());
  sheet.begin({ read: () => read(editor), show: (id) => show(editor, schema, id) });
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

begin();
