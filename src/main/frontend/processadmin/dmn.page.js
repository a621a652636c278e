// The editor of decision tables.
import "dmn-js/dist/assets/diagram-js.css";
import "dmn-js/dist/assets/dmn-js-shared.css";
import "dmn-js/dist/assets/dmn-js-drd.css";
import "dmn-js/dist/assets/dmn-js-decision-table.css";
import "dmn-js/dist/assets/dmn-js-decision-table-controls.css";
import "dmn-js/dist/assets/dmn-js-literal-expression.css";
import "dmn-js/dist/assets/dmn-js-boxed-expression.css";
import "dmn-js/dist/assets/dmn-js-boxed-expression-controls.css";
import "dmn-js/dist/assets/dmn-font/css/dmn.css";
import "./editor.css";
import Modeler from "dmn-js/lib/Modeler";
import Viewer from "dmn-js/lib/NavigatedViewer";
import camunda from "camunda-dmn-moddle/resources/camunda.json";
import { isAlone, onlyTakenOut, withoutDrd } from "./alone.js";
import { Sheet } from "./sheet.js";
import { inIndonesian, relabel } from "./translate.js";
import { chosenTypes, TYPES, wordsOfTypes } from "./types.js";
import { say } from "./words.js";

const sheet = new Sheet();
const view = (...modules) => ({ additionalModules: [inIndonesian, ...modules] });

async function begin() {
  const Editor = sheet.editable ? Modeler : Viewer;
  const content = await sheet.content();
  const drd = sheet.editable ? view(onlyTakenOut) : view();
  const decisionTable = view(...(isAlone(content) ? [withoutDrd] : []), ...(sheet.editable ? [chosenTypes] : []));
  const words = { ...wordsOfTypes(), "Move Input": "Pindahkan masukan", "Move Output": "Pindahkan hasil" };
  relabel(sheet.paper, words, (place) => !place.matches(".input-variable, .output-variable, [title^='Move ']"));
  const editor = new Editor({ container: sheet.paper, common: { dataTypes: TYPES }, drd, decisionTable, literalExpression: view(), boxedExpression: view(), moddleExtensions: { camunda } });
  await editor.importXML(content);
  const tables = editor.getViews().filter((one) => one.type === "decisionTable");
  if (tables.length > 0) await editor.open(tables[0]);
  if (tables.length > 1) chooser(editor, tables);
  const able = sheet.editable ? tools(editor) : () => {};
  watch(editor, able);
  editor.on("views.changed", () => watch(editor, able));
  reachable();
  keepFocus();
  sheet.begin({ read: async () => (await editor.saveXML({ format: true })).xml, show: (id) => show(id) });
}

// A file from elsewhere may hold several tables; each has a button until all but one are taken out.
function chooser(editor, tables) {
  tables.forEach((table) => sheet.tool(table.element.name || table.id, () => editor.open(table)));
}

// A table wider than the screen is moved with the arrow keys.
function reachable() {
  sheet.paper.querySelectorAll(".tjs-table-container").forEach((table) => (table.tabIndex = 0));
}

// Whoever chooses from a list stays in its field: the table behind would take the focus and close the list before it is read.
function keepFocus() {
  sheet.paper.addEventListener("mousedown", (event) => event.target.closest(".dms-select-options") && event.preventDefault(), { capture: true });
}

// What is done to the table in view; answers what tells the buttons whether they can be used.
function tools(editor) {
  const part = (name) => editor.getActiveViewer()?.get(name, false);
  const undo = sheet.tool(say("Urungkan", "Undo"), () => part("commandStack").undo());
  const redo = sheet.tool(say("Ulangi", "Redo"), () => part("commandStack").redo());
  const row = sheet.tool(say("Tambah baris", "Add a row"), () => part("editorActions").trigger("addRule"));
  return () => {
    undo.disabled = !part("commandStack")?.canUndo();
    redo.disabled = !part("commandStack")?.canRedo();
    row.disabled = !part("editorActions")?.isRegistered("addRule");
  };
}

const watched = new WeakSet();
function watch(editor, able) {
  able();
  const active = editor.getActiveViewer();
  if (!active || watched.has(active)) return;
  watched.add(active);
  active.on("commandStack.changed", () => {
    sheet.touch();
    able();
  });
}

function show(id) {
  const place = sheet.paper.querySelector(`[data-element-id="${CSS.escape(id)}"], [data-row-id="${CSS.escape(id)}"], [data-col-id="${CSS.escape(id)}"]`);
  place?.scrollIntoView({ block: "center", inline: "center" });
  place?.classList.add("finding-shown");
  setTimeout(() => place?.classList.remove("finding-shown"), 2000);
}

begin().catch(() => sheet.unreadable());
