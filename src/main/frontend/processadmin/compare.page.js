// Two versions of a process diagram beside each other, moving in step, with what is different marked on both; a new one alone.
import "bpmn-js/dist/assets/diagram-js.css";
import "bpmn-js/dist/assets/bpmn-js.css";
import "bpmn-js/dist/assets/bpmn-font/css/bpmn.css";
import "./compare.css";
import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
import { diff } from "bpmn-js-differ";
import camunda from "camunda-bpmn-moddle/resources/camunda.json";
import { ARRANGED, TOO_LARGE, pictured } from "./pictured.js";
import { inIndonesian } from "./translate.js";
import { element, say } from "./words.js";

const KINDS = [
  { kind: "added", sign: "+", word: say("ditambah", "added") },
  { kind: "removed", sign: "−", word: say("dihapus", "removed") },
  { kind: "changed", sign: "~", word: say("diubah", "changed") },
  { kind: "moved", sign: "→", word: say("hanya digeser", "moved only") },
];

const root = document.getElementById("compare");
// One side came without a picture: nobody has moved anything, and the same element stands elsewhere on the other side.
let isPlaced = false;
if (root) compare();

async function compare() {
  root.hidden = false;
  const opened = await Promise.all([...root.querySelectorAll(".compare-paper")].map(open));
  const viewers = opened.filter(({ isTooLarge }) => !isTooLarge).map(({ viewer }) => viewer);
  isPlaced = opened.some(({ isNew }) => isNew);
  if (viewers.length > 1) differences(...viewers);
  tools(viewers);
}

function differences(before, after) {
  const kinds = KINDS.filter(({ kind }) => !isPlaced || kind !== "moved");
  const found = findings(before, after);
  found.forEach((change) => mark(change, before, after));
  root.querySelector(".compare-legend").append(...kinds.map(legend));
  root.querySelector(".compare-list").append(...found.map((change) => line(change, before, after)));
  if (!isPlaced) inStep(before, after);
}

async function open(paper) {
  const viewer = new NavigatedViewer({ container: paper, additionalModules: [inIndonesian], moddleExtensions: { camunda } });
  const { xml, isNew, isTooLarge } = await pictured(paper.dataset.content);
  const tell = (sentence) => paper.previousElementSibling.append(element("small", { class: "muted compare-placed" }, sentence));
  if (isTooLarge) {
    tell(TOO_LARGE);
    return { viewer, isNew, isTooLarge };
  }
  await viewer.importXML(xml);
  viewer.get("canvas").zoom("fit-viewport");
  if (isNew) tell(ARRANGED);
  return { viewer, isNew, isTooLarge };
}

// What only moved is told apart from what was changed, whether it moved as well or not.
function findings(before, after) {
  const told = diff(before.getDefinitions(), after.getDefinitions());
  const kinds = new Map();
  const keep = (ids, kind) => Object.keys(ids).forEach((id) => drawn(id, before, after) && !kinds.has(id) && kinds.set(id, kind));
  keep(told._added, "added");
  keep(told._removed, "removed");
  keep(told._changed, "changed");
  if (!isPlaced) keep(told._layoutChanged, "moved");
  return [...kinds]
    .map(([id, kind]) => ({ id, ...KINDS.find((one) => one.kind === kind), name: name(id, before, after) }))
    .sort((one, other) => KINDS.findIndex((k) => k.kind === one.kind) - KINDS.findIndex((k) => k.kind === other.kind));
}

const at = (viewer, id) => viewer.get("elementRegistry").get(id);
const isRoot = (shape) => !shape.parent;
const drawn = (id, ...viewers) => viewers.some((viewer) => at(viewer, id) && !isRoot(at(viewer, id)));

function name(id, before, after) {
  const { businessObject: flow } = at(after, id) ?? at(before, id);
  if (flow.name) return flow.name;
  return flow.sourceRef ? `${flow.sourceRef.name ?? flow.sourceRef.id} → ${flow.targetRef.name ?? flow.targetRef.id}` : "";
}

