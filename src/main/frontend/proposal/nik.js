// What a NIK tells by itself, while it is typed: birth date and sex are offered, never forced.

export function decodeNiks(form) {
  form.querySelectorAll("[data-nik]").forEach((part) => {
    const member = part.closest("[data-member]");
    const input = part.querySelector("input");
    const says = part.querySelector("[data-nik-says]");
    let told = null;
    const update = () => {
      const born = member.querySelector('[name$=".birthDate"]').value;
      const sex = member.querySelector('[name$=".sex"]:checked')?.value;
      // Nothing new: the button stays, for a finger may be on it just now.
      const now = [input.value, born, sex].join("|");
      if (now !== told) tell(part.dataset, input.value.replace(/[ .-]/g, ""), member, says);
      told = now;
    };
    input.addEventListener("input", update);
    member.addEventListener("change", update);
    update();
  });
}

function tell(words, nik, member, says) {
  says.className = "nik-says";
  says.hidden = nik === "";
  if (nik === "") return;
  const facts = decode(nik);
  if (facts.problem) {
    says.textContent = words[facts.problem].replace("{0}", nik.length);
    says.classList.toggle("nik-wrong", facts.problem !== "length" || nik.length > 16 || /\D/.test(nik));
    return;
  }
  const born = member.querySelector('[name$=".birthDate"]');
  const sexes = [...member.querySelectorAll('[name$=".sex"]')];
  const sex = sexes.find((one) => one.checked);
  says.textContent = facts.born
    ? words.says.replace("{0}", words[facts.sex.toLowerCase()]).replace("{1}", spoken(facts.born))
    : words.leap.replace("{0}", words[facts.sex.toLowerCase()]).replace("{1}", nik.slice(10, 12));
  const otherDay = facts.born && born.value && born.value.slice(2) !== facts.born.slice(2);
  if (otherDay || (sex && sex.value !== facts.sex)) {
    says.classList.add("nik-differs");
    says.append(". ", words.differs);
  } else if ((facts.born && !born.value) || !sex) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-sm btn-outline";
    button.textContent = words.use;
    button.addEventListener("click", () => {
      if (facts.born && !born.value) born.value = facts.born;
      sexes.find((one) => one.value === facts.sex).checked = true;
      for (const told of ["input", "change"]) born.dispatchEvent(new Event(told, { bubbles: true }));
    });
    says.append(" ", button);
  }
}

export function decode(nik) {
  if (!/^\d{16}$/.test(nik)) return { problem: "length" };
  const printed = Number(nik.slice(6, 8));
  const sex = printed > 40 ? "FEMALE" : "MALE";
  const day = printed > 40 ? printed - 40 : printed;
  const month = Number(nik.slice(8, 10));
  if (!exists(2000, month, day)) return { problem: "date" };
  if (nik.endsWith("0000")) return { problem: "serial" };
  const today = new Date();
  const century = Math.floor(today.getFullYear() / 100) * 100;
  let year = century + Number(nik.slice(10, 12));
  if (new Date(year, month - 1, day) > today) year -= 100;
  // 29 February of a year without one: the number does not tell the day.
  const born = exists(year, month, day) ? `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}` : null;
  return { sex, born };
}

function spoken(date) {
  return new Date(`${date}T00:00:00Z`).toLocaleDateString(document.documentElement.lang || "id", {
    day: "numeric", month: "long", year: "numeric", timeZone: "UTC",
  });
}

function exists(year, month, day) {
  const date = new Date(Date.UTC(year, month - 1, day));
  return month >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
