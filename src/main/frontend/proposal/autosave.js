// Saves the draft a moment after somebody stops typing, so that neither Back nor a lost line loses anything. A value that
// cannot be taken yet is not reported here: the button does that.

const PAUSE = 2500;

// Seconds until the next attempt where the answer does not say.
const AGAIN = 30;

export function saveWhileTyping(form) {
  const note = form.querySelector("[data-saved]");
  let timer = 0;
  let running = null;
  let dirty = false;

  const save = async () => {
    dirty = false;
    const data = new FormData(form);
    data.set("action", "save");
    data.set("key", newKey());
    try {
      const answer = await fetch(form.getAttribute("action"), { method: "POST", body: new URLSearchParams(data), headers: { Accept: "application/json" } });
      if (answer.ok) {
        form.elements.version.value = (await answer.json()).version;
        note.textContent = `${note.dataset.text} ${new Date().toLocaleTimeString(document.documentElement.lang || "id", { hour: "2-digit", minute: "2-digit" })}`;
      } else if (answer.status === 429 || answer.status === 503) {
        dirty = true;
        soon(1000 * (Number(answer.headers.get("Retry-After")) || AGAIN));
        note.textContent = (await answer.json()).detail;
      }
    } catch {
      // No line just now; the next change or the button tries again.
      dirty = true;
    }
  };

  const soon = (pause) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = save().finally(() => (running = null));
    }, pause);
  };

  form.addEventListener("input", () => {
    dirty = true;
    soon(PAUSE);
  });

  // The button waits for a save on its way: it must carry the version that save produced.
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    dirty = false;
    if (running) {
      event.preventDefault();
      const button = event.submitter;
      running.then(() => form.requestSubmit(button));
    }
  });

  window.addEventListener("beforeunload", (event) => {
    if (dirty) event.preventDefault();
  });
}

function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
