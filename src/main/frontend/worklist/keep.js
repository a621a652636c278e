// A task's page has more forms than that of the task: photos and papers, what passes the work on, comments. Each is sent alone
// and the page comes anew: what was typed into the task's form waits in this tab meanwhile, only for whoever typed it.
const BESIDE = ["/evidence/", "/worklist/"];

export function keepWhileOthersAreSent(form) {
  const visitor = document.querySelector("[data-visitor]")?.dataset.visitor;
  const place = `typed:${visitor}:${form.getAttribute("action")}`;
  document.addEventListener("submit", ({ target }) => {
    if (target === form || !BESIDE.some((path) => target.getAttribute("action")?.startsWith(path))) return;
    sessionStorage.setItem(place, JSON.stringify([...new FormData(form)].filter(([, value]) => typeof value === "string")));
  });
  const typed = sessionStorage.getItem(place);
  sessionStorage.removeItem(place);
  if (typed) restore(form, JSON.parse(typed));
}

function restore(form, typed) {
  for (const control of form.elements) {
    if (!control.name || control.type === "hidden") continue;
    const values = typed.filter(([name]) => name === control.name).map(([, value]) => value);
    if (control.type === "radio" || control.type === "checkbox") control.checked = values.includes(control.value);
    else if (values.length) control.value = values[0];
  }
}