function signOf({ kind, sign, word }) {
  return element("span", { class: `compare-sign is-${kind}`, title: word, "aria-hidden": "true" }, sign);
}

function mark(change, ...viewers) {
  for (const viewer of viewers) {
    const shape = at(viewer, change.id);
    if (shape) {
      viewer.get("canvas").addMarker(shape, `is-${change.kind}`);
      const sign = signOf(change);
      sign.classList.toggle("is-line", Boolean(shape.waypoints));
      viewer.get("overlays").add(shape, "difference", { position: place(shape), html: sign });
    }
  }
}

// Beside a shape; in the middle of a line.
function place(shape) {
  if (!shape.waypoints) return { top: -14, left: -14 };
  const { x, y } = middle(shape);
  const least = (side) => Math.min(...shape.waypoints.map((point) => point[side]));
  return { left: x - least("x") - 9, top: y - least("y") - 9 };
}

function legend(kind) {
  return element("li", {}, signOf(kind), ` ${kind.word}`);
}

function line(change, before, after) {
  const words = [element("b", {}, change.name || change.id), " ", element("span", { class: "muted" }, change.word)];
  if (change.name) words.push(" ", element("small", { class: "muted element-id" }, change.id));
  const jump = element("button", { type: "button", class: "compare-jump", "aria-pressed": "false" }, signOf(change), element("span", {}, ...words));
  jump.onclick = () => {
    root.querySelectorAll(".compare-jump").forEach((other) => other.setAttribute("aria-pressed", String(other === jump)));
    show(change.id, before, after);
    root.querySelector(".compare-panes").scrollIntoView({ block: "nearest" });
  };
  return element("li", {}, jump);
}

function show(id, before, after) {
  for (const viewer of [before, after]) {
    const shape = at(viewer, id);
    viewer.get("selection").select(shape ?? null);
  }
  // The new version leads; the other one follows it.
  const leading = at(after, id) ? [after] : [before];
  (isPlaced ? [before, after].filter((viewer) => at(viewer, id)) : leading).forEach((viewer) => centre(viewer, at(viewer, id)));
}

function centre(viewer, shape) {
  const canvas = viewer.get("canvas");
  const { outer, scale } = canvas.viewbox();
  const shown = Math.max(scale, 0.7);
  const [width, height] = [outer.width / shown, outer.height / shown];
  const { x, y } = middle(shape);
  canvas.viewbox({ x: x - width / 2, y: y - height / 2, width, height });
}

function middle({ x, y, width, height, waypoints }) {
  if (!waypoints) return { x: x + width / 2, y: y + height / 2 };
  const half = Math.floor((waypoints.length - 1) / 2);
  return { x: (waypoints[half].x + waypoints[half + 1].x) / 2, y: (waypoints[half].y + waypoints[half + 1].y) / 2 };
}

function inStep(...viewers) {
  let leading = false;
  viewers.forEach((viewer, index) => {
    const other = viewers[1 - index].get("canvas");
    viewer.on("canvas.viewbox.changed", ({ viewbox: { x, y, width, height } }) => {
      if (leading) return;
      leading = true;
      other.viewbox({ x, y, width, height });
      leading = false;
    });
  });
}

function tools(viewers) {
  const canvases = (isPlaced ? viewers : viewers.slice(-1)).map((viewer) => viewer.get("canvas"));
  const zoom = (by) => canvases.forEach((canvas) => canvas.zoom(Math.min(3, Math.max(0.15, canvas.zoom() * by))));
  const tool = (label, action, attributes = {}) =>
    element("button", { type: "button", class: "btn btn-outline btn-sm", ...attributes, onclick: action }, label);
  root.querySelector(".compare-tools").append(
    tool("+", () => zoom(1.25), { "aria-label": say("Perbesar", "Zoom in") }),
    tool("−", () => zoom(0.8), { "aria-label": say("Perkecil", "Zoom out") }),
    tool(say("Seluruhnya", "Fit"), () => canvases.forEach((canvas) => canvas.zoom("fit-viewport"))),
  );
  window.addEventListener("resize", () => viewers.forEach((viewer) => viewer.get("canvas").resized()));
}
