// Skip rules: a part with data-show="name=value&other=2..7" is asked only while all of it holds. What is not asked is not
// sent. `age` is the age of the member the part belongs to. Also counts what is filled of what is asked.

export function followSkipRules(form) {
  const parts = [...form.querySelectorAll("[data-show]")];
  const update = () => {
    // Twice, so that a part that depends on a part just hidden follows in the same moment.
    for (let round = 0; round < 2; round++) {
      parts.forEach((part) => show(part, part.dataset.show.split("&").every((rule) => holds(form, part, rule))));
    }
    count(form);
  };
  form.addEventListener("input", update);
  form.addEventListener("change", update);
  update();
}

function show(part, visible) {
  part.hidden = !visible;
  part.querySelectorAll("input,select,textarea").forEach((input) => {
    input.disabled = input.closest("[data-show][hidden]") !== null;
  });
}

function holds(form, part, rule) {
  const [, name, not, wanted] = rule.match(/^(.*?)(!?)=(.*)$/);
  const value = name === "age" ? age(part) : answer(form, name);
  const [from, to] = wanted.split("..");
  const equal = to === undefined ? value === wanted : value !== "" && Number(value) >= Number(from) && Number(value) <= Number(to);
  return not ? !equal : equal;
}

function answer(form, name) {
  const inputs = [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)].filter((input) => !input.disabled);
  const chosen = inputs.find((input) => (input.type === "radio" || input.type === "checkbox" ? input.checked : true));
  return chosen?.value ?? "";
}

// Without a birth date everything is asked that may depend on it.
function age(part) {
  const born = part.closest("[data-member]")?.querySelector('[name$=".birthDate"]')?.value;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(born ?? "")) return "20";
  const today = new Date().toISOString();
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  return String(today.slice(5, 10) < born.slice(5, 10) ? years - 1 : years);
}

function count(form) {
  const line = document.querySelector("[data-filled]");
  if (!line || !("counted" in form.dataset)) return;
  const fields = [...form.querySelectorAll(".field")].filter(
    (field) => !field.closest("[data-optional]") && !field.closest("[hidden]") && !field.parentElement.closest("fieldset.field"),
  );
  const filled = fields.filter((field) =>
    [...field.querySelectorAll("input,select,textarea")].some((input) =>
      input.type === "radio" || input.type === "checkbox" ? input.checked && input.value : input.value.trim(),
    ),
  );
  line.hidden = false;
  line.textContent = line.dataset.text.replace("{0}", filled.length).replace("{1}", fields.length);
  line.style.setProperty("--share", fields.length ? filled.length / fields.length : 0);
}
