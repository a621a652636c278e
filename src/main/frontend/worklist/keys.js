// The list and the task without a mouse. The page's own dialog says which keys there are; none works while somebody types,
// in a dialog, or together with Ctrl, Alt or the command key; but Ctrl and Enter send what one types into the form of a task.
// Whoever speaks to his computer, or often hits a key by accident, switches those of a single character off, for this browser;
// the button, the arrows and Ctrl with Enter stay. A key that is held goes down a list, but does nothing that leads to another
// page: it would go on there.
import { isChanged } from "./changed.js";

const help = document.querySelector("[data-shortcuts]");

const OFF = "worklist.keys.off";

const titles = () => [...document.querySelectorAll(".work-item .work-title")];
const here = () => document.activeElement?.closest?.(".work-item");

const deeds = {
  j: (held) => move(1) || (!held && follow("next")),
  ArrowDown: () => move(1),
  k: (held) => move(-1) || (!held && follow("prev")),
  ArrowUp: () => move(-1),
  c: (held) => !held && press(chosen()?.querySelector('form[action$="/claim"] button')),
  x: () => press(here()?.querySelector('input[type="checkbox"][name="item"]')),
  "/": () => focus(document.querySelector('input[type="search"]')),
  "?": () => toggle(),
};

export function listenToKeys() {
  if (!help) return;
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
    if (help.open && event.key !== "?") return;
    if (event.key.length === 1 && isOff()) return;
    if (Object.hasOwn(deeds, event.key) && deeds[event.key](event.repeat)) event.preventDefault();
  });
  document.addEventListener("keydown", sendOn);
  offerSwitch();
  document.querySelectorAll("[data-show-shortcuts]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", toggle);
  });
}

// From outside the form of the task, a link or a comment for example, nothing of it is sent.
function sendOn(event) {
  if (event.defaultPrevented || event.repeat || event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || help.open) return;
  const button = document.querySelector("[data-onward]");
  if (button && event.target.form === button.form && press(button)) event.preventDefault();
}

// From a task to its neighbour in the list, unless something of it would be lost.
function follow(way) {
  const form = document.querySelector("[data-task-form]");
  const isBegun = form?.querySelector(".field-error, .alert") || [...(form?.elements ?? [])].some(isChanged);
  return !isBegun && press(document.querySelector(`.task-head a[rel="${way}"]`));
}

// In a list the work one stands at, and nothing when one stands at none; on the page of a task the task.
function chosen() {
  return here() ?? (titles().length ? null : document);
}

function offerSwitch() {
  const box = help.querySelector("[data-shortcuts-on]");
  box.checked = !isOff();
  box.addEventListener("change", () => {
    try {
      if (box.checked) localStorage.removeItem(OFF);
      else localStorage.setItem(OFF, "1");
    } catch {
      // A browser that keeps nothing leaves them on.
      box.checked = true;
    }
  });
}

function isOff() {
  try {
    return localStorage.getItem(OFF) !== null;
  } catch {
    return false;
  }
}

function isTyping(target) {
  return target.isContentEditable || target.matches?.('textarea, select, input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"])');
}

// The arrows scroll a page without a list, as always.
function move(step) {
  const all = titles();
  if (!all.length) return false;
  const now = all.findIndex((title) => title.closest(".work-item") === here());
  const next = now < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(now + step, 0), all.length - 1);
  return focus(all[next]);
}

function focus(element) {
  if (!element) return false;
  element.focus();
  element.scrollIntoView({ block: "nearest" });
  return true;
}

function press(button) {
  if (!button) return false;
  button.click();
  return true;
}

function toggle() {
  if (help.open) help.close();
  else help.showModal();
  return true;
}
