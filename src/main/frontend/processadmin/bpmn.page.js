// The editor of process diagrams.
import "bpmn-js/dist/assets/diagram-js.css";
import "bpmn-js/dist/assets/bpmn-js.css";
import "bpmn-js/dist/assets/bpmn-font/css/bpmn.css";
import "bpmn-js-token-simulation/assets/css/bpmn-js-token-simulation.css";
import "bpmn-js-bpmnlint/dist/assets/css/bpmn-js-bpmnlint.css";
import "./editor.css";
import Modeler from "bpmn-js/lib/Modeler";
import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
import lintModule from "bpmn-js-bpmnlint";
import simulation from "bpmn-js-token-simulation";
import simulationViewer from "bpmn-js-token-simulation/lib/viewer";
import camunda from "camunda-bpmn-moddle/resources/camunda.json";
import kinds from "./kinds.js";
import { linting } from "./lint.js";
import { nameFlows } from "./names.js";
import { Panel } from "./panel.js";
import { ARRANGED, TOO_LARGE, pictured } from "./pictured.js";
import { Play } from "./play.js";
import { KEPT, Sheet } from "./sheet.js";
import { inIndonesian } from "./translate.js";
import { say } from "./words.js";

const sheet = new Sheet();

async function begin() {
  const [lists, { xml, isNew, isTooLarge }] = await Promise.all([sheet.lists(), pictured(sheet.root.dataset.content)]);
  if (isTooLarge) return sheet.remark(`${TOO_LARGE} ${KEPT}`, "danger");
  const modeler = sheet.editable ? editor(lists) : new NavigatedViewer({ container: sheet.paper, additionalModules: [simulationViewer, inIndonesian], moddleExtensions: { camunda } });
  if (sheet.editable) offerAnew(new Panel(modeler, lists, sheet.side, true), lists);
  await modeler.importXML(xml);
  const canvas = modeler.get("canvas");
  canvas.zoom("fit-viewport");
  if (canvas.zoom() < 0.45 && sheet.editable) readable(modeler, canvas);
  tools(modeler, canvas, new Play(sheet));
  sheet.begin({
    read: async () => {
      nameFlows(modeler);
      return (await modeler.saveXML({ format: true })).xml;
    },
    show: (id) => show(modeler, id),
    mark: (findings) => mark(modeler, findings),
  });
  modeler.on("commandStack.changed", () => sheet.touch());
  if (isNew) drawnAnew();
  tellMissing(modeler);
  window.addEventListener("resize", () => canvas.resized());
}

function drawnAnew() {
  sheet.remark(ARRANGED, "info");
  if (sheet.editable) sheet.touch();
}

// What the file has and the sheet does not show would be proposed unseen.
function tellMissing(modeler) {
  const registry = modeler.get("elementRegistry");
  const all = (scope) => (scope.flowElements ?? []).flatMap((part) => [part, ...all(part)]);
  const process = modeler.getDefinitions().rootElements.find((root) => root.$type === "bpmn:Process");
  const missing = all(process ?? {}).filter((part) => isDrawn(part) && !registry.get(part.id)).map(titleOfPart);
  if (missing.length === 0) return;
  sheet.remark(
    say("Ada di berkas, tetapi tidak tergambar: {missing}. Perbaiki di berkasnya: unduh, lalu unggah lagi.", "In the file, but not drawn: {missing}. Mend it in the file: download it and upload it again.", {
      missing: missing.join("; "),
    }),
  );
}

const isDrawn = (part) => part.$instanceOf("bpmn:FlowNode") || part.$instanceOf("bpmn:SequenceFlow");

// A flow is told by its ends, so that one without can be found.
function titleOfPart(part) {
  const name = part.name || part.id;
  if (!part.$instanceOf("bpmn:SequenceFlow")) return name;
  const end = (node) => node?.name || node?.id || "?";
  return say("alur {name} ({from} → {to})", "flow {name} ({from} → {to})", { name, from: end(part.sourceRef), to: end(part.targetRef) });
}

// A form drawn in another window meanwhile can be chosen as soon as one comes back.
function offerAnew(panel, lists) {
  document.addEventListener("visibilitychange", async () => {
    if (document.hidden) return;
    // Whoever is no longer signed in hears so when he saves.
    Object.assign(lists, await sheet.lists().catch(() => lists));
    if (!sheet.side.contains(document.activeElement)) panel.draw();
  });
}

function editor(lists) {
  return new Modeler({
    container: sheet.paper,
    additionalModules: [lintModule, simulation, kinds, inIndonesian],
    moddleExtensions: { camunda },
    linting: linting(lists),
  });
}

// A long diagram is shown from its beginning, large enough to be read.
function readable(modeler, canvas) {
  const start = modeler.get("elementRegistry").find((e) => e.type === "bpmn:StartEvent" && e.parent?.type === "bpmn:Process");
  canvas.zoom(0.8);
  if (start) canvas.scrollToElement(start, { top: 220, left: 90, bottom: 220, right: 500 });
}

function tools(modeler, canvas, playing) {
  const zoom = (by) => canvas.zoom(Math.min(3, Math.max(playing.smallest(), canvas.zoom() * by)));
  if (sheet.editable) {
    const stack = modeler.get("commandStack");
    const undo = sheet.tool(say("Urungkan", "Undo"), () => stack.undo());
    const redo = sheet.tool(say("Ulangi", "Redo"), () => stack.redo());
    const able = () => {
      undo.disabled = !stack.canUndo();
      redo.disabled = !stack.canRedo();
    };
    modeler.on("commandStack.changed", able);
    able();
  }
  sheet.tool("+", () => zoom(1.25), { "aria-label": say("Perbesar", "Zoom in") });
  sheet.tool("−", () => zoom(0.8), { "aria-label": say("Perkecil", "Zoom out") });
  const fit = () => {
    canvas.zoom("fit-viewport");
    if (canvas.zoom() < playing.smallest()) readable(modeler, canvas);
  };
  sheet.tool(say("Seluruhnya", "Fit"), fit);
  const play = sheet.tool(say("Jalankan dengan token", "Play with a token"), () => modeler.get("toggleMode").toggleMode(), { "aria-pressed": "false" });
  modeler.on("tokenSimulation.toggleMode", ({ active }) => {
    play.setAttribute("aria-pressed", String(active));
    play.textContent = active ? say("Berhenti menjalankan", "Stop playing") : say("Jalankan dengan token", "Play with a token");
    playing.toggle(active);
    if (canvas.zoom() < playing.smallest()) readable(modeler, canvas);
  });
}

function show(modeler, id) {
  const element = modeler.get("elementRegistry").get(id);
  if (!element) return;
  modeler.get("selection").select(element);
  modeler.get("canvas").scrollToElement(element, 150);
  sheet.paper.scrollIntoView({ block: "nearest" });
}

function mark(modeler, findings) {
  const overlays = modeler.get("overlays");
  const registry = modeler.get("elementRegistry");
  overlays.remove({ type: "finding" });
  findings.forEach(({ element, refused, sentence }) => {
    if (!registry.get(element)) return;
    const sign = Object.assign(document.createElement("span"), { className: refused ? "finding-sign is-refused" : "finding-sign", textContent: "!", title: sentence });
    overlays.add(element, "finding", { position: { top: -12, right: 12 }, html: sign });
  });
}

begin().catch(() => sheet.unreadable());
