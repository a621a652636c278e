// Says how much is ticked in a list, offers what can be done with it once something is, and ticks all of a page at once.
const ticks = () => [...document.querySelectorAll('input[name="item"][form="bulk"]')];

export function countPicked() {
  document.addEventListener("change", ({ target }) => {
    if (target.closest("[data-pick-all]")) for (const tick of ticks()) tick.checked = target.checked;
    count();
  });
  document.body.addEventListener("htmx:afterSwap", count);
  window.addEventListener("pageshow", count);
  count();
}

// A list that is fetched anew brings its own.
function count() {
  const says = document.querySelector("[data-picked]");
  if (!says) return;
  const picked = ticks().filter((tick) => tick.checked).length;
  says.textContent = picked;
  says.closest("form").hidden = picked === 0;
  const all = document.querySelector("[data-pick-all]");
  if (!all) return;
  all.hidden = ticks().length < 2;
  const box = all.querySelector("input");
  box.checked = picked > 0 && picked === ticks().length;
  box.indeterminate = picked > 0 && !box.checked;
}
