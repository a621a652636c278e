// Photos and papers are sent by forms of their own, and the page comes anew: what was typed into the task's form waits in
// this tab meanwhile, and nowhere else.
export function keepWhileUploading(form) {
  const place = `typed:${form.getAttribute("action")}`;
  document.addEventListener("submit", ({ target }) => {
    if (target === form || !target.getAttribute("action")?.startsWith("/evidence/")) return;
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
