// Says how much is ticked in a list, offers what can be done with it once something is, and ticks all of a page at once.
const ticks = () => [...document.querySelectorAll('input[name="item"][form="bulk"]')];

export function countPicked() {
  const says = document.querySelector("[data-picked]");
  if (!says) return;
  const all = document.querySelector("[data-pick-all]");
  const box = all?.querySelector("input");
  const count = () => {
    const picked = ticks().filter((tick) => tick.checked).length;
    says.textContent = picked;
    says.closest("form").hidden = picked === 0;
    if (!all) return;
    all.hidden = ticks().length < 2;
    box.checked = picked > 0 && picked === ticks().length;
    box.indeterminate = picked > 0 && !box.checked;
  };
  box?.addEventListener("change", () => {
    for (const tick of ticks()) tick.checked = box.checked;
  });
  document.addEventListener("change", count);
  document.body.addEventListener("htmx:afterSettle", count);
  window.addEventListener("pageshow", count);
  count();
}
