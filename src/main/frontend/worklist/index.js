// Shows and hides the conditional fields of a task's form while it is filled in. The server decides again; a condition
// this page does not understand leaves its field shown.
import { callByName } from "./call.js";
import { parse } from "./condition.js";
import { keepWhileOthersAreSent } from "./keep.js";
import { listenToKeys } from "./keys.js";
import { keepFresh } from "./live.js";
import { countPicked } from "./picks.js";
import { tellSeen } from "./told.js";

if (document.getElementById("work-live")) keepFresh();
callByName(document);
tellSeen(document);
listenToKeys();
countPicked();

for (const form of document.querySelectorAll("[data-task-form]")) {
  keepWhileOthersAreSent(form);
  const conditional = [...form.querySelectorAll("[data-hide]")].map((element) => ({
    element,
    hides: parse(element.dataset.hide),
  }));
  const refresh = () => {
    for (const { element, hides } of conditional) {
      element.hidden = hides(valuesOf(form));
    }
  };
  form.addEventListener("input", refresh);
  form.addEventListener("change", refresh);
  // What the pressed button itself says is read after this, and of a button that cannot be used nothing is read.
  form.addEventListener("submit", () => setTimeout(() => {
    for (const button of form.querySelectorAll("button:not([form])")) button.disabled = true;
  }));
  window.addEventListener("pageshow", () => {
    for (const button of form.querySelectorAll("button")) button.disabled = false;
  });
  refresh();
}

function valuesOf(form) {
  const values = {};
  for (const control of form.elements) {
    if (!control.name || control.closest("[hidden]")) continue;
    if (control.type === "checkbox" && control.closest(".choices")) {
      values[control.name] ??= [];
      if (control.checked) values[control.name].push(control.value);
    } else if (control.type === "checkbox") {
      values[control.name] = control.checked ? true : null;
    } else if (control.type === "radio") {
      values[control.name] ??= null;
      if (control.checked) values[control.name] = control.value;
    } else if (control.inputMode === "decimal") {
      values[control.name] = control.value === "" ? null : Number(control.value.replace(",", "."));
    } else {
      values[control.name] = control.value === "" ? null : control.value;
    }
  }
  return values;
}
